import type { Block, Card, Form, Select, Table, Text } from "../../../src/card/card.ts";
import type { Reply } from "../../../src/chat.ts";

export const words = (text: string): Text => [{ kind: "plain", text }];

export function card(title: string, blocks: readonly Block[] = [], more: Partial<Card> = {}): Card {
  return { locale: "en", title, summary: words(`${title}.`), blocks, ...more };
}

export function privately(title: string, more: Partial<Reply> = {}): Reply {
  return { card: card(title), audience: "requester", replaces: false, ...more };
}

export function publicly(title: string, more: Partial<Reply> = {}): Reply {
  return { ...privately(title, more), audience: "channel", ...more };
}

/** A row of buttons that press `command` each. */
export function buttons(...commands: readonly string[]): Block {
  return {
    kind: "buttons",
    buttons: commands.map((command) => ({
      label: `Do ${command}`,
      style: "neutral",
      does: { kind: "press", press: { command, input: { id: "7" } } },
    })),
  };
}

export const serviceSelect: Select = {
  kind: "select",
  label: "Open a service",
  press: { command: "service", input: {} },
  param: "name",
  options: [{ label: "example.com", value: "1" }],
  searchable: true,
};

export const table: Table = {
  kind: "table",
  caption: "Services",
  columns: [{ label: "Name" }, { label: "Expires" }, { label: "Price", align: "end" }],
  rows: [
    [
      words("example.com"),
      [{ kind: "instant", at: Date.UTC(2026, 10, 21), style: "date" }],
      words("9.99 EUR"),
    ],
    [words("vps-1"), words(""), words("")],
  ],
};

export const deletionForm: Form = {
  locale: "en",
  title: "Delete example.com",
  submit: "Ask OVHcloud to delete",
  press: { command: "delete-confirm", input: { id: "c1" } },
  intro: [
    {
      kind: "callout",
      tone: "danger",
      title: "This cannot be taken back",
      lines: [words("All files are lost."), words("Nothing is refunded.")],
    },
  ],
  fields: [
    {
      kind: "text",
      param: "name",
      label: "Type the service's name",
      hint: "example.com",
      required: true,
      multiline: false,
      maxLength: 255,
    },
    {
      kind: "tick",
      param: "understood",
      label: "I understand",
      statement: "I understand that the data is gone.",
    },
    {
      kind: "choice",
      param: "reason",
      label: "Why",
      options: [
        { label: "Not used", value: "unused" },
        { label: "Too dear", value: "price" },
      ],
      initial: "unused",
    },
  ],
};
