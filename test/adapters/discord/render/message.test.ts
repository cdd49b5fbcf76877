import { describe, expect, it } from "vitest";
import { renderMessage } from "../../../../adapters/discord/render/message.ts";
import { judgeMessage } from "../../../../sandbox/discord/judge/message.ts";
import type { Block, Card, Tone } from "../../../../src/card/card.ts";
import { CardTooLarge } from "../../../../src/card/too-large.ts";
import { DAY } from "../../../../src/domain/instant.ts";
import { button, card, options, plainText, textCard } from "../cards.ts";

const AT = Date.UTC(2026, 10, 22, 14, 2);
const UNIX = AT / 1000;

const componentsOf = (shown: Card) => {
  const [container] = renderMessage(shown).components;
  if (container === undefined || !("components" in container)) throw new Error("no container");
  return container.components;
};

/** The texts of the blocks, without the title. */
const textsOf = (...blocks: Block[]) =>
  componentsOf(card(blocks))
    .flatMap((part) => ("content" in part ? [part.content] : []))
    .slice(1);

describe("renderMessage", () => {
  it("makes a Components V2 message that can wake nobody", () => {
    expect(renderMessage(textCard("Hello"))).toEqual({
      flags: 32768,
      allowed_mentions: { parse: [] },
      components: [
        {
          type: 17,
          accent_color: null,
          components: [
            { type: 10, content: "### Services" },
            { type: 10, content: "Hello" },
          ],
        },
      ],
    });
    expect(renderMessage(textCard("Hello"), true).flags).toBe(32768 | 64);
  });

  it("shows the summary where there are no blocks", () => {
    expect(componentsOf(card([]))[1]).toEqual({ type: 10, content: "40 services" });
  });

  it("lets the client show instants in the reader's own time zone", () => {
    const instant = (style: "date" | "time" | "relative" | "clock") =>
      ({ kind: "instant", at: AT + 999, style }) as const;
    expect(
      textsOf({
        kind: "paragraph",
        text: [instant("date"), instant("time"), instant("relative"), instant("clock")],
      }),
    ).toEqual([`<t:${UNIX}:D><t:${UNIX}:f><t:${UNIX}:R><t:${UNIX}:t>`]);
  });

  it("names people, and says of somebody in Slack that they are there", () => {
    const text = textsOf({
      kind: "paragraph",
      text: [
        { kind: "actor", actor: { platform: "discord", id: "123456789012345678" } },
        plainText(" "),
        { kind: "actor", actor: { platform: "slack", id: "U123" } },
        plainText(" "),
        { kind: "actor", actor: { platform: "discord", id: "@everyone>" } },
      ],
    });
    expect(text).toEqual(["<@123456789012345678> `U123` (Slack) `@everyone>`"]);
  });

  it("keeps markup in names inert in every block", () => {
    const evil = "**@everyone** [x](https://evil.test)\n# <@1>";
    const inert = "\\*\\*\\@everyone\\*\\* \\[x\\]\\(https\\://evil.test\\) \\# \\<\\@1\\>";
    const text = [plainText(evil)];
    expect(
      textsOf(
        { kind: "paragraph", text },
        { kind: "note", text },
        { kind: "fields", fields: [{ label: evil, value: text }] },
        { kind: "callout", tone: "info", title: evil, lines: [text] },
        { kind: "table", caption: evil, columns: [{ label: evil }, { label: "b" }], rows: [[text, text]] },
      ),
    ).toEqual([
      inert,
      `-# ${inert}`,
      `**${inert}**: ${inert}`,
      `> **ℹ️ ${inert}**\n> ${inert}`,
      `-# ${inert} — ${inert} · b\n**${inert}**\n-# ${inert}`,
    ]);
    expect(componentsOf(textCard("a", { title: evil }))[0]).toEqual({ type: 10, content: `### ${inert}` });
  });

  it("links to web addresses alone, and lets nothing end a link early", () => {
    const link = (url: string) => textsOf({ kind: "paragraph", text: [{ kind: "link", text: "a]b", url }] });
    expect(link("https://www.ovh.com/a(b)?c=<d>")).toEqual([
      "[a\\]b](<https://www.ovh.com/a%28b%29?c=%3Cd%3E>)",
    ]);
    expect(link("javascript:alert(1)")).toEqual(["a\\]b"]);
    expect(link("nowhere")).toEqual(["a\\]b"]);
  });

  it("says a tone in a word and a symbol, and colours the message by the gravest one", () => {
    const callout = (tone: Tone): Block => ({ kind: "callout", tone, title: "T", lines: [] });
    const [info, success, warning, danger] = (["info", "success", "warning", "danger"] as const).map(callout);
    if (!info || !success || !warning || !danger) throw new Error("four tones");
    expect(textsOf(info, success, warning, danger)).toEqual([
      "> **ℹ️ T**",
      "> **✅ Done · T**",
      "> **⚠️ Warning · T**",
      "> **⛔ Danger · T**",
    ]);
    const colour = (...blocks: Block[]) => {
      const [container] = renderMessage(card(blocks)).components;
      return container && "accent_color" in container ? container.accent_color : undefined;
    };
    expect(colour(warning, danger, info)).toBe(colour(danger));
    expect(colour(warning)).not.toBe(colour(danger));
    const french = card([warning], { locale: "fr" });
    expect(componentsOf(french)[1]).toEqual({ type: 10, content: "> **⚠️ Attention · T**" });
  });

  it("shows a table as two short lines a row, under one line that names the columns", () => {
    const row = (name: string, kind: string) => [
      [plainText(name)],
      [plainText(kind)],
      [{ kind: "instant", at: AT + DAY, style: "date" } as const],
      [],
    ];
    const columns = ["Name", "Type", "Expires", "Renewal"].map((label) => ({ label }));
    expect(
      textsOf({
        kind: "table",
        caption: "Your services",
        columns,
        rows: [row("example.com", "Domain"), row("example.net", "Hosting")],
      }),
    ).toEqual([
      [
        "-# Your services — Name · Type · Expires · Renewal",
        "**example.com**",
        `-# Domain · <t:${UNIX + 86_400}:D> · –`,
        "**example.net**",
        `-# Hosting · <t:${UNIX + 86_400}:D> · –`,
      ].join("\n"),
    ]);
  });

  it("puts five buttons in a row, in their order", () => {
    const rows = componentsOf(
      card([{ kind: "buttons", buttons: ["A", "B", "C", "D", "E", "F"].map((label) => button(label)) }]),
    ).slice(1);
    expect(rows.map((row) => ("components" in row ? row.components.length : 0))).toEqual([5, 1]);
    expect(rows[1]).toEqual({
      type: 1,
      components: [{ type: 2, style: 2, label: "F", custom_id: "help|at=f" }],
    });
  });

  it("opens links without a press", () => {
    const open = {
      label: "Console",
      style: "neutral",
      does: { kind: "open", url: "https://ovh.com/" },
    } as const;
    expect(componentsOf(card([{ kind: "buttons", buttons: [open] }]))[1]).toEqual({
      type: 1,
      components: [{ type: 2, style: 5, label: "Console", url: "https://ovh.com/" }],
    });
  });

  it("shows the first 25 of a list to search in, and shortens labels of options alone", () => {
    const select = {
      kind: "select",
      label: "Open a service",
      press: { command: "service", input: { from: "list" } },
      param: "id",
      searchable: true,
      options: [{ label: "x".repeat(120), description: "d".repeat(120), value: "first" }, ...options(30)],
    } as const;
    expect(componentsOf(card([select]))[1]).toMatchObject({
      components: [
        {
          custom_id: "service|from=list|id=",
          placeholder: "Open a service",
          options: { length: 25, 0: { label: `${"x".repeat(99)}…`, description: `${"d".repeat(99)}…` } },
        },
      ],
    });
    expect(() => renderMessage(card([{ ...select, searchable: false }]))).toThrow(CardTooLarge);
  });

  it("makes messages that Discord takes", () => {
    const whole = card([
      {
        kind: "paragraph",
        text: [plainText("a"), { kind: "strong", text: "b" }, { kind: "code", text: "c" }],
      },
      { kind: "paragraph", text: [] },
      { kind: "callout", tone: "danger", title: "Careful", lines: [[plainText("x")]] },
      { kind: "fields", fields: [{ label: "Expires", value: [] }] },
      { kind: "divider" },
      { kind: "buttons", buttons: [button("A"), button("B")] },
      {
        kind: "select",
        label: "S",
        press: { command: "s", input: {} },
        param: "id",
        searchable: false,
        options: options(25),
      },
      { kind: "note", text: [plainText("as of now")] },
    ]);
    expect(judgeMessage(renderMessage(whole), "create")).toEqual([]);
    expect(judgeMessage(renderMessage(whole), "edit")).toEqual([]);
  });
});

