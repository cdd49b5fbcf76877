import {
  actor,
  buttons,
  code,
  instant,
  note,
  paragraph,
  plain,
  press,
  pressButton,
  strong,
} from "../card/build.ts";
import type { Block, Button, Card, Text } from "../card/card.ts";
import type { Follow } from "../domain/follow.ts";
import type { Query } from "../domain/query.ts";
import type { Speak } from "../i18n/speak.ts";
import { followWords } from "./filter-words.ts";
import { MOST_OPTIONS } from "./service-option.ts";
import { listWords } from "./words.ts";

/** A follow with its query read. */
export interface Followed {
  readonly follow: Follow;
  readonly query: Query;
}

/** As typed, e.g. `/ovh unfollow`. */
export interface Typed {
  readonly follow: string;
  readonly unfollow: string;
}

export function followedCard(followed: Followed, count: number, typed: Typed, say: Speak): Card {
  const { follow } = followed;
  const filter = followWords(followed.query, say);
  const text = say.text("follow.added.text", { filter: strong(filter), days: daysWords(follow, say) });
  return {
    locale: say.locale,
    title: say.plain("follow.added.title"),
    summary: say.text("follow.added.text", { filter: plain(filter), days: daysWords(follow, say) }),
    blocks: [
      paragraph(text),
      paragraph(say.text("follow.added.count", { count })),
      ...buttons(stopButton(followed, say.plain("follow.stop"))),
      note(say.text("follow.by", { actor: actor(follow.by), command: code(typed.unfollow) })),
    ],
  };
}

export function unfollowedCard({ query }: Followed, typed: Typed, say: Speak): Card {
  const filter = followWords(query, say);
  return {
    locale: say.locale,
    title: say.plain("follow.ended.title"),
    summary: say.text("follow.ended.text", { filter: plain(filter), command: typed.follow }),
    blocks: [
      paragraph(say.text("follow.ended.text", { filter: strong(filter), command: code(typed.follow) })),
    ],
  };
}

export function nothingFollowedCard(typed: Typed, say: Speak): Card {
  const text = say.text("follow.none-here.text", { command: code(typed.follow) });
  return {
    locale: say.locale,
    title: say.plain("follow.none-here.title"),
    summary: text,
    blocks: [paragraph(text)],
  };
}

/** The channel follows several things and one is to end. */
export function chooseFollowCard(all: readonly Followed[], say: Speak): Card {
  const text = say.text("follow.choose.text");
  return {
    locale: say.locale,
    title: say.plain("follow.choose.title"),
    summary: text,
    blocks: [
      paragraph(text),
      {
        kind: "select",
        label: say.plain("follow.choose.select"),
        press: press("unfollow"),
        param: "follow",
        options: all
          .slice(0, MOST_OPTIONS)
          .map(({ follow, query }) => ({ label: followWords(query, say), value: follow.id })),
        searchable: false,
      },
      ...more(all.length - MOST_OPTIONS, say),
    ],
  };
}

export function followsCard(all: readonly Followed[], typed: Typed, say: Speak): Card {
  const summary = say.text("follows.summary", { count: all.length });
  if (all.length === 0)
    return { ...nothingFollowedCard(typed, say), title: say.plain("follows.title"), summary };
  return {
    locale: say.locale,
    title: say.plain("follows.title"),
    summary,
    blocks: [
      ...followBlocks(all, say),
      ...buttons(pressButton(say.plain("follow.stop"), "neutral", press("unfollow"))),
    ],
  };
}

/** Discord shows 40 parts of a message; nobody reads twenty lines. */
const MOST_LINES = 15;

/** A line for each follow, and how many more there are. */
export function followBlocks(all: readonly Followed[], say: Speak): readonly Block[] {
  return [
    ...all.slice(0, MOST_LINES).map((followed) => paragraph(followLine(followed, say))),
    ...more(all.length - MOST_LINES, say),
  ];
}

const more = (count: number, say: Speak): readonly Block[] =>
  count > 0 ? [note(say.text("follow.more", { count }))] : [];

function followLine({ follow, query }: Followed, say: Speak): Text {
  return say.text("follows.line", {
    filter: strong(followWords(query, say)),
    days: daysWords(follow, say),
    since: instant(follow.since, "date"),
    actor: actor(follow.by),
  });
}

/** "30, 14 and 7 days, then 1 day". */
function daysWords({ thresholds }: Follow, say: Speak): string {
  const last = thresholds.at(-1) ?? 0;
  const before = listWords(thresholds.slice(0, -1).map(String), say);
  if (last === 1 && before !== "") return say.plain("follow.days-then-one", { days: before });
  return say.plain("follow.days", { last, days: listWords(thresholds.map(String), say) });
}

function stopButton({ follow }: Followed, label: string): Button {
  return pressButton(label, "neutral", press("unfollow", { follow: follow.id }));
}
