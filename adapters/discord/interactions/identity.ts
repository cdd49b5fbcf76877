import type { Actor } from "../../../src/domain/actor.ts";
import type { Log } from "../../../src/ports.ts";
import type { BotApi } from "../wire/bot-api.ts";
import { describe } from "../wire/describe.ts";
import { failureOf } from "../wire/failure.ts";
import type { Sender } from "./incoming.ts";

/** How many servers are asked for somebody who writes directly: each is a request, and a person waits. */
const SERVERS_ASKED = 10;

export interface IdentityOptions {
  readonly api: Pick<BotApi, "member">;
  readonly log: Log;
  /** Ids of the roles that the configuration names. */
  readonly roles: readonly string[];
  /** Ids of the servers that the bot serves. It may be in others, whose people are strangers. */
  served(): readonly string[];
}

export type Identify = (sender: Sender) => Promise<Actor>;

/** Who somebody is, as Discord vouches for them at this moment. What cannot be found out counts against them. */
export function createIdentify({ api, log, roles, served }: IdentityOptions): Identify {
  const named = new Set(roles);

  const actor = (userId: string, held: readonly string[], pending: boolean): Actor => ({
    platform: "discord",
    id: userId,
    standing: pending ? "guest" : "member",
    groups: held.filter((role) => named.has(role)),
  });
  const foreigner = (id: string): Actor => ({ platform: "discord", id, standing: "foreign", groups: [] });

  /** Direct messages do not say to which servers somebody belongs. */
  const lookUp = async (userId: string): Promise<Actor> => {
    for (const guildId of served().slice(0, SERVERS_ASKED)) {
      try {
        const { roles: held, pending = false } = await api.member(guildId, userId);
        return actor(userId, held, pending);
      } catch (error) {
        if (failureOf(error) !== "gone") log.warn("discord.member-unread", { error: describe(error) });
      }
    }
    return foreigner(userId);
  };

  return async ({ userId, guildId, roles: held, pending }) => {
    if (guildId === null) return lookUp(userId);
    return served().includes(guildId) ? actor(userId, held, pending) : foreigner(userId);
  };
}
