import type { Locale } from "../../src/card/card.ts";
import type { Bot, ChatAdapter } from "../../src/chat.ts";
import type { Clock } from "../../src/clock.ts";
import type { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { syncCommands } from "./commands/sync.ts";
import { connectPatiently } from "./gateway/connect-patiently.ts";
import { type Connection, connect } from "./gateway/connection.ts";
import { tokenRefused } from "./gateway/fatal.ts";
import { createHome } from "./home.ts";
import { createInFlight } from "./in-flight.ts";
import { createDoor } from "./interactions/door.ts";
import { createIdentify } from "./interactions/identity.ts";
import { createRecent } from "./interactions/recent.ts";
import { createAnswersApi } from "./wire/answers-api.ts";
import { createBotApi } from "./wire/bot-api.ts";
import { describe } from "./wire/describe.ts";
import { deliveryError } from "./wire/failure.ts";
import { createPoster } from "./wire/poster.ts";

export interface DiscordOptions {
  readonly token: string;
  /** As `https://discord.com/api`, without the version; Discord itself when absent. */
  readonly apiUrl?: string;
  /** Ids of the roles that the configuration names. */
  readonly roles: readonly string[];
  /** Ids of the servers that the bot serves; when absent or empty, the only one it is in. */
  readonly guilds?: readonly string[];
  /** For people who read neither French nor English. */
  readonly defaultLocale: Locale;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once, after `start`, when the connection or the token is lost for good. */
  readonly onFatal: (error: FatalError) => void;
  /** From 0 to below 1; for the pauses between attempts to connect. */
  readonly random?: () => number;
  /** Registers the bot's commands while starting, when they differ from the registered ones. */
  readonly registerAtStart?: boolean;
}

/** How long `stop` waits for what has begun. */
const DRAIN_MS = 10_000;
/** Interactions; after a resumption Discord may send again what it sent within some seconds. */
const REMEMBERED = 1000;

/** Discord over the gateway, with answers over REST. Keeps nothing that a restart would need. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { clock, log, token, defaultLocale, roles, guilds = [], random = Math.random } = options;
  const wire = { clock, log, ...(options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl }) };
  const inFlight = createInFlight();
  const recent = createRecent(REMEMBERED);
  const stopping = new AbortController();
  const { signal } = stopping;
  let connection: Connection | null = null;
  let stopped: Promise<void> | null = null;
  let isOver = false;

  const end = (error: FatalError): void => {
    if (isOver || signal.aborted) return;
    isOver = true;
    options.onFatal(error);
  };

  const api = createBotApi({ ...wire, token, onTokenRefused: () => end(tokenRefused()) });
  const answers = createAnswersApi(wire);
  const poster = createPoster({ api, clock });
  const home = createHome(guilds, () => connection?.guilds() ?? []);
  const identify = createIdentify({ api, log, roles, served: home.served });

  const connectTo = (bot: Bot): Promise<Connection> => {
    const open = createDoor({ bot, clock, log, api, answers, poster, identify, recent, defaultLocale });
    const begin = (work: () => Promise<void>): void => {
      if (!signal.aborted) inFlight.add(work());
    };
    return connect({
      ...wire,
      token,
      signal,
      onInteraction: (payload) => begin(() => open(payload)),
      onGone: (channels) => begin(() => bot.gone(channels)),
      onFatal: end,
    });
  };

  /** Without its commands the bot still answers buttons and reminds. */
  const register = async ({ commands }: Bot): Promise<void> => {
    try {
      await syncCommands({ api, commands, log });
    } catch (error) {
      log.error("discord.commands-unregistered", { error: describe(error) });
    }
  };

  const stop = async (): Promise<void> => {
    stopping.abort();
    await inFlight.drained(clock, DRAIN_MS);
    await connection?.close();
    api.close();
    answers.close();
  };

  return {
    platform: "discord",
    async start(bot) {
      connection = await connectPatiently(() => connectTo(bot), { clock, log, random, signal });
      if (signal.aborted) return connection?.close();
      await home.settle().catch(async (error: unknown) => {
        await connection?.close();
        throw error;
      });
      if (options.registerAtStart) await register(bot);
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
    post: (card, to) => poster.post(card, to).catch(rejectAsDelivery),
    edit: (message, card) => poster.edit(message, card).catch(rejectAsDelivery),
  };
}

function rejectAsDelivery(error: unknown): never {
  throw deliveryError(error);
}
