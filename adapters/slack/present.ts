import { PressTooLong } from "../../src/card/press.ts";
import { CardTooLarge } from "../../src/card/too-large.ts";
import type { Bot, DeliveryProblem, Invocation, Reply } from "../../src/chat.ts";
import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { Log } from "../../src/ports.ts";
import type { SlackApi } from "./api.ts";
import { slackCode } from "./failure.ts";
import type { FormOpener } from "./form.ts";
import type { Ladder } from "./ladder.ts";
import { TRIGGER_MS } from "./limits.ts";
import { reasonOf } from "./logger.ts";
import { noticeReply } from "./notice.ts";
import { type Origin, placeOf } from "./origin.ts";
import { renderHome } from "./render/message.ts";

/** One use, three seconds: docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
export interface Trigger {
  readonly id: string;
  readonly at: Instant;
}

interface Showing {
  readonly reply: Reply;
  readonly origin: Origin;
  readonly invocation: Invocation;
  readonly trigger: Trigger | null;
}

/** Shows replies where they belong. Never rejects: what cannot be shown is said privately, and logged. */
export interface Presenter {
  show(showing: Showing): Promise<void>;
  /** To that person alone, by the first way that works. */
  showPrivately(reply: Reply, origin: Origin): Promise<void>;
}

export interface PresenterOptions {
  readonly bot: Bot;
  readonly api: SlackApi;
  readonly ladder: Ladder;
  readonly forms: FormOpener;
  readonly clock: Clock;
  readonly log: Log;
}

export function createPresenter({ bot, api, ladder, forms, clock, log }: PresenterOptions): Presenter {
  async function openForm({ reply, origin, trigger }: Showing): Promise<boolean> {
    if (!reply.form || !trigger || clock.now() - trigger.at > TRIGGER_MS) return false;
    return forms.open(reply.form, origin, trigger.id);
  }

  /** False where the message is not there any more: the card is then posted anew. */
  async function replace({ card }: Reply, channel: string, ts: string): Promise<boolean> {
    try {
      await ladder.send(card, (message) => api.update(channel, ts, message));
      return true;
    } catch (error) {
      if (slackCode(error) !== "message_not_found") throw error;
      return false;
    }
  }

  /** The message that now carries the card. */
  async function place({ reply, origin, invocation }: Showing): Promise<{ channel: string; ts: string }> {
    if (reply.replaces && origin.kind === "message" && !origin.ephemeral) {
      if (await replace(reply, origin.channel, origin.ts)) return origin;
    }
    const posted = await ladder.send(reply.card, (message) => api.post(invocation.place.id, message));
    // A private message cannot become everybody's: it makes room for the one that is.
    if (reply.replaces && origin.kind === "message") await origin.hook?.clear().catch(ignore("clear"));
    return posted;
  }

  async function showInChannel(showing: Showing): Promise<void> {
    const { reply, origin, invocation } = showing;
    try {
      const { channel, ts } = await place(showing);
      if (reply.track)
        await bot.delivered(reply.track, { channel: { platform: "slack", id: channel }, id: ts });
    } catch (error) {
      log.warn("slack.reply-not-posted", { channel: invocation.place.id, reason: reasonOf(error) });
      const instead = await bot.undelivered(invocation, reply, problemOf(error));
      await showPrivately(instead, origin);
    }
  }

  const ignore =
    (step: string) =>
    (error: unknown): void =>
      log.info("slack.way-closed", { step, reason: reasonOf(error) });

  async function showPrivately(reply: Reply, origin: Origin): Promise<void> {
    for (const [step, way] of Object.entries(privateWays(reply, origin))) {
      try {
        await way();
        return;
      } catch (error) {
        if (error instanceof CardTooLarge || error instanceof PressTooLong) {
          return sayItDoesNotFit(reply, origin, error);
        }
        ignore(step)(error);
      }
    }
    log.error("slack.answer-lost", { user: origin.user, place: placeOf(origin).id });
  }

  /** In the order in which they are tried. */
  function privateWays(
    { card, replaces }: Reply,
    origin: Origin,
  ): Readonly<Record<string, () => Promise<unknown>>> {
    const direct = () => ladder.send(card, (message) => api.post(origin.user, message));
    if (origin.kind === "home") {
      const home = () => api.publishHome(origin.user, renderHome(card));
      return replaces ? { home, direct } : { direct };
    }
    const { hook, channel, user } = origin;
    // What everybody sees is never replaced by what one person may see.
    const inPlace = replaces && origin.kind === "message" && origin.ephemeral;
    return {
      ...(hook ? { hook: () => ladder.send(card, (message) => hook.show(message, inPlace)) } : {}),
      ephemeral: () => ladder.send(card, (message) => api.postEphemeral(channel, user, message)),
      direct,
    };
  }

  async function sayItDoesNotFit(reply: Reply, origin: Origin, error: Error): Promise<void> {
    log.error("slack.card-too-large", { title: reply.card.title, reason: reasonOf(error) });
    await showPrivately(noticeReply("does-not-fit", reply.card.locale), origin);
  }

  async function show(showing: Showing): Promise<void> {
    if (await openForm(showing)) return;
    const { reply, origin } = showing;
    if (reply.audience === "requester") return showPrivately(reply, origin);
    return showInChannel(showing);
  }

  return { show, showPrivately };
}

/** A channel that the bot is not in answers as if it did not exist, when it is private. */
function problemOf(error: unknown): DeliveryProblem {
  const code = slackCode(error);
  return code === "not_in_channel" || code === "channel_not_found" ? "not-in-channel" : "refused";
}
