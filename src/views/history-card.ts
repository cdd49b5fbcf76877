import { actor, buttons, instant, note, paragraph, plain, press } from "../card/build.ts";
import type { Block, Card, Press, Text } from "../card/card.ts";
import type { RecordedEntry } from "../domain/audit.ts";
import { parseQuery } from "../domain/parse-query.ts";
import type { Speak } from "../i18n/speak.ts";
import type { AuditPage } from "../ports.ts";
import { followWords } from "./filter-words.ts";
import { changeWords } from "./outcome-card.ts";
import { pageButtons } from "./page-buttons.ts";
import { asPlain, listReference } from "./words.ts";

export interface HistoryView {
  readonly audit: AuditPage;
  readonly page: number;
  readonly size: number;
  /** The filter, as a press carries it on to other pages. */
  readonly input: Readonly<Record<string, string>>;
}

/** Who did what, when, and what came of it: the newest first. */
export function historyCard({ audit, page, size, input }: HistoryView, say: Speak): Card {
  const pages = Math.max(1, Math.ceil(audit.total / size));
  const to = (next: number): Press => press("history", { ...input, page: String(next) });
  return {
    locale: say.locale,
    title: say.plain("history.title"),
    summary: say.text("history.summary", { count: audit.total }),
    blocks:
      audit.entries.length === 0
        ? [paragraph(say.text("history.none"))]
        : [
            table(audit.entries, say),
            ...buttons(...pageButtons({ page, pages }, to, say)),
            note(say.text("history.note", { count: audit.total, page, pages })),
          ],
  };
}

function table(entries: readonly RecordedEntry[], say: Speak): Block {
  return {
    kind: "table",
    caption: say.plain("history.caption"),
    columns: [
      { label: say.plain("history.what") },
      { label: say.plain("history.who") },
      { label: say.plain("history.when") },
    ],
    rows: entries.map((entry) => [
      [plain(asPlain(eventWords(entry, say)))],
      entry.actor ? [actor(entry.actor)] : say.text("history.bot"),
      [instant(entry.at, "time")],
    ]),
  };
}

function eventWords({ event, change, service }: RecordedEntry, say: Speak): Text {
  const what = change && service ? changeWords(change, listReference(service, say), say) : [];
  switch (event.kind) {
    case "asked":
      return say.text("history.asked", { change: what });
    case "decided":
      return say.text(`history.${event.decision}`, { change: what });
    case "finished":
      return say.text(`history.${event.outcome.kind}`, { change: what });
    case "followed":
    case "unfollowed":
      return say.text(`history.${event.kind}`, { filter: queryWords(event.query, say) });
  }
}

/** A query that an older version wrote may no longer parse: it is then shown as it stands. */
function queryWords(query: string, say: Speak): string {
  const parsed = parseQuery(query);
  return parsed.kind === "query" ? followWords(parsed.query, say) : query;
}
