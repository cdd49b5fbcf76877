import { describe, expect, it } from "vitest";
import { renderMessage } from "../../../../adapters/slack/render/message.ts";
import { renderForm } from "../../../../adapters/slack/render/modal.ts";
import type { Block, Form } from "../../../../src/card/card.ts";
import { CardTooLarge } from "../../../../src/card/too-large.ts";
import { buttons, card, deletionForm, table, words } from "../cards.ts";

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const long = (length: number): string => "x".repeat(length);
const labelled = (label: string): Block => ({
  kind: "buttons",
  buttons: [{ label, style: "danger", does: { kind: "press", press: { command: "go", input: {} } } }],
});
const choosing = (count: number, value: string, label = "Option"): Block => ({
  kind: "select",
  label: "Open",
  press: { command: "service", input: {} },
  param: "name",
  searchable: false,
  options: many(count, { label, description: label, value }),
});

describe("what does not fit is refused whole, never cut", () => {
  it.each<{ what: string; fits: readonly Block[]; not: readonly Block[] }>([
    { what: "a button's label", fits: [labelled(long(75))], not: [labelled(long(76))] },
    { what: "a row of buttons", fits: [buttons(...many(25, "go"))], not: [buttons(...many(26, "go"))] },
    {
      what: "a field",
      fits: [{ kind: "fields", fields: [{ label: "L", value: words(long(1990)) }] }],
      not: [{ kind: "fields", fields: [{ label: "L", value: words(long(2000)) }] }],
    },
    {
      what: "a note",
      fits: [{ kind: "note", text: words(long(3000)) }],
      not: [{ kind: "note", text: words(long(3001)) }],
    },
    {
      what: "a warning's line",
      fits: [{ kind: "callout", tone: "danger", title: "T", lines: [words(long(3000))] }],
      not: [{ kind: "callout", tone: "danger", title: "T", lines: [words(long(3001))] }],
    },
    { what: "a select", fits: [choosing(100, "1")], not: [choosing(101, "1")] },
    { what: "an option's value", fits: [choosing(1, long(75))], not: [choosing(1, long(76))] },
    { what: "a message", fits: many(49, { kind: "divider" }), not: many(50, { kind: "divider" }) },
    {
      what: "the text of a message",
      fits: many(4, { kind: "paragraph", text: words(long(3000)) }),
      not: many(5, { kind: "paragraph", text: words(long(3000)) }),
    },
    {
      what: "a table",
      fits: [{ ...table, columns: [{ label: "A" }], rows: many(100, [words("a")]) }],
      not: [{ ...table, columns: [{ label: "A" }], rows: many(101, [words("a")]) }],
    },
    {
      what: "the text of a table",
      fits: [{ kind: "table", caption: "T", columns: [{ label: "A" }], rows: many(90, [words(long(90))]) }],
      not: [{ kind: "table", caption: "T", columns: [{ label: "A" }], rows: many(90, [words(long(120))]) }],
    },
  ])("$what", ({ fits, not }) => {
    expect(() => renderMessage(card("Card", fits), "data_table")).not.toThrow();
    expect(() => renderMessage(card("Card", not), "data_table")).toThrow(CardTooLarge);
  });

  it("a title", () => {
    expect(() => renderMessage(card(long(150)), "data_table")).not.toThrow();
    expect(() => renderMessage(card(long(151)), "data_table")).toThrow(CardTooLarge);
  });

  it.each<{ what: string; form: Partial<Form> }>([
    { what: "a form's title", form: { title: long(25) } },
    { what: "a form's button", form: { submit: long(25) } },
    {
      what: "a form's warning",
      form: { intro: [{ kind: "callout", tone: "danger", title: "T", lines: [words(long(3000))] }] },
    },
  ])("$what", ({ form }) => {
    const options = { metadata: "{}", alerts: true };
    expect(() => renderForm(deletionForm, options)).not.toThrow();
    expect(() => renderForm({ ...deletionForm, ...form }, options)).toThrow(CardTooLarge);
  });

  it("shortens only the words of an option, whose value says what is meant", () => {
    const text = JSON.stringify(renderMessage(card("Card", [choosing(1, "42", long(300))]), "data_table"));
    expect(text).toContain(`${long(74)}…`);
    expect(text).toContain('"value":"42"');
  });
});
