import type { ViewResponseAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Locale } from "../../src/card/card.ts";
import type { Invocation, Reply } from "../../src/chat.ts";
import { inTime } from "../../src/deadline.ts";
import { type Asked, invocationOf, UNKNOWN_PRESS, type Way } from "./door.ts";
import { ANSWER_WITHIN_MS, REPEAT_MS } from "./limits.ts";
import { reasonOf } from "./logger.ts";
import { createMemory } from "./memory.ts";
import { noticeReply } from "./notice.ts";
import type { Origin } from "./origin.ts";
import { type SubmissionPayload, teamOf } from "./payloads.ts";
import { INPUT, renderSaying } from "./render/modal.ts";
import { WORDS } from "./words.ts";

/** What became of a submission: the reply, and the invocation it answers (null when the bot was not asked). */
interface Outcome {
  readonly reply: Reply;
  readonly origin: Origin;
  readonly invocation: Invocation | null;
}

const SUBMISSIONS = 1000;

/** Takes submitted modals. `acknowledge` is called once, within 2.5 s, with what the modal does next. */
export function createSubmit(
  way: Way,
): (payload: SubmissionPayload, acknowledge: (answer: ViewResponseAction) => Promise<void>) => Promise<void> {
  const { api, presenter, forms, clock, log } = way;
  // The same submission delivered twice gets the same answer twice, and one effect.
  const running = createMemory<Promise<Outcome>>({ clock, life: REPEAT_MS, most: SUBMISSIONS });

  const show = ({ reply, origin, invocation }: Outcome): Promise<void> =>
    invocation
      ? presenter.show({ reply: withoutForm(reply), origin, invocation, trigger: null })
      : presenter.showPrivately(reply, origin);

  /** Null where the bot asks nothing more, or asks more than a modal holds: its card is then shown. */
  function nextForm({ reply, origin }: Outcome): ModalView | null {
    try {
      return reply.form ? forms.render(reply.form, origin) : null;
    } catch (error) {
      log.error("slack.card-too-large", { title: reply.card.title, reason: reasonOf(error) });
      return null;
    }
  }

  async function finishLate(viewId: string, work: Promise<Outcome>): Promise<void> {
    const outcome = await work;
    const { locale, summary } = outcome.reply.card;
    const form = nextForm(outcome);
    const next = form ?? renderSaying(WORDS[locale].finished, summary, locale);
    const shown = await api.updateView(viewId, next).then(
      () => true,
      (error: unknown) => {
        log.info("slack.view-not-updated", { reason: reasonOf(error) });
        return false;
      },
    );
    // A form that nobody sees any more becomes a card.
    if (!form || !shown) await show(outcome);
  }

  return async (payload, acknowledge) => {
    const key = `${payload.view.id} ${payload.trigger_id ?? payload.view.hash ?? ""}`;
    const known = running.get(key);
    const asking = { locale: way.defaultLocale };
    const work = known ?? ask(way, payload, asking);
    running.set(key, work);

    const first = await inTime(clock, ANSWER_WITHIN_MS, work);
    if (first.kind === "late") {
      const { working, workingText } = WORDS[asking.locale];
      const text = [{ kind: "plain" as const, text: workingText }];
      await acknowledge({ response_action: "update", view: renderSaying(working, text, asking.locale) });
      if (!known) await finishLate(payload.view.id, work);
      return;
    }
    const form = nextForm(first.value);
    if (form) return acknowledge({ response_action: "update", view: form });
    await acknowledge({ response_action: "clear" });
    if (!known) await show(first.value);
  };
}

const withoutForm = ({ form: _form, ...reply }: Reply): Reply => reply;

/** Never rejects. `asking.locale` becomes the person's as soon as it is known. */
async function ask(way: Way, payload: SubmissionPayload, asking: { locale: Locale }): Promise<Outcome> {
  const asked = readSubmission(way, payload);
  const { origin } = asked;
  try {
    const person = await way.identities.identify(origin.user, asked.team);
    asking.locale = person.locale;
    if (person.kind === "unknown") {
      return { reply: noticeReply("who-are-you", person.locale), origin, invocation: null };
    }
    const invocation = invocationOf(asked, person);
    return { reply: await way.bot.handle(invocation), origin, invocation };
  } catch (error) {
    way.log.error("slack.bug", { command: asked.press.command, reason: reasonOf(error) });
    return { reply: noticeReply("broken", asking.locale), origin, invocation: null };
  }
}

function readSubmission(way: Way, payload: SubmissionPayload): Asked {
  const { user, view } = payload;
  const read = way.formMemory.read(view.private_metadata, user.id);
  const origin: Origin = read?.origin ?? { kind: "home", user: user.id };
  const press = read
    ? { ...read.press, input: { ...read.press.input, ...typedValues(view.state) } }
    : UNKNOWN_PRESS;
  return { press, via: "form", origin, team: teamOf(payload), trigger: null };
}

/** What was typed, chosen or ticked, by parameter; what was left empty is absent. */
function typedValues(state: SubmissionPayload["view"]["state"]): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [param, inputs] of Object.entries(state.values)) {
    const input = inputs[INPUT];
    const value = input?.value ?? input?.selected_option?.value ?? input?.selected_options?.[0]?.value;
    if (value) typed[param] = value;
  }
  return typed;
}
