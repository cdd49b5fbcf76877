import type {
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  Button as SlackButton,
  Select as SlackSelect,
} from "@slack/types";
import type { Button, Option, Press, Select } from "../../../src/card/card.ts";
import { decodePress, encodePress } from "../../../src/card/press.ts";
import { atMost, within } from "../../../src/card/too-large.ts";
import {
  ACTIONS,
  BUTTON_TEXT,
  OPTION_TEXT,
  OPTION_VALUE,
  OPTIONS,
  PLACEHOLDER,
  URL_LENGTH,
} from "../limits.ts";
import { cleanLine, shorten } from "./escape.ts";

/** `emoji: false` keeps `:shortcodes:` in names as they are. */
export const plainText = (text: string): PlainTextElement => ({ type: "plain_text", text, emoji: false });

export function buttonsBlock(buttons: readonly Button[]): KnownBlock[] {
  if (buttons.length === 0) return [];
  return [{ type: "actions", elements: atMost(ACTIONS, "a row of buttons", buttons).map(button) }];
}

function button(one: Button, index: number): SlackButton {
  const base: SlackButton = {
    type: "button",
    action_id: `press-${index}`,
    text: plainText(within(BUTTON_TEXT, "a button", cleanLine(one.label))),
  };
  const styled: SlackButton = one.style === "neutral" ? base : { ...base, style: one.style };
  switch (one.does.kind) {
    case "press":
      return { ...styled, value: encodePress(one.does.press) };
    case "open":
      return { ...styled, url: within(URL_LENGTH, "a button's address", one.does.url) };
  }
}

/** A select with nothing to choose is left out, since Slack refuses one. */
export function selectBlock(select: Select): KnownBlock[] {
  if (select.options.length === 0 && !select.searchable) return [];
  const common = {
    action_id: encodeChoice({ press: select.press, param: select.param }),
    placeholder: plainText(within(PLACEHOLDER, "a select's label", cleanLine(select.label))),
  };
  const element: SlackSelect = select.searchable
    ? // 0: a press shows the first ones at once. The default of 3 would hide short names.
      { type: "external_select", min_query_length: 0, ...common }
    : { type: "static_select", options: slackOptions(select.options), ...common };
  return [{ type: "actions", elements: [element] }];
}

export function slackOptions(options: readonly Option[]): PlainTextOption[] {
  return atMost(OPTIONS, "a select", options).map(slackOption);
}

/** The value says what is meant, so that label and description may be shortened. */
export function slackOption({ label, description, value }: Option): PlainTextOption {
  return {
    text: plainText(shorten(cleanLine(label), OPTION_TEXT)),
    value: within(OPTION_VALUE, "an option's value", value),
    ...(description ? { description: plainText(shorten(cleanLine(description), OPTION_TEXT)) } : {}),
  };
}

/** What a select stands for. An `action_id` (255 characters) carries it, since the value is the chosen one. */
export interface Choice {
  readonly press: Press;
  readonly param: string;
}

const CHOICE = /^choose:([a-z-]+):(.+)$/s;

const encodeChoice = ({ press, param }: Choice): string => `choose:${param}:${encodePress(press)}`;

/** Null for an `action_id` that no select of this adapter has. */
export function decodeChoice(actionId: string): Choice | null {
  const [, param, encoded] = CHOICE.exec(actionId) ?? [];
  if (param === undefined || encoded === undefined) return null;
  const press = decodePress(encoded);
  return press && { press, param };
}
