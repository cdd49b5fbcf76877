import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderHome, renderMessage } from "../../../../adapters/slack/render/message.ts";
import { TABLE_SHAPES } from "../../../../adapters/slack/render/table.ts";
import { lintMessage } from "../../../../sandbox/slack/lint/message.ts";
import { lintHome } from "../../../../sandbox/slack/lint/view.ts";
import type { Block, Card, Text } from "../../../../src/card/card.ts";
import { buttons, card, serviceSelect, table, words } from "../cards.ts";

const AT = Date.UTC(2026, 10, 21, 14, 2);

/** Every kind of block and inline, with `name` wherever a name can stand. */
function everything(name: string, locale: Card["locale"] = "en"): Card {
  const text: Text = [
    { kind: "plain", text: `${name} ends ` },
    { kind: "instant", at: AT, style: "time" },
    { kind: "strong", text: name },
    { kind: "code", text: name },
    { kind: "link", text: name, url: "https://www.ovh.com/manager/" },
    { kind: "actor", actor: { platform: "slack", id: "U0ALICE" } },
    { kind: "actor", actor: { platform: "discord", id: "123" } },
  ];
  const blocks: Block[] = [
    { kind: "paragraph", text },
    { kind: "callout", tone: "danger", title: name, lines: [text, text] },
    { kind: "callout", tone: "info", title: name, lines: [] },
    { kind: "fields", fields: Array.from({ length: 11 }, () => ({ label: name, value: text })) },
    {
      ...table,
      caption: name,
      rows: [
        [text, text, text],
        [words(name), [], words("1")],
      ],
    },
    table,
    { kind: "divider" },
    buttons("open", "keep"),
    {
      kind: "select",
      label: name,
      press: { command: "service", input: {} },
      param: "name",
      searchable: false,
      options: [{ label: name, description: name, value: "1" }],
    },
    serviceSelect,
    { kind: "note", text },
  ];
  return { locale, title: name, summary: text, blocks };
}

const errors = (findings: readonly { readonly level: string }[]) =>
  findings.filter(({ level }) => level === "error");

describe("a card as a Slack message", () => {
  it.each(TABLE_SHAPES)("shows every kind of block within Slack's rules (%s)", (shape) => {
    expect(lintMessage(renderMessage(everything("example.com"), shape))).toEqual([]);
    expect(lintHome(renderHome(everything("example.com")))).toEqual([]);
  });

  it("stays within Slack's rules whatever a name holds", () => {
    const names = fc.oneof(
      fc.string({ unit: "binary", maxLength: 70 }),
      fc.constantFrom(
        "",
        " ",
        "\u200b",
        "<!channel>",
        "&lt;",
        "*_~`",
        ":fire:",
        "\u202egnp.exe",
        "🦊".repeat(20),
      ),
    );
    fc.assert(
      fc.property(names, fc.constantFrom(...TABLE_SHAPES), (name, shape) => {
        const message = renderMessage(everything(name), shape);
        expect(errors(lintMessage(message))).toEqual([]);
        expect(message.text).not.toMatch(/<!(?!date)|<#|<@(?!U0ALICE>)/);
      }),
      { numRuns: 25 },
    );
  });

  it("carries what matters in the notification, instants with a fallback in the card's language", () => {
    const french = renderMessage(everything("exemple.fr", "fr"), "data_table");
    expect(french.text).toContain(
      "exemple.fr ends <!date^1795269720^{date_short} {time}|21 novembre 2026 14:02 UTC>",
    );
  });

  it.each([
    { style: "date", format: "{date_short}", fallback: "21 November 2026 UTC" },
    { style: "time", format: "{date_short} {time}", fallback: "21 November 2026 14:02 UTC" },
    { style: "relative", format: "{ago}", fallback: "21 November 2026 14:02 UTC" },
    { style: "clock", format: "{time}", fallback: "14:02 UTC" },
  ] as const)("lets the reader's client write an instant ($style)", ({ style, format, fallback }) => {
    const { blocks } = renderMessage(
      card("Ends", [{ kind: "paragraph", text: [{ kind: "instant", at: AT, style }] }]),
      "data_table",
    );
    expect(blocks[1]).toMatchObject({
      elements: [{ elements: [{ type: "date", timestamp: 1_795_269_720, format, fallback }] }],
    });
  });

  it.each([
    { tone: "info", en: "ℹ️ Title", fr: "ℹ️ Title" },
    { tone: "success", en: "✅ Done · Title", fr: "✅ Fait · Title" },
    { tone: "warning", en: "⚠️ Warning · Title", fr: "⚠️ Attention · Title" },
    { tone: "danger", en: "⛔ Danger · Title", fr: "⛔ Danger · Title" },
  ] as const)("says the tone of a callout by symbol and word ($tone)", ({ tone, en, fr }) => {
    const callout = card("Card", [{ kind: "callout", tone, title: "Title", lines: [words("One line.")] }]);
    expect(JSON.stringify(renderMessage(callout, "data_table"))).toContain(en);
    expect(JSON.stringify(renderMessage({ ...callout, locale: "fr" }, "data_table"))).toContain(fr);
  });

  it("shows a table's rows on one page, named by their first cell, without an empty cell", () => {
    const { blocks } = renderMessage(card("Services", [table]), "data_table");
    expect(blocks[1]).toMatchObject({
      type: "data_table",
      caption: "Services",
      page_size: 2,
      row_header_column_index: 0,
    });
    expect(JSON.stringify(blocks[1])).toContain('{"type":"raw_text","text":"–"}');
  });

  it("shows one table a message, and the next ones as lists", () => {
    const { blocks } = renderMessage(card("Two", [table, table]), "data_table");
    expect(blocks.filter(({ type }) => type === "data_table")).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain("rich_text_list");
  });

  it("shows neither a table without rows nor a select without options", () => {
    const empty = card("Nothing", [
      { ...table, rows: [] },
      { ...serviceSelect, searchable: false, options: [] },
    ]);
    expect(renderMessage(empty, "data_table").blocks).toHaveLength(1);
  });

  it("gives every button its own action", () => {
    const { blocks } = renderMessage(card("Buttons", [buttons("a", "b", "c")]), "data_table");
    expect(blocks[1]).toMatchObject({
      elements: [
        { action_id: "press-0", value: "a|id=7" },
        { action_id: "press-1", value: "b|id=7" },
        { action_id: "press-2", value: "c|id=7" },
      ],
    });
  });
});
