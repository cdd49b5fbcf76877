import { buttons, instant, note, paragraph, plain, press, strong } from "../card/build.ts";
import type { Block, Card, Press, Text } from "../card/card.ts";
import type { Snapshot } from "../catalogue.ts";
import type { Upcoming, UpcomingEntry } from "../domain/upcoming.ts";
import type { Speak } from "../i18n/speak.ts";
import { pageButtons } from "./page-buttons.ts";
import { familyWord, listName, moneyWords } from "./words.ts";

/** Rows a page: the same as the list's. */
const ROWS = 10;

export interface UpcomingView {
  readonly days: number;
  readonly page: number;
  readonly upcoming: Upcoming;
  readonly readAt: Snapshot["readAt"];
}

/** What expires, renews or is deleted in the next days, in order, with what it costs. */
export function upcomingCard(view: UpcomingView, say: Speak): Card {
  const { days, upcoming } = view;
  const { entries } = upcoming;
  return {
    locale: say.locale,
    title: say.plain("upcoming.title", { days }),
    summary: say.text("upcoming.summary", { count: entries.length, days }),
    blocks: entries.length === 0 ? [paragraph(say.text("upcoming.none", { days }))] : dueBlocks(view, say),
  };
}

function dueBlocks({ days, page, upcoming, readAt }: UpcomingView, say: Speak): readonly Block[] {
  const pages = Math.ceil(upcoming.entries.length / ROWS);
  const shown = Math.min(page, pages);
  const to = (next: number): Press => press("upcoming", { days: String(days), page: String(next) });
  return [
    upcomingTable(upcoming.entries.slice((shown - 1) * ROWS, shown * ROWS), say),
    ...totals(upcoming, say),
    ...buttons(...pageButtons({ page: shown, pages }, to, say)),
    ...(readAt === null
      ? []
      : [
          note(
            say.text("list.note", {
              count: upcoming.entries.length,
              page: shown,
              pages,
              at: instant(readAt, "time"),
            }),
          ),
        ]),
  ];
}

export function upcomingTable(entries: readonly UpcomingEntry[], say: Speak): Block {
  return {
    kind: "table",
    caption: say.plain("upcoming.caption"),
    columns: [
      { label: say.plain("list.name") },
      { label: say.plain("upcoming.when") },
      { label: say.plain("upcoming.what") },
      { label: say.plain("upcoming.amount"), align: "end" },
    ],
    rows: entries.map((entry) => cells(entry, say)),
  };
}

function cells({ service, at, what }: UpcomingEntry, say: Speak): readonly Text[] {
  return [
    [strong(listName(service, say)), plain(` (${familyWord(service, say)})`)],
    [instant(at, "date")],
    say.text(`upcoming.${what}`),
    [plain(amount(service.price, what, say))],
  ];
}

function amount(price: UpcomingEntry["service"]["price"], what: UpcomingEntry["what"], say: Speak): string {
  if (what === "is-deleted" || what === "commitment-ends") return say.plain("amount.none");
  return price ? moneyWords(price, say) : say.plain("amount.unknown");
}

function totals({ totals: sums, unpriced }: Upcoming, say: Speak): readonly Block[] {
  const unknown = unpriced > 0 ? [note(say.text("upcoming.unknown-amounts", { count: unpriced }))] : [];
  if (sums.length === 0) return unknown;
  const words = sums.map((sum) => moneyWords(sum, say)).join(" + ");
  return [
    { kind: "fields", fields: [{ label: say.plain("upcoming.totals"), value: [strong(words)] }] },
    ...unknown,
  ];
}
