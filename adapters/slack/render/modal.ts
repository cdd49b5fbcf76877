import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { Form, FormField, Locale, Text } from "../../../src/card/card.ts";
import { toneWords } from "../../../src/card/tone.ts";
import { within } from "../../../src/card/too-large.ts";
import {
  INPUT_HINT,
  INPUT_LABEL,
  INPUT_LENGTH,
  OPTION_TEXT,
  PRIVATE_METADATA,
  TEXT,
  VIEW_SUBMIT,
  VIEW_TITLE,
} from "../limits.ts";
import { WORDS } from "../words.ts";
import { blocksOf, type Callout } from "./blocks.ts";
import { plainText, slackOption, slackOptions } from "./controls.ts";
import { cleanLine } from "./escape.ts";
import { mrkdwn, mrkdwnStrong } from "./inline.ts";

/** All our modals answer to it. */
const FORM = "form";
/** The `action_id` of every input; its `block_id` is the parameter's name. */
export const INPUT = "value";
/** The value of a ticked box. */
const TICKED = "yes";

export interface ModalOptions {
  /** What comes back with the submission; 3,000 characters. Not a secret store. */
  readonly metadata: string;
  /** Whether danger may be shown as an `alert` block (new in 2026, modals only), else as rich text. */
  readonly alerts: boolean;
}

export function renderForm(form: Form, { metadata, alerts }: ModalOptions): ModalView {
  const intro = form.intro.flatMap((block) =>
    alerts && block.kind === "callout" && block.tone === "danger"
      ? alertBlock(block, form.locale)
      : blocksOf(block, { locale: form.locale, table: "list" }),
  );
  return {
    type: "modal",
    callback_id: FORM,
    private_metadata: within(PRIVATE_METADATA, "private_metadata", metadata),
    title: plainText(within(VIEW_TITLE, "a form's title", cleanLine(form.title))),
    submit: plainText(within(VIEW_SUBMIT, "a form's button", cleanLine(form.submit))),
    close: plainText(WORDS[form.locale].close),
    blocks: [...intro, ...form.fields.flatMap((field) => inputBlocks(field, form.locale))],
  };
}

/** A modal that only says something. */
export function renderSaying(title: string, text: Text, locale: Locale): ModalView {
  return {
    type: "modal",
    title: plainText(within(VIEW_TITLE, "a modal's title", title)),
    close: plainText(WORDS[locale].close),
    blocks: blocksOf({ kind: "paragraph", text }, { locale, table: "list" }),
  };
}

/** docs.slack.dev/reference/block-kit/blocks/alert-block */
function alertBlock(callout: Callout, locale: Locale): KnownBlock[] {
  const lines = callout.lines.map((line) => `• ${mrkdwn(line, locale)}`);
  // The alert draws a sign of its own.
  const title = toneWords(callout.tone, cleanLine(callout.title), locale);
  const text = [mrkdwnStrong(title), ...lines].join("\n");
  return [
    {
      type: "alert",
      level: "error",
      text: { type: "mrkdwn", verbatim: true, text: within(TEXT, "a warning", text) },
    },
  ];
}

function inputBlocks(field: FormField, locale: Locale): KnownBlock[] {
  const label = plainText(within(INPUT_LABEL, "an input's label", cleanLine(field.label)));
  const base = { type: "input" as const, block_id: field.param, label };
  switch (field.kind) {
    case "text":
      return [textInput(field, base)];
    case "tick":
      return tickBlocks(field, base, locale);
    case "choice": {
      const initial = field.options.find(({ value }) => value === field.initial);
      return [
        {
          ...base,
          element: {
            type: "static_select",
            action_id: INPUT,
            options: slackOptions(field.options),
            placeholder: plainText(WORDS[locale].choose),
            ...(initial ? { initial_option: slackOption(initial) } : {}),
          },
        },
      ];
    }
  }
}

type InputBase = Pick<InputBlock, "type" | "block_id" | "label">;

function textInput(field: Extract<FormField, { kind: "text" }>, base: InputBase): InputBlock {
  return {
    ...base,
    optional: !field.required,
    ...(field.hint ? { hint: plainText(within(INPUT_HINT, "a hint", cleanLine(field.hint))) } : {}),
    element: {
      type: "plain_text_input",
      action_id: INPUT,
      multiline: field.multiline,
      max_length: Math.min(field.maxLength, INPUT_LENGTH),
      ...(field.initial ? { initial_value: field.initial } : {}),
    },
  };
}

/**
 * Optional for Slack, so that the bot itself says what a missing tick means. A statement longer than an option's
 * text stands above the box, whole.
 */
function tickBlocks(
  field: Extract<FormField, { kind: "tick" }>,
  base: InputBase,
  locale: Locale,
): KnownBlock[] {
  const statement = cleanLine(field.statement);
  const long = statement.length > OPTION_TEXT;
  const option = within(OPTION_TEXT, "a box's label", long ? cleanLine(field.label) : statement);
  const above = long
    ? blocksOf({ kind: "paragraph", text: [{ kind: "plain", text: statement }] }, { locale, table: "list" })
    : [];
  return [
    ...above,
    {
      ...base,
      optional: true,
      element: {
        type: "checkboxes",
        action_id: INPUT,
        options: [{ text: plainText(option), value: TICKED }],
      },
    },
  ];
}
