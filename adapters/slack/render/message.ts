import type { HomeView, KnownBlock } from "@slack/types";
import type { Card } from "../../../src/card/card.ts";
import { atMost, CardTooLarge, within } from "../../../src/card/too-large.ts";
import { MESSAGE_BLOCKS, MESSAGE_CHARACTERS, TOP_TEXT, VIEW_BLOCKS } from "../limits.ts";
import { blocksOf, headerBlock } from "./blocks.ts";
import { cleanLine } from "./escape.ts";
import { mrkdwn } from "./inline.ts";
import type { TableShape } from "./table.ts";

export interface SlackMessage {
  /** For notifications and screen readers: Slack never shows it where it shows the blocks. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A card as a message. Throws {@link CardTooLarge}. */
export function renderMessage(card: Card, table: TableShape): SlackMessage {
  const blocks = withinMessage([...atMost(MESSAGE_BLOCKS, "a message", cardBlocks(card, table))]);
  const summary = mrkdwn(card.summary, card.locale).trim() || cleanLine(card.title);
  return { text: within(TOP_TEXT, "a summary", summary), blocks };
}

/** A card as the Home tab, where Slack has no tables. Throws {@link CardTooLarge}. */
export function renderHome(card: Card): HomeView {
  return { type: "home", blocks: [...atMost(VIEW_BLOCKS, "App Home", cardBlocks(card, "list"))] };
}

export const hasTable = (card: Card): boolean => card.blocks.some(({ kind }) => kind === "table");

function cardBlocks(card: Card, table: TableShape): KnownBlock[] {
  let tables = 0;
  const body = card.blocks.flatMap((block) => {
    // Slack takes one table a message: `only_one_table_allowed`.
    const shape = block.kind === "table" && tables++ > 0 ? "list" : table;
    return blocksOf(block, { locale: card.locale, table: shape });
  });
  return [headerBlock(card.title), ...body];
}

function withinMessage(blocks: KnownBlock[]): KnownBlock[] {
  const characters = visibleCharacters(blocks);
  if (characters <= MESSAGE_CHARACTERS) return blocks;
  throw new CardTooLarge(`a message holds ${MESSAGE_CHARACTERS} characters, not ${characters}`);
}

function visibleCharacters(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let sum = 0;
  for (const [key, inner] of Object.entries(value)) {
    sum += key === "text" && typeof inner === "string" ? inner.length : visibleCharacters(inner);
  }
  return sum;
}
