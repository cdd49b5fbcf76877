import { type Client, Events } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { ChannelRef } from "../../../src/domain/actor.ts";
import { FatalError } from "../../../src/errors.ts";
import type { Log } from "../../../src/ports.ts";
import { within } from "../wire/deadline.ts";
import { describe } from "../wire/describe.ts";
import { channelRef } from "../wire/rest.ts";
import { createClient } from "./client.ts";
import { fatalClose, isTokenRefusal, tokenRefused } from "./fatal.ts";
import { takeInteraction } from "./interaction-tap.ts";
import { lostChannels } from "./lost-channels.ts";

export interface ConnectionOptions {
  readonly token: string;
  readonly apiUrl?: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Gives up connecting. */
  readonly signal: AbortSignal;
  onInteraction(payload: unknown): void;
  /** The bot was removed from a server, or a channel or thread was deleted. */
  onGone(channels: readonly ChannelRef[]): void;
  /** The connection was closed for good, after it stood. */
  onFatal(error: FatalError): void;
}

/** One connection to the gateway. discord.js resumes it by itself for as long as Discord lets it. */
export interface Connection {
  /** Ids of the servers that the bot is in. */
  guilds(): readonly string[];
  close(): Promise<void>;
}

/** From the login to `clientReady`; the identify limit alone can take 5 s. */
const READY_BUDGET_MS = 30_000;

/**
 * Connects with a client of its own, since one whose login has failed never gets ready. Rejects with a
 * {@link FatalError} when trying again is of no use, with anything else when it may be.
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const client = createClient(options.apiUrl);
  let stands = false;
  let fatal: FatalError | null = null;
  listen(client, options);
  client.on(Events.ShardDisconnect, ({ code }) => {
    fatal ??= fatalClose(code) ?? new FatalError(`Discord closed the connection for good (${code})`);
    if (stands) options.onFatal(fatal);
  });
  const close = async (): Promise<void> => {
    await client.destroy().catch((error) => options.log.debug("discord.close", { error: describe(error) }));
  };

  try {
    await within(options.clock, READY_BUDGET_MS, () =>
      Promise.race([ready(client, options.token), aborted(options.signal)]),
    );
  } catch (error) {
    await close();
    throw fatal ?? (isTokenRefusal(error) ? tokenRefused() : error);
  }
  stands = true;
  return { guilds: () => [...client.guilds.cache.keys()], close };
}

async function ready(client: Client, token: string): Promise<void> {
  const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await isReady;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new Error("the bot is stopping"));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

function listen(client: Client, { log, signal, onInteraction, onGone }: ConnectionOptions): void {
  const channelsOf = (guildId: string): readonly string[] => [
    ...(client.guilds.cache.get(guildId)?.channels.cache.keys() ?? []),
  ];
  client.on(Events.Raw, (packet: unknown) => {
    const taken = takeInteraction(packet);
    if (taken) return onInteraction(taken.payload);
    const lost = lostChannels(packet, channelsOf);
    if (lost.length > 0) onGone(lost.map(channelRef));
  });
  client.on(Events.ShardReconnecting, () => {
    // Its own close at the stop looks like a loss to discord.js.
    if (!signal.aborted) log.info("discord.reconnecting");
  });
  client.on(Events.ShardResume, (_shard, replayed) => log.info("discord.resumed", { replayed }));
  client.on(Events.ShardError, (error) => log.warn("discord.connection-error", { error: describe(error) }));
  client.on(Events.Error, (error) => log.error("discord.client-error", { error: describe(error) }));
  client.on(Events.Warn, (message) => log.warn("discord.client-warning", { message }));
}
