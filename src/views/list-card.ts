import {
  buttons,
  callout,
  instant,
  note,
  paragraph,
  plain,
  press,
  pressButton,
  strong,
} from "../card/build.ts";
import type { Block, Button, Card, Press, Text } from "../card/card.ts";
import type { Listing, Row, Snapshot } from "../catalogue.ts";
import type { Instant } from "../domain/instant.ts";
import { formatQuery, type Query } from "../domain/query.ts";
import type { Speak } from "../i18n/speak.ts";
import { filterWords } from "./filter-words.ts";
import { pageButtons } from "./page-buttons.ts";
import { serviceOption } from "./service-option.ts";
import { dateWords, familyWord, listName, renewalWords, stateWord } from "./words.ts";

export interface ListView {
  readonly query: Query;
  readonly listing: Listing;
  readonly snapshot: Snapshot;
  readonly now: Instant;
}

/** Slack's header holds 150 characters. */
const FILTER_IN_TITLE = 120;

/** One page of the services: ten rows, what they are filtered by, how old they are, and a select that opens one. */
export function listCard(view: ListView, say: Speak): Card {
  const { query, listing, snapshot } = view;
  const filter = filterWords(query, say);
  const isShort = filter !== "" && filter.length <= FILTER_IN_TITLE;
  return {
    locale: say.locale,
    title: isShort ? say.plain("list.title-filtered", { filter }) : say.plain("list.title"),
    summary: say.text("list.summary", { count: listing.total }),
    blocks: [
      ...(filter === "" || isShort ? [] : [paragraph(say.text("list.filter", { filter: strong(filter) }))]),
      ...state(snapshot, say),
      ...rows(view, say),
      ...opener(view, say),
      ...buttons(
        ...(snapshot.readAt === null ? [pressButton(say.plain("list.again"), "primary", toPage(query))] : []),
        ...pageButtons(listing, (page) => toPage({ ...query, page }), say),
        ...grouping(query, listing, say),
        ...(listing.total === 0 && filter !== ""
          ? [pressButton(say.plain("button.list"), "neutral", press("services"))]
          : []),
      ),
      ...(snapshot.readAt === null ? [] : [note(footer(listing, snapshot.readAt, say))]),
    ],
  };
}

function state({ readAt, problem, progress, services }: Snapshot, say: Speak): readonly Block[] {
  if (readAt === null) {
    const done = progress?.done ?? services.length;
    const text = say.text("list.partial", { done, total: progress?.total ?? 0 });
    return [callout("info", say.plain("list.partial-title"), text)];
  }
  if (!problem) return [];
  return [
    callout(
      "warning",
      say.plain("list.stale-title"),
      say.text("list.stale", { at: instant(readAt, "time") }),
    ),
  ];
}

function rows({ listing, query, snapshot, now }: ListView, say: Speak): readonly Block[] {
  if (listing.total === 0) {
    const empty = snapshot.services.length === 0 ? "list.account-empty" : "list.empty";
    return snapshot.readAt === null ? [] : [paragraph(say.text(empty))];
  }
  const label = (key: Parameters<Speak["plain"]>[0]): { label: string } => ({ label: say.plain(key) });
  return [
    {
      kind: "table",
      caption: say.plain("list.caption"),
      columns: [
        label("list.name"),
        // What happens when comes first: a phone shows no more of a row.
        label("list.date"),
        label("list.type"),
        label("list.renewal"),
        label("list.state"),
      ],
      rows: listing.rows.map((row) => cells(row, query, now, say)),
    },
  ];
}

function cells({ service, attachedTo }: Row, query: Query, now: Instant, say: Speak): readonly Text[] {
  const name = listName(service, say);
  return [
    attachedTo && query.grouped ? [plain(say.plain("list.attached-mark", { name }))] : [strong(name)],
    dateWords(service, now, say),
    [plain(familyWord(service, say))],
    [plain(renewalWords(service, say))],
    [plain(stateWord(service, say))],
  ];
}

function opener({ listing }: ListView, say: Speak): readonly Block[] {
  if (listing.rows.length === 0) return [];
  return [
    {
      kind: "select",
      label: say.plain("list.open"),
      press: press("service"),
      param: "service",
      options: listing.rows.map(({ service }) => serviceOption(service, say)),
      searchable: true,
    },
  ];
}

const toPage = (query: Query): Press => press("services", { q: formatQuery(query) });

function grouping(query: Query, { total }: Listing, say: Speak): readonly Button[] {
  if (total < 2) return [];
  const words = query.grouped ? "list.apart" : "list.together";
  return [pressButton(say.plain(words), "neutral", toPage({ ...query, grouped: !query.grouped, page: 1 }))];
}

function footer({ total, page, pages }: Listing, readAt: Instant, say: Speak): Text {
  return say.text("list.note", { count: total, page, pages, at: instant(readAt, "time") });
}
