import { GatewayDispatchEvents } from "discord-api-types/v10";

/**
 * Takes an interaction out of discord.js's hands, when `packet` (of its `raw` event) is one, and returns what it says.
 *
 * discord.js would build its structures from it in a place where a missing field becomes an unhandled rejection and
 * ends the process, and would first wait for every server to arrive. Without a name the packet means nothing to it.
 */
export function takeInteraction(packet: unknown): { readonly payload: unknown } | null {
  if (typeof packet !== "object" || packet === null || !("t" in packet) || !("d" in packet)) return null;
  if (packet.t !== GatewayDispatchEvents.InteractionCreate) return null;
  packet.t = null;
  return { payload: packet.d };
}
