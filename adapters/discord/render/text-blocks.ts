import type { Block, Field, Locale, Table } from "../../../src/card/card.ts";
import { toneTitle } from "../../../src/card/tone.ts";
import { bold, lineOf, strongLineOf } from "./inline.ts";
import { literal } from "./sanitise.ts";

type Callout = Extract<Block, { kind: "callout" }>;

/** French sets a no-break space before a colon. */
const COLON = { en: ": ", fr: "\u00A0: " } as const satisfies Record<Locale, string>;
const SUBTEXT = "-# ";
const QUOTE = "> ";
const NOTHING = "–";

/** A quotation, so that its bar at the side sets it off: "> **⚠️ Warning · this cannot be undone**". */
export function calloutText(callout: Callout, locale: Locale): string {
  const head = `**${toneTitle(callout.tone, literal(callout.title), locale)}**`;
  return [head, ...callout.lines.map(lineOf)].map((line) => QUOTE + line).join("\n");
}

export function fieldsText(fields: readonly Field[], locale: Locale): string {
  return fields
    .map(({ label, value }) => `${bold(label)}${COLON[locale]}${lineOf(value) || NOTHING}`)
    .join("\n");
}

export function noteText(text: string): string {
  return SUBTEXT + text;
}

/**
 * Discord has no tables, and a phone shows about 40 characters a line: two short lines a row, its name in bold
 * above, the other cells below in small print, in the order that the first line names.
 */
export function tableText(table: Table): string {
  const head = table.columns.map(({ label }) => literal(label)).join(" · ");
  const caption = [literal(table.caption).trim(), head].filter((part) => part !== "").join(" — ");
  const rows = table.rows.flatMap(([name = [], ...cells]) => {
    const below = cells.map((cell) => lineOf(cell) || NOTHING).join(" · ");
    const above = strongLineOf(name) || NOTHING;
    return below === "" ? [above] : [above, SUBTEXT + below];
  });
  return [SUBTEXT + caption, ...rows].join("\n");
}
