import { randomBytes } from "node:crypto";
import { GatewayIntentBits as Intents } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { JsonObject } from "../../json.ts";
import { guildCreatePayload } from "../payload/guild.ts";
import { userPayload } from "../payload/user.ts";
import type { State } from "../state.ts";
import type { WorldGuild } from "../world.ts";
import type { Identify, Resume, ServerFrame } from "./frame.ts";
import { createSession, type Session } from "./session.ts";

/** All sessions, connected or waiting to be resumed. */
export interface Sessions {
  /** IDENTIFY: READY, then a GUILD_CREATE for each guild that is available. */
  begin(socket: WebSocket, identify: Identify): Session;
  /** RESUME: what was missed, then RESUMED. */
  resume(socket: WebSocket, resume: Resume): Session | "unknown" | "invalid-seq";
  /** To every session on the guild's shard that has the intent for it. */
  dispatch(event: string, data: unknown, guildId: string | null): void;
  forget(session: Session): void;
  forgetAll(): void;
  outage(guildId: string, on: boolean): void;
  connected(): number;
  /** How many were begun. */
  begun(): number;
}

interface SessionsOptions {
  readonly state: State;
  url(): string;
  send(socket: WebSocket, frame: ServerFrame): void;
}

export function createSessions({ state, url, send }: SessionsOptions): Sessions {
  const sessions = new Map<string, Session>();
  const outages = new Set<string>();
  let begun = 0;

  const dispatch = (event: string, data: unknown, guildId: string | null): void => {
    for (const session of sessions.values()) {
      if (!session.hears(guildId)) continue;
      if (event.startsWith("GUILD_") && !hasGuilds(session)) continue;
      session.dispatch(event, data);
    }
  };

  return {
    begin(socket, identify) {
      begun++;
      const session = createSession({ id: randomBytes(16).toString("hex"), identify, socket, send });
      sessions.set(session.id, session);
      const guilds = state.guilds().filter(({ id }) => session.hears(id));
      session.dispatch("READY", readyPayload(state, session, guilds, url()));
      const available = guilds.filter(({ id }) => hasGuilds(session) && !outages.has(id));
      for (const guild of available) session.dispatch("GUILD_CREATE", guildCreatePayload(state.world, guild));
      return session;
    },
    resume(socket, { session_id, seq }) {
      const session = sessions.get(session_id);
      if (!session) return "unknown";
      if (seq > session.seq()) return "invalid-seq";
      session.socket()?.terminate();
      session.attach(socket);
      session.replay(seq);
      session.dispatch("RESUMED", {});
      return session;
    },
    dispatch,
    forget: (session) => void sessions.delete(session.id),
    forgetAll: () => sessions.clear(),
    outage(guildId, on) {
      const guild = state.guilds().find(({ id }) => id === guildId);
      if (on) outages.add(guildId);
      else outages.delete(guildId);
      if (on) dispatch("GUILD_DELETE", { id: guildId, unavailable: true }, guildId);
      else if (guild) dispatch("GUILD_CREATE", guildCreatePayload(state.world, guild), guildId);
    },
    connected: () => [...sessions.values()].filter((session) => session.socket() !== null).length,
    begun: () => begun,
  };
}

const hasGuilds = (session: Session): boolean => (session.intents & Intents.Guilds) !== 0;

/** Every guild is unavailable at first. Source: https://discord.com/developers/docs/events/gateway-events#ready */
const readyPayload = (
  { world }: State,
  session: Session,
  guilds: readonly WorldGuild[],
  url: string,
): JsonObject => ({
  v: 10,
  user: {
    ...userPayload(world, world.applicationId),
    verified: true,
    mfa_enabled: true,
    email: null,
    flags: 0,
  },
  guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
  session_id: session.id,
  resume_gateway_url: url,
  session_type: "normal",
  private_channels: [],
  shard: session.shard,
  application: { id: world.applicationId, flags: 0 },
});
