import type { App } from "@slack/bolt";
import type { z } from "zod";
import { FatalError } from "../../src/errors.ts";
import type { Way } from "./door.ts";
import { takeHome } from "./home.ts";
import { reasonOf } from "./logger.ts";
import {
  channelLostSchema,
  homeOpenedSchema,
  pressSchema,
  slashSchema,
  submissionSchema,
  suggestionSchema,
  tokensRevokedSchema,
  userChangeSchema,
} from "./payloads.ts";
import { takePress } from "./press.ts";
import { takeSlash } from "./slash.ts";
import { createSubmit } from "./submit.ts";
import { takeSuggestion } from "./suggest.ts";
import type { Tasks } from "./tasks.ts";
import type { EVENTS } from "./uses.ts";

export interface Listening {
  readonly app: App;
  readonly way: Way;
  readonly tasks: Tasks;
  readonly botUser: string;
  readonly onFatal: (error: FatalError) => void;
}

/**
 * Hears everything that Slack can send: what no listener matches is never acknowledged by Bolt, and the person would
 * see Slack's time-out. While the bot stops, nothing is acknowledged: Slack then tells the person itself.
 */
export function listen(listening: Listening): void {
  hearPeople(listening);
  hearViews(listening);
  hearEvents(listening);
  listening.app.error(async (error) => listening.way.log.error("slack.bug", { reason: reasonOf(error) }));
}

type Acknowledge = () => Promise<unknown>;

function hearPeople({ app, way, tasks }: Listening): void {
  const { log, firstTime } = way;

  async function take<S extends z.ZodType<{ readonly trigger_id: string }>>(
    schema: S,
    body: unknown,
    ack: Acknowledge,
    work: (payload: z.output<S>) => Promise<void>,
  ): Promise<void> {
    await tasks.run(async () => {
      // An acknowledgement that does not get through is shown by Slack; the work is done all the same.
      await ack().catch((error: unknown) => log.warn("slack.not-acknowledged", { reason: reasonOf(error) }));
      const payload = parsed(schema, body, way);
      if (payload && firstTime(payload.trigger_id)) await work(payload);
    });
  }

  app.command(/.*/, ({ ack, body }) => take(slashSchema, body, ack, (payload) => takeSlash(way, payload)));
  app.action(/.*/, ({ ack, body }) => take(pressSchema, body, ack, (payload) => takePress(way, payload)));
  app.shortcut(/.*/, async ({ ack }) => {
    log.warn("slack.unknown-shortcut");
    await ack();
  });
  app.options(/.*/, async ({ ack, body }) => {
    await tasks.run(async () => {
      const payload = parsed(suggestionSchema, body, way);
      await ack({ options: payload ? await takeSuggestion(way, payload) : [] });
    });
  });
}

function hearViews({ app, way, tasks }: Listening): void {
  const submit = createSubmit(way);
  app.view({ type: "view_submission", callback_id: /.*/ }, async ({ ack, body }) => {
    await tasks.run(async () => {
      const payload = parsed(submissionSchema, body, way);
      if (payload) await submit(payload, (answer) => ack(answer));
      else await ack();
    });
  });
  app.view({ type: "view_closed", callback_id: /.*/ }, async ({ ack }) => ack());
}

/** Bolt acknowledges events before it calls a listener: at most once, and none is repeated after that. */
function hearEvents({ app, way, tasks, botUser, onFatal }: Listening): void {
  const { bot, firstTime, log } = way;
  const hear = (name: keyof typeof EVENTS, work: (body: unknown) => Promise<void>): void =>
    app.event<string>(name, async ({ body }) => void (await tasks.run(() => work(body))));

  hear("app_home_opened", async (body) => {
    const opened = parsed(homeOpenedSchema, body, way);
    if (opened?.event.tab !== "home" || !firstTime(opened.event_id)) return;
    await takeHome(way, { user: opened.event.user, team: opened.team_id ?? null });
  });

  const lose = async (body: unknown, concerns: (user: string | undefined) => boolean): Promise<void> => {
    const lost = parsed(channelLostSchema, body, way);
    if (!lost || !concerns(lost.event.user) || !firstTime(lost.event_id)) return;
    log.info("slack.channel-lost", { channel: lost.event.channel });
    await bot.gone([{ platform: "slack", id: lost.event.channel }]);
  };
  for (const name of ["channel_archive", "channel_deleted", "group_archive", "group_deleted"] as const) {
    hear(name, (body) => lose(body, () => true));
  }
  hear("member_left_channel", (body) => lose(body, (user) => user === botUser));

  hear("user_change", async (body) => {
    const changed = parsed(userChangeSchema, body, way);
    if (changed) way.identities.forget(changed.event.user.id);
  });

  hear("app_uninstalled", async () =>
    onFatal(new FatalError("Slack: the app was uninstalled from the workspace")),
  );
  hear("tokens_revoked", async (body) => {
    const bots = parsed(tokensRevokedSchema, body, way)?.event.tokens?.bot ?? [];
    if (bots.includes(botUser))
      onFatal(new FatalError("Slack: the bot's token was revoked (SLACK_BOT_TOKEN)"));
  });
}

/** Null, and a line in the log that names the odd keys but none of the values, for a payload of another form. */
function parsed<S extends z.ZodType>(schema: S, body: unknown, { log }: Way): z.output<S> | null {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  log.warn("slack.unknown-payload", { where: result.error.issues.map(({ path }) => path.join(".")) });
  return null;
}
