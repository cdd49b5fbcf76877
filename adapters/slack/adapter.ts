import { App } from "@slack/bolt";
import type { Locale } from "../../src/card/card.ts";
import type { Bot, ChatAdapter } from "../../src/chat.ts";
import type { Clock } from "../../src/clock.ts";
import { inTime, wait } from "../../src/deadline.ts";
import { backoff } from "../../src/domain/backoff.ts";
import { SECOND } from "../../src/domain/instant.ts";
import { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { clientOptions, createSlackApi, type Identity, type SlackApi } from "./api.ts";
import { createDelivery } from "./delivery.ts";
import type { Way } from "./door.ts";
import { fatalOf } from "./failure.ts";
import { createFormOpener } from "./form.ts";
import { createIdentities } from "./identity.ts";
import { createLadder } from "./ladder.ts";
import { REPEAT_MS, RETRY } from "./limits.ts";
import { listen } from "./listen.ts";
import { createLogger, reasonOf } from "./logger.ts";
import { createFirstTime } from "./memory.ts";
import { createFormMemory } from "./origin.ts";
import { createPresenter } from "./present.ts";
import { createTasks } from "./tasks.ts";
import { createTransport, type Transport, type TransportOptions } from "./transport.ts";

export interface SlackOptions {
  readonly transport: TransportOptions;
  readonly botToken: string;
  /** `https://slack.com/api/` when absent. */
  readonly apiUrl?: string;
  /** Ids of the user groups that the configuration names. */
  readonly groups: readonly string[];
  /** For people whose language Slack does not say. */
  readonly defaultLocale: Locale;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once at the most, after {@link ChatAdapter.start} has resolved. */
  readonly onFatal: (error: FatalError) => void;
}

export interface SlackAdapter extends ChatAdapter {
  /** Where Slack's requests arrive over signed HTTP; null over Socket Mode and before the start. */
  address(): string | null;
}

/** A person waits for these. */
const INTERACTIVE_MS = 2500;
const BACKGROUND_MS = 10 * SECOND;
/** Without an own bound the SDK would try for half an hour and say nothing. */
const START_MS = 30 * SECOND;
const ENVELOPES = 20_000;

export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { botToken, apiUrl, clock, log } = options;
  const tasks = createTasks();
  const stopping = new AbortController();
  let running: Transport | null = null;
  /** Before the start has resolved, its rejection says it; after the first fatal error or a stop, nothing is left to say. */
  let watching = false;

  const onFatal = (error: FatalError): void => {
    if (!watching) return;
    watching = false;
    options.onFatal(error);
  };
  const onFailure = (error: unknown): void => {
    const fatal = fatalOf(error, TOKEN_NAME);
    if (fatal) onFatal(fatal);
  };
  const common = { token: botToken, apiUrl, log, onFailure };
  const api = createSlackApi({ ...common, timeoutMs: INTERACTIVE_MS });
  const ladder = createLadder(log);
  const delivery = createDelivery(createSlackApi({ ...common, timeoutMs: BACKGROUND_MS }), ladder, clock);

  function createWay(bot: Bot, identity: Identity): Way {
    const formMemory = createFormMemory(clock);
    const forms = createFormOpener(api, formMemory, log);
    return {
      bot,
      api,
      forms,
      formMemory,
      identities: createIdentities({ ...options, api, team: identity.team_id }),
      presenter: createPresenter({ bot, api, ladder, forms, clock, log }),
      defaultLocale: options.defaultLocale,
      clock,
      log,
      firstTime: createFirstTime({ clock, life: REPEAT_MS, most: ENVELOPES }),
    };
  }

  async function connect(bot: Bot): Promise<void> {
    const identity = await whoAmI(api, options, stopping.signal);
    const transport = createTransport(options.transport, {
      apiUrl,
      clock,
      log,
      onFatal,
      closed: () => tasks.closed,
    });
    const app = await createApp(options, transport, identity);
    listen({ app, way: createWay(bot, identity), tasks, botUser: identity.user_id, onFatal });
    running = transport;
    await transport.start();
    log.info("slack.ready", { team: identity.team_id, address: transport.address() });
  }

  return {
    platform: "slack",
    async start(bot) {
      const begun = await inTime(clock, START_MS, connect(bot));
      watching = begun.kind === "done";
      if (watching) return;
      stopping.abort();
      await running?.stop();
      throw new FatalError(`Slack could not be reached within ${START_MS / SECOND} seconds`);
    },
    async stop() {
      watching = false;
      stopping.abort();
      await tasks.drain();
      await running?.stop();
    },
    post: delivery.post,
    edit: delivery.edit,
    address: () => running?.address() ?? null,
  };
}

const TOKEN_NAME = "the bot token (SLACK_BOT_TOKEN)";

/** Tries until Slack answers; the caller bounds it. */
async function whoAmI(api: SlackApi, { clock, log }: SlackOptions, signal: AbortSignal): Promise<Identity> {
  for (let failures = 1; ; failures++) {
    try {
      return await api.whoAmI();
    } catch (error) {
      const fatal = fatalOf(error, TOKEN_NAME);
      if (fatal) throw fatal;
      if (failures === 1) log.warn("slack.unreachable", { reason: reasonOf(error) });
      if (!(await wait(clock, backoff(failures, RETRY, Math.random), signal))) throw error;
    }
  }
}

/**
 * `authorize` in place of the token: Bolt would ask `auth.test` in the background, where a bad token ends the process.
 * What other workspaces send is let in, so that the bot can say no to a person instead of nothing.
 */
async function createApp(options: SlackOptions, { receivers }: Transport, identity: Identity): Promise<App> {
  const { botToken, apiUrl, log } = options;
  const [first, ...others] = receivers;
  const app = new App({
    receiver: first,
    authorize: async () => ({
      botToken,
      botUserId: identity.user_id,
      teamId: identity.team_id,
      ...(identity.bot_id === undefined ? {} : { botId: identity.bot_id }),
    }),
    logger: createLogger(log),
    clientOptions: clientOptions({ apiUrl, timeoutMs: INTERACTIVE_MS, log }),
    deferInitialization: true,
    convoStore: false,
    ignoreSelf: false,
    attachFunctionToken: false,
  });
  await app.init();
  for (const receiver of others) receiver.init(app);
  return app;
}