describe("a card that does not fit", () => {
  const press = { command: "help", input: {} };
  it.each<[string, Card]>([
    ["4,001 characters", textCard("x".repeat(4000))],
    ["41 components", card(Array.from({ length: 39 }, () => ({ kind: "divider" })))],
    ["a button's label of 81", card([{ kind: "buttons", buttons: [button("x".repeat(81))] }])],
    ["the same button twice", card([{ kind: "buttons", buttons: [button("A", press), button("B", press)] }])],
    [
      "a select without options",
      card([{ kind: "select", label: "S", press, param: "id", searchable: false, options: [] }]),
    ],
    [
      "options of the same value",
      card([
        {
          kind: "select",
          label: "S",
          press,
          param: "id",
          searchable: false,
          options: [...options(2), ...options(1)],
        },
      ]),
    ],
    [
      "an option's value of 101",
      card([
        {
          kind: "select",
          label: "S",
          press,
          param: "id",
          searchable: false,
          options: [{ label: "x", value: "x".repeat(101) }],
        },
      ]),
    ],
  ])("throws and is never cut: %s", (_name, tooLarge) => {
    expect(() => renderMessage(tooLarge)).toThrow(CardTooLarge);
  });

  it("fits up to the last character and component", () => {
    const full = "x".repeat(4000 - "### Services".length);
    expect(judgeMessage(renderMessage(textCard(full)), "create")).toEqual([]);
    const many = card(Array.from({ length: 38 }, () => ({ kind: "divider" })));
    expect(judgeMessage(renderMessage(many), "create")).toEqual([]);
  });
});
