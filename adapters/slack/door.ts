import type { Locale, Press } from "../../src/card/card.ts";
import type { Bot, Invocation, Reply } from "../../src/chat.ts";
import type { Clock } from "../../src/clock.ts";
import type { Log } from "../../src/ports.ts";
import type { SlackApi } from "./api.ts";
import type { FormOpener } from "./form.ts";
import type { Identities, Person } from "./identity.ts";
import { reasonOf } from "./logger.ts";
import { noticeReply } from "./notice.ts";
import { type FormMemory, type Origin, placeOf } from "./origin.ts";
import type { Presenter, Trigger } from "./present.ts";

/** What every kind of payload needs on its way to the bot and back. */
export interface Way {
  readonly bot: Bot;
  readonly api: SlackApi;
  readonly identities: Identities;
  readonly presenter: Presenter;
  readonly forms: FormOpener;
  readonly formMemory: FormMemory;
  readonly defaultLocale: Locale;
  readonly clock: Clock;
  readonly log: Log;
  /** True the first time; the same envelope can come twice, over any connection. */
  readonly firstTime: (key: string | undefined) => boolean;
}

export interface Asked {
  readonly press: Press;
  readonly via: Invocation["via"];
  readonly origin: Origin;
  /** The team that the payload names for this person. */
  readonly team: string | null;
  readonly trigger: Trigger | null;
}

/** A button from another time, or another app's: the bot says that it is not known. */
export const UNKNOWN_PRESS: Press = { command: "unknown-press", input: {} };

export function invocationOf(asked: Asked, person: Extract<Person, { kind: "known" }>): Invocation {
  const { press, via, origin } = asked;
  return { ...press, via, actor: person.actor, place: placeOf(origin), locale: person.locale };
}

/** What fills the Home tab stands there, whatever else it would do. */
const inPlace = ({ press }: Asked, reply: Reply): Reply =>
  press.command === "home" ? { ...reply, replaces: true } : reply;

/** Asks the bot and shows its reply. Never rejects, and never ends in silence. */
export async function askAndShow(way: Way, asked: Asked): Promise<void> {
  const { bot, identities, presenter, defaultLocale, log } = way;
  const { origin, team, trigger } = asked;
  let locale = defaultLocale;
  try {
    const person = await identities.identify(origin.user, team);
    locale = person.locale;
    if (person.kind === "unknown") {
      return await presenter.showPrivately(inPlace(asked, noticeReply("who-are-you", locale)), origin);
    }
    const invocation = invocationOf(asked, person);
    const reply = inPlace(asked, await bot.handle(invocation));
    await presenter.show({ reply, origin, invocation, trigger });
  } catch (error) {
    log.error("slack.bug", { command: asked.press.command, reason: reasonOf(error) });
    await presenter.showPrivately(noticeReply("broken", locale), origin);
  }
}
