import { GatewayDispatchEvents } from "discord-api-types/v10";
import { z } from "zod";

const Lost = z.discriminatedUnion("t", [
  // `unavailable` marks an outage: the server and its channels will be back.
  z.object({
    t: z.literal(GatewayDispatchEvents.GuildDelete),
    d: z.object({ id: z.string(), unavailable: z.boolean().default(false) }),
  }),
  z.object({ t: z.literal(GatewayDispatchEvents.ChannelDelete), d: z.object({ id: z.string() }) }),
  z.object({ t: z.literal(GatewayDispatchEvents.ThreadDelete), d: z.object({ id: z.string() }) }),
]);

/**
 * Ids of the channels that `packet` (of discord.js's `raw` event) says are lost. Read here, since discord.js empties
 * a server's list of channels before its `guildDelete` tells of it.
 */
export function lostChannels(
  packet: unknown,
  channelsOf: (guildId: string) => readonly string[],
): readonly string[] {
  const parsed = Lost.safeParse(packet);
  if (!parsed.success) return [];
  const lost = parsed.data;
  switch (lost.t) {
    case GatewayDispatchEvents.GuildDelete:
      return lost.d.unavailable ? [] : channelsOf(lost.d.id);
    case GatewayDispatchEvents.ChannelDelete:
    case GatewayDispatchEvents.ThreadDelete:
      return [lost.d.id];
  }
}
