import type { Block, Button, Card, Form, Inline, Option, Press } from "../../../src/card/card.ts";

/** Cards of the size and kind that the tests of this folder need. */
export function card(blocks: readonly Block[], more: Partial<Card> = {}): Card {
  return {
    locale: "en",
    title: "Services",
    summary: [{ kind: "plain", text: "40 services" }],
    blocks,
    ...more,
  };
}

export const textCard = (text: string, more: Partial<Card> = {}): Card =>
  card([{ kind: "paragraph", text: [{ kind: "plain", text }] }], more);

export const plainText = (text: string): Inline => ({ kind: "plain", text });

export function button(
  label: string,
  press: Press = { command: "help", input: { at: label.toLowerCase() } },
): Button {
  return { label, style: "neutral", does: { kind: "press", press } };
}

export const options = (count: number): readonly Option[] =>
  Array.from({ length: count }, (_, index) => ({ label: `Option ${index}`, value: `${index}` }));

export const DELETE_FORM: Form = {
  locale: "en",
  title: "Delete now",
  submit: "Delete",
  press: { command: "confirm-delete", input: { id: "abc" } },
  intro: [
    { kind: "callout", tone: "danger", title: "Gone for good", lines: [[plainText("3 databases")]] },
    { kind: "paragraph", text: [plainText("Nothing is refunded.")] },
  ],
  fields: [
    {
      kind: "text",
      param: "typed",
      label: "Type the name",
      hint: "example.com",
      required: true,
      multiline: false,
      maxLength: 255,
    },
    {
      kind: "tick",
      param: "understood",
      label: "I understand",
      statement: "The data cannot be brought back",
    },
    {
      kind: "choice",
      param: "reason",
      label: "Why",
      options: [
        { label: "Not needed", value: "unneeded" },
        { label: "Moved", value: "moved" },
      ],
      initial: "moved",
    },
  ],
};
