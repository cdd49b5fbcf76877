import type { KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import { lintMessage, lintOptions } from "../../../../sandbox/slack/lint/message.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const mrkdwn = (text: string) => ({ type: "mrkdwn", text }) as const;
const section = (text: string) => ({ type: "section", text: mrkdwn(text) }) as const;
const button = (id: string) => ({ type: "button", action_id: id, text: plain("Go") }) as const;
const option = (value: string) => ({ text: plain(value), value }) as const;
const actions = (...elements: unknown[]) => ({ type: "actions", elements });
const raw = (text: string) => ({ type: "raw_text", text }) as const;
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const goodBlocks: KnownBlock[] = [
  { type: "header", text: plain("Services") },
  {
    type: "section",
    block_id: "one",
    text: mrkdwn("*example.com*"),
    fields: [mrkdwn("a"), plain("b")],
    accessory: { type: "overflow", action_id: "more", options: [option("1"), option("2")] },
  },
  { type: "divider" },
  {
    type: "actions",
    elements: [
      { ...button("a"), style: "danger", value: "x", confirm: { text: mrkdwn("Sure?") } },
      { type: "external_select", action_id: "b", min_query_length: 0, placeholder: plain("Open") },
      { type: "static_select", action_id: "c", options: [option("1")] },
    ],
  },
  {
    type: "data_table",
    caption: "Services",
    page_size: 10,
    rows: [
      [raw("Name"), raw("Cost")],
      [raw("api"), { type: "raw_number", value: 12.5, text: "$12.50" }],
    ],
  },
  {
    type: "context",
    elements: [mrkdwn("as of 14:02"), { type: "image", image_url: "https://e.fr/a.png", alt_text: "a" }],
  },
  {
    type: "input",
    block_id: "in",
    label: plain("Name"),
    element: { type: "plain_text_input", action_id: "n" },
  },
  {
    type: "container",
    title: plain("Group"),
    child_blocks: [{ type: "section", text: mrkdwn("inside") }],
  },
  {
    type: "rich_text",
    elements: [
      { type: "rich_text_section", elements: [{ type: "text", text: "hi", style: { bold: true } }] },
    ],
  },
  { type: "card", title: mrkdwn("t"), actions: [button("z")] },
];

describe("lintMessage", () => {
  it("finds nothing in a message that keeps every rule", () => {
    expect(lintMessage({ text: "Services", blocks: goodBlocks })).toEqual([]);
  });

  const cases: readonly [string, unknown[], string, RegExp][] = [
    ["a 51st block", many(51, () => ({ type: "divider" })), "/blocks", /no more than 50 items/],
    ["an unknown block", [{ type: "shiny" }], "/blocks/0/type", /unsupported type: shiny/],
    [
      "a file block",
      [{ type: "file", source: "remote", external_id: "a" }],
      "/blocks/0/type",
      /unsupported type/,
    ],
    ["an unknown key", [{ type: "divider", color: 1 }], "/blocks/0", /additional property: color/],
    [
      "an unknown key in an element",
      [actions({ ...button("a"), icon: 1 })],
      "/blocks/0/elements/0",
      /property: icon/,
    ],
    ["an empty text", [section("")], "/blocks/0/text/text", /more than 0 characters/],
    ["3001 characters in a section", [section("x".repeat(3001))], "/blocks/0/text/text", /less than 3001/],
    ["a section without text", [{ type: "section" }], "/blocks/0", /`text` or `fields`/],
    [
      "an eleventh field",
      [{ type: "section", fields: many(11, () => plain("a")) }],
      "/blocks/0/fields",
      /no more than 10/,
    ],
    [
      "a long field",
      [{ type: "section", fields: [plain("x".repeat(2001))] }],
      "/blocks/0/fields/0/text",
      /2001/,
    ],
    ["a long header", [{ type: "header", text: plain("x".repeat(151)) }], "/blocks/0/text/text", /151/],
    ["mrkdwn in a header", [{ type: "header", text: mrkdwn("x") }], "/blocks/0/text/type", /plain_text/],
    ["26 elements", [actions(...many(26, (i) => button(`${i}`)))], "/blocks/0/elements", /no more than 25/],
    [
      "mrkdwn in a button",
      [actions({ ...button("a"), text: mrkdwn("a") })],
      "/blocks/0/elements/0/text/type",
      /plain/,
    ],
    [
      "a long button",
      [actions({ ...button("a"), text: plain("x".repeat(76)) })],
      "/blocks/0/elements/0/text/text",
      /76/,
    ],
    [
      "a long value",
      [actions({ ...button("a"), value: "x".repeat(2001) })],
      "/blocks/0/elements/0/value",
      /2001/,
    ],
    [
      "an invented style",
      [actions({ ...button("a"), style: "warning" })],
      "/blocks/0/elements/0/style",
      /one of/,
    ],
    ["a long action_id", [actions(button("x".repeat(256)))], "/blocks/0/elements/0/action_id", /256/],
    [
      "a long confirmation",
      [actions({ ...button("a"), confirm: { text: plain("x".repeat(301)) } })],
      "/blocks/0/elements/0/confirm/text/text",
      /301/,
    ],
    [
      "six overflow options",
      [actions({ type: "overflow", options: many(6, (i) => option(`${i}`)) })],
      "/blocks/0/elements/0/options",
      /no more than 5/,
    ],
    [
      "101 options",
      [actions({ type: "static_select", options: many(101, (i) => option(`${i}`)) })],
      "/blocks/0/elements/0/options",
      /no more than 100/,
    ],
    [
      "a select without options",
      [actions({ type: "static_select" })],
      "/blocks/0/elements/0",
      /either `options`/,
    ],
    [
      "a long option value",
      [actions({ type: "static_select", options: [{ text: plain("a"), value: "x".repeat(76) }] })],
      "/blocks/0/elements/0/options/0/value",
      /76/,
    ],
    [
      "eleven context elements",
      [{ type: "context", elements: many(11, () => plain("a")) }],
      "/blocks/0/elements",
      /no more than 10/,
    ],
    [
      "a button in a context",
      [{ type: "context", elements: [button("a")] }],
      "/blocks/0/elements/0/type",
      /context/,
    ],
    [
      "two blocks of one id",
      [
        { type: "divider", block_id: "a" },
        { type: "divider", block_id: "a" },
      ],
      "/blocks/1/block_id",
      /unique/,
    ],
    [
      "two actions of one id",
      [actions(button("a"), button("a"))],
      "/blocks/0/elements/1/action_id",
      /unique/,
    ],
    ["an alert in a message", [{ type: "alert", text: plain("a") }], "/blocks/0", /not allowed in a message/],
    [
      "an e-mail input in a message",
      [{ type: "input", label: plain("a"), element: { type: "email_text_input" } }],
      "/blocks/0/element",
      /not allowed in a message/,
    ],
    ["an empty cell", [{ type: "table", rows: [[raw("")]] }], "/blocks/0/rows/0/0/text", /more than 0/],
    [
      "uneven rows",
      [{ type: "table", rows: [[raw("a")], [raw("a"), raw("b")]] }],
      "/blocks/0/rows",
      /same number/,
    ],
    [
      "a data_table without rows",
      [{ type: "data_table", caption: "a", rows: [[raw("a")]] }],
      "/blocks/0/rows",
      /at least 2/,
    ],
    [
      "102 rows in a data_table",
      [{ type: "data_table", caption: "a", rows: many(102, () => [raw("a")]) }],
      "/blocks/0/rows",
      /no more than 101/,
    ],
    [
      "rich text in a header row",
      [
        {
          type: "data_table",
          caption: "a",
          rows: [
            [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [] }] }],
            [raw("a")],
          ],
        },
      ],
      "/blocks/0/rows",
      /header row/,
    ],
    [
      "a second table, hidden in a container",
      [
        { type: "data_table", caption: "a", rows: [[raw("a")], [raw("b")]] },
        { type: "container", title: plain("t"), child_blocks: [{ type: "table", rows: [[raw("a")]] }] },
      ],
      "/blocks/1/child_blocks/0",
      /only_one_table_allowed/,
    ],
    [
      "a fault inside a container",
      [{ type: "container", title: plain("t"), child_blocks: [section("")] }],
      "/blocks/0/child_blocks/0/text/text",
      /more than 0/,
    ],
    [
      "a plain picture address",
      [{ type: "image", alt_text: "a", image_url: "http://e.fr/a.png" }],
      "/blocks/0/image_url",
      /invalid url/,
    ],
    [
      "a picture without alt_text",
      [{ type: "image", image_url: "https://e.fr/a.png" }],
      "/blocks/0/alt_text",
      /missing required/,
    ],
    [
      "13 000 characters of markdown in two blocks",
      many(2, () => ({ type: "markdown", text: "x".repeat(6500) })),
      "/blocks",
      /markdown blocks hold 13000/,
    ],
    ["more than 13 200 characters", many(5, () => section("x".repeat(2700))), "/blocks", /blocks hold 13500/],
  ];

  it.each(cases)("refuses %s", (_name, blocks, path, rule) => {
    const findings = lintMessage({ text: "t", blocks }).filter(({ level }) => level === "error");
    const found = findings.find((one) => one.path === path && rule.test(one.rule));
    expect(found, JSON.stringify(findings)).toBeDefined();
    expect(found?.source).toMatch(/^https:\/\/docs\.slack\.dev\//);
  });

  it("names the page of the block or element that states the rule", () => {
    const [found] = lintMessage({
      text: "t",
      blocks: [actions({ ...button("a"), text: plain("x".repeat(76)) })],
    });
    expect(found?.source).toBe("https://docs.slack.dev/reference/block-kit/block-elements/button-element");
  });

  it("warns of a text above 95 % of its limit and still finds other faults beside it", () => {
    const blocks = [{ type: "card", subtitle: mrkdwn("x".repeat(149)) }];
    const findings = lintMessage({ text: "t", blocks });
    expect(findings.map(({ level, path }) => [level, path])).toEqual([
      ["warning", "/blocks/0/subtitle/text"],
      ["error", "/blocks/0"],
    ]);
  });

  it("warns of blocks without a text and refuses a message without either", () => {
    expect(lintMessage({ blocks: [{ type: "divider" }] })).toMatchObject([
      { level: "warning", code: "missing_text_in_message" },
    ]);
    expect(lintMessage({})).toMatchObject([{ level: "error", code: "no_text" }]);
    expect(lintMessage(null)).toMatchObject([{ level: "error", code: "no_text" }]);
  });

  it("looks into attachments", () => {
    const findings = lintMessage({ text: "t", attachments: [{ blocks: [section("")] }] });
    expect(findings).toMatchObject([{ path: "/attachments/0/blocks/0/text/text" }]);
  });
});

describe("lintOptions", () => {
  it("takes up to 100 options and refuses more, or long ones", () => {
    expect(lintOptions({ options: many(100, (i) => option(`${i}`)) })).toEqual([]);
    expect(lintOptions({ options: [] })).toEqual([]);
    expect(lintOptions({ options: many(101, (i) => option(`${i}`)) })).toMatchObject([{ path: "/options" }]);
    expect(lintOptions({ options: [option("x".repeat(80))] })).not.toEqual([]);
    expect(lintOptions({})).toMatchObject([{ rule: "must define either `options` or `option_groups`" }]);
  });
});
