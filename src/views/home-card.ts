import {
  buttons,
  code,
  divider,
  instant,
  note,
  paragraph,
  press,
  pressButton,
  strong,
} from "../card/build.ts";
import type { Card } from "../card/card.ts";
import type { Snapshot } from "../catalogue.ts";
import type { Upcoming } from "../domain/upcoming.ts";
import type { Speak } from "../i18n/speak.ts";
import { type Followed, followBlocks, type Typed } from "./follow-cards.ts";
import { upcomingTable } from "./upcoming-card.ts";

export interface HomeView {
  readonly upcoming: Upcoming;
  readonly days: number;
  readonly follows: readonly Followed[];
  readonly readAt: Snapshot["readAt"];
  readonly typed: Typed;
}

/** Slack shows 100 blocks on a home page; ten rows are what a person reads. */
const ROWS = 10;

/** The page of one person: what is coming, and what their channels follow. */
export function homeCard({ upcoming, days, follows, readAt, typed }: HomeView, say: Speak): Card {
  const { entries } = upcoming;
  return {
    locale: say.locale,
    title: say.plain("home.title"),
    summary: say.text("upcoming.summary", { count: entries.length, days }),
    blocks: [
      paragraph(say.text("upcoming.summary", { count: entries.length, days })),
      ...(entries.length > 0 ? [upcomingTable(entries.slice(0, ROWS), say)] : []),
      ...buttons(
        pressButton(say.plain("button.list"), "neutral", press("services")),
        pressButton(say.plain("help.title"), "neutral", press("help")),
      ),
      divider,
      paragraph([strong(say.plain("home.follows"))]),
      ...(follows.length === 0
        ? [paragraph(say.text("home.no-follows", { command: code(typed.follow) }))]
        : followBlocks(follows, say)),
      ...(readAt === null ? [] : [note(say.text("home.read", { at: instant(readAt, "time") }))]),
    ],
  };
}
