import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord-api-types/v10";
import type { Block, Card } from "../../../src/card/card.ts";
import { CardTooLarge } from "../../../src/card/too-large.ts";
import * as limits from "../limits.ts";
import { accentColor } from "./accent.ts";
import { buttonRows, selectRow } from "./controls.ts";
import { lineOf } from "./inline.ts";
import { literal } from "./sanitise.ts";
import { calloutText, fieldsText, noteText, tableText } from "./text-blocks.ts";

/** A message with Components V2: a whole body for every route that takes a message. */
export interface MessageBody {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: [] };
}

/**
 * The card as Discord shows it. `privately`: only the one who asked sees it (answers to interactions only).
 * The summary is shown where a card has no blocks; beside them it would say everything twice, and with Components V2
 * Discord has no separate text for notifications.
 * Throws {@link CardTooLarge} and {@link PressTooLong}: nothing is cut off to fit.
 */
export function renderMessage(card: Card, privately = false): MessageBody {
  const title: APIComponentInContainer = {
    type: ComponentType.TextDisplay,
    content: `### ${literal(card.title).trim()}`,
  };
  const blocks = card.blocks.length > 0 ? card.blocks : [{ kind: "paragraph", text: card.summary } as const];
  const parts = [title, ...blocks.flatMap((block) => renderBlock(block, card))];
  check(parts);
  return {
    flags: MessageFlags.IsComponentsV2 | (privately ? MessageFlags.Ephemeral : 0),
    components: [{ type: ComponentType.Container, accent_color: accentColor(card), components: parts }],
    allowed_mentions: { parse: [] },
  };
}

function renderBlock(block: Block, { locale }: Card): APIComponentInContainer[] {
  switch (block.kind) {
    case "paragraph":
      return text(lineOf(block.text));
    case "callout":
      return text(calloutText(block, locale));
    case "fields":
      return text(fieldsText(block.fields, locale));
    case "table":
      return text(tableText(block));
    case "buttons":
      return buttonRows(block.buttons);
    case "select":
      return [selectRow(block)];
    case "note":
      return text(noteText(lineOf(block.text)));
    case "divider":
      return [{ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small }];
  }
}

/** Discord refuses a text display without a visible character. */
export function text(content: string): { type: ComponentType.TextDisplay; content: string }[] {
  return content.trim() === "" ? [] : [{ type: ComponentType.TextDisplay, content }];
}

function check(parts: readonly APIComponentInContainer[]): void {
  const nested = parts.flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []));
  const count = 1 + parts.length + nested.length;
  if (count > limits.MESSAGE_COMPONENTS)
    throw new CardTooLarge(`the card has ${count} components, Discord takes ${limits.MESSAGE_COMPONENTS}`);
  const length = parts.reduce((sum, part) => sum + ("content" in part ? part.content.length : 0), 0);
  if (length > limits.MESSAGE_TEXT)
    throw new CardTooLarge(`the card has ${length} characters, Discord takes ${limits.MESSAGE_TEXT}`);
  const ids = nested.flatMap((component) => ("custom_id" in component ? [component.custom_id] : []));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new CardTooLarge(`two parts of the card do the same: ${twice}`);
}
