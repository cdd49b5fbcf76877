import { DiscordAPIError } from "@discordjs/rest";
import {
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from "discord-api-types/v10";
import { z } from "zod";
import type { ChannelRef, MessageRef } from "../../../src/domain/actor.ts";
import { REQUEST_BUDGET_MS } from "../limits.ts";
import type { MessageBody } from "../render/message.ts";
import { within } from "./deadline.ts";
import { channelRef, closeRest, createRest, MessageAnswer, type RestOptions } from "./rest.ts";

/** What the bot does in its own name. Rejects with the errors of `@discordjs/rest` and `OutOfTime`. */
export interface BotApi {
  createMessage(channel: ChannelRef, body: RESTPostAPIChannelMessageJSONBody): Promise<MessageRef>;
  editMessage(message: MessageRef, body: MessageBody): Promise<void>;
  /** The direct messages with a person. */
  directChannel(userId: string): Promise<ChannelRef>;
  member(guildId: string, userId: string): Promise<GuildMember>;
  applicationId(): Promise<string>;
  commands(applicationId: string): Promise<readonly unknown[]>;
  setCommands(applicationId: string, commands: RESTPutAPIApplicationCommandsJSONBody): Promise<void>;
  close(): void;
}

const Identified = z.object({ id: z.string() });
const GuildMember = z.object({ roles: z.array(z.string()), pending: z.boolean().optional() });
export type GuildMember = z.output<typeof GuildMember>;

export interface BotApiOptions extends RestOptions {
  readonly token: string;
  /** Called once: `@discordjs/rest` drops a token that was refused, and from then on every request fails. */
  onTokenRefused(): void;
}

/** Discord's limit for all requests of a bot (docs, topics/rate-limits). */
const REQUESTS_PER_SECOND = 50;

export function createBotApi(options: BotApiOptions): BotApi {
  const rest = createRest(options, REQUESTS_PER_SECOND).setToken(options.token);

  let refusal: DiscordAPIError | null = null;

  const ask = async (request: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> => {
    if (refusal) throw refusal;
    try {
      return await within(options.clock, REQUEST_BUDGET_MS, request);
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) {
        refusal = error;
        options.onTokenRefused();
      }
      throw error;
    }
  };

  return {
    createMessage: async ({ id }, body) =>
      MessageAnswer.parse(await ask((signal) => rest.post(Routes.channelMessages(id), { body, signal }))),
    async editMessage({ channel, id }, body) {
      await ask((signal) => rest.patch(Routes.channelMessage(channel.id, id), { body, signal }));
    },
    async directChannel(userId) {
      const body = { recipient_id: userId };
      const answer = await ask((signal) => rest.post(Routes.userChannels(), { body, signal }));
      return channelRef(Identified.parse(answer).id);
    },
    member: async (guildId, userId) =>
      GuildMember.parse(await ask((signal) => rest.get(Routes.guildMember(guildId, userId), { signal }))),
    applicationId: async () =>
      Identified.parse(await ask((signal) => rest.get(Routes.currentApplication(), { signal }))).id,
    async commands(applicationId) {
      const query = new URLSearchParams({ with_localizations: "true" });
      const answer = await ask((signal) =>
        rest.get(Routes.applicationCommands(applicationId), { query, signal }),
      );
      return z.array(z.unknown()).parse(answer);
    },
    async setCommands(applicationId, body) {
      await ask((signal) => rest.put(Routes.applicationCommands(applicationId), { body, signal }));
    },
    close: () => closeRest(rest),
  };
}
