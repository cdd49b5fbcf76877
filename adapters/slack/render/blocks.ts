import type { KnownBlock, RichTextBlock, RichTextBlockElement, RichTextElement } from "@slack/types";
import type { Block, Field, Locale, Text } from "../../../src/card/card.ts";
import { toneTitle } from "../../../src/card/tone.ts";
import { within } from "../../../src/card/too-large.ts";
import { HEADER, SECTION_FIELD, SECTION_FIELDS, TEXT } from "../limits.ts";
import { buttonsBlock, plainText, selectBlock } from "./controls.ts";
import { cleanLine } from "./escape.ts";
import { mrkdwn, mrkdwnStrong, richElements } from "./inline.ts";
import { type TableShape, tableBlocks } from "./table.ts";

export interface BlockContext {
  readonly locale: Locale;
  readonly table: TableShape;
}

/** A block of a card as Slack blocks. Throws {@link CardTooLarge} rather than cut anything. */
export function blocksOf(block: Block, { locale, table }: BlockContext): KnownBlock[] {
  switch (block.kind) {
    case "paragraph":
      return richBlock([section(richElements(block.text, locale))]);
    case "callout":
      return calloutBlock(block, locale);
    case "fields":
      return fieldBlocks(block.fields, locale);
    case "table":
      return tableBlocks(block, locale, table);
    case "buttons":
      return buttonsBlock(block.buttons);
    case "select":
      return selectBlock(block);
    case "note":
      return noteBlock(block.text, locale);
    case "divider":
      return [{ type: "divider" }];
  }
}

export function headerBlock(title: string): KnownBlock {
  return { type: "header", text: plainText(within(HEADER, "a title", cleanLine(title))) };
}

export type Callout = Extract<Block, { kind: "callout" }>;

/** "⚠️ Warning · This cannot be taken back" */
function calloutTitle({ tone, title }: Callout, locale: Locale): string {
  return toneTitle(tone, cleanLine(title), locale);
}

/** A line stands alone, several become a list. */
function calloutBlock(callout: Callout, locale: Locale): KnownBlock[] {
  const title: RichTextElement = { type: "text", text: calloutTitle(callout, locale), style: { bold: true } };
  const lines = callout.lines.map((line) => richElements(line, locale)).filter((line) => line.length > 0);
  const [only] = lines;
  if (lines.length === 1 && only) return richBlock([section([title, { type: "text", text: "\n" }, ...only])]);
  return richBlock([section([title]), ...bullets(lines)]);
}

function bullets(lines: readonly RichTextElement[][]): RichTextBlockElement[] {
  if (lines.length === 0) return [];
  const elements = lines.map((line) => ({ type: "rich_text_section" as const, elements: line }));
  return [{ type: "rich_text_list", style: "bullet", elements }];
}

function section(elements: RichTextElement[]): RichTextBlockElement {
  return { type: "rich_text_section", elements };
}

/** Slack refuses empty rich text, so that an empty paragraph shows nothing. */
function richBlock(elements: RichTextBlockElement[]): RichTextBlock[] {
  const filled = elements.filter((one) => one.elements.length > 0);
  return filled.length > 0 ? [{ type: "rich_text", elements: filled }] : [];
}

/** Slack sets fields two by two; more than ten begin a further section. */
function fieldBlocks(fields: readonly Field[], locale: Locale): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < fields.length; at += SECTION_FIELDS) {
    const some = fields.slice(at, at + SECTION_FIELDS);
    blocks.push({ type: "section", fields: some.map((field) => fieldText(field, locale)) });
  }
  return blocks;
}

function fieldText({ label, value }: Field, locale: Locale) {
  const text = `${mrkdwnStrong(cleanLine(label))}\n${mrkdwn(value, locale).trim() || "–"}`;
  return { type: "mrkdwn" as const, verbatim: true, text: within(SECTION_FIELD, "a field", text) };
}

function noteBlock(text: Text, locale: Locale): KnownBlock[] {
  const words = within(TEXT, "a note", mrkdwn(text, locale).trim());
  return words ? [{ type: "context", elements: [{ type: "mrkdwn", verbatim: true, text: words }] }] : [];
}
