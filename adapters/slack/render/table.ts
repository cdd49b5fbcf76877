import type {
  DataTableBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
  TableBlock,
} from "@slack/types";
import type { Locale, Table, Text } from "../../../src/card/card.ts";
import { atMost, CardTooLarge } from "../../../src/card/too-large.ts";
import { TABLE_CHARACTERS, TABLE_COLUMNS, TABLE_ROWS } from "../limits.ts";
import { cleanLine } from "./escape.ts";
import { richElements, wordsOnly } from "./inline.ts";

/**
 * How a table is shown, the best first. `data_table` is new (2026): where a workspace refuses it the next is tried.
 * Lists also stand in App Home and for every table of a message after the first, where Slack has no other.
 */
export const TABLE_SHAPES = ["data_table", "table", "list"] as const;
export type TableShape = (typeof TABLE_SHAPES)[number];

type Cell = { type: "raw_text"; text: string } | RichTextBlock;

export function tableBlocks(table: Table, locale: Locale, shape: TableShape): KnownBlock[] {
  if (table.rows.length === 0) return [];
  atMost(TABLE_COLUMNS, "a table row", table.columns);
  atMost(TABLE_ROWS, "a table", table.rows);
  switch (shape) {
    case "data_table":
      return [dataTable(table, locale)];
    case "table":
      return [captionBlock(table), plainTable(table, locale)];
    case "list":
      return [captionBlock(table), listOf(table, locale)];
  }
}

/** One page holds all rows: the view has paged already, and what is due must not hide behind a second pager. */
function dataTable(table: Table, locale: Locale): DataTableBlock {
  return {
    type: "data_table",
    caption: cleanLine(table.caption),
    page_size: table.rows.length,
    row_header_column_index: 0,
    rows: cells(table, locale),
  };
}

function plainTable(table: Table, locale: Locale): TableBlock {
  return {
    type: "table",
    column_settings: table.columns.map(({ align }) => ({
      align: align === "end" ? "right" : "left",
      is_wrapped: true,
    })),
    rows: cells(table, locale),
  };
}

function cells(table: Table, locale: Locale): Cell[][] {
  const header = table.columns.map(({ label }): Cell => ({ type: "raw_text", text: cleanLine(label) }));
  const rows = table.rows.map((row) => table.columns.map((_, at) => cell(row[at] ?? [], locale)));
  const characters = JSON.stringify(rows.map((row) => row.map(cellText))).length;
  if (characters > TABLE_CHARACTERS) {
    throw new CardTooLarge(`a table holds ${TABLE_CHARACTERS} characters, not ${characters}`);
  }
  return [header, ...rows];
}

function cell(text: Text, locale: Locale): Cell {
  const words = wordsOnly(text);
  // An empty cell is refused, hence the dash.
  if (words !== null) return { type: "raw_text", text: cleanLine(words) };
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_section", elements: richElements(text, locale) }],
  };
}

const cellText = (one: Cell): string => (one.type === "raw_text" ? one.text : JSON.stringify(one.elements));

function captionBlock(table: Table): RichTextBlock {
  const caption: RichTextElement = { type: "text", text: cleanLine(table.caption), style: { italic: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [caption] }] };
}

/** French sets a no-break space before a colon. */
const COLON = { en: ": ", fr: "\u00A0: " } as const satisfies Record<Locale, string>;

/** One bullet a row: its name in bold, then each further cell with its column's label. */
function listOf(table: Table, locale: Locale): RichTextBlock {
  return {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_list",
        style: "bullet",
        elements: table.rows.map((row) => listItem(table, row, locale)),
      },
    ],
  };
}

function listItem(table: Table, row: readonly Text[], locale: Locale): RichTextSection {
  const name = richElements(row[0] ?? [], locale).map(
    (one): RichTextElement => (one.type === "text" ? { ...one, style: { ...one.style, bold: true } } : one),
  );
  const rest = table.columns.slice(1).flatMap(({ label }, at): RichTextElement[] => {
    const value = richElements(row[at + 1] ?? [], locale);
    if (value.length === 0) return [];
    return [
      { type: "text", text: `${at === 0 ? "\n" : " · "}${cleanLine(label)}${COLON[locale]}` },
      ...value,
    ];
  });
  return { type: "rich_text_section", elements: [...name, ...rest] };
}
