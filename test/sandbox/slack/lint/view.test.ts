import type { ModalView } from "@slack/types";
import { describe, expect, it } from "vitest";
import { lintHome, lintView } from "../../../../sandbox/slack/lint/view.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const input = (id: string, more: object = {}) =>
  ({
    type: "input",
    block_id: id,
    label: plain("Name"),
    element: { type: "plain_text_input", action_id: "n", ...more },
  }) as const;

const modal = {
  type: "modal",
  title: plain("Delete"),
  submit: plain("Delete"),
  close: plain("Back"),
  private_metadata: "opaque",
  callback_id: "delete",
  blocks: [
    { type: "alert", level: "error", text: { type: "mrkdwn", text: "All is lost." } },
    input("name"),
    {
      type: "input",
      block_id: "sure",
      label: plain("Sure?"),
      element: {
        type: "checkboxes",
        action_id: "c",
        options: [{ text: plain("I understand"), value: "yes" }],
      },
    },
    {
      type: "input",
      block_id: "mail",
      label: plain("Mail"),
      element: { type: "email_text_input", action_id: "m" },
    },
  ],
} satisfies ModalView;

describe("lintView", () => {
  it("finds nothing in a modal that keeps every rule", () => {
    expect(lintView(modal)).toEqual([]);
  });

  const cases: readonly [string, object, string, RegExp][] = [
    ["a title of 25 characters", { title: plain("x".repeat(25)) }, "/view/title/text", /less than 25/],
    ["a long submit text", { submit: plain("x".repeat(25)) }, "/view/submit/text", /less than 25/],
    ["an empty close text", { close: plain("") }, "/view/close/text", /more than 0/],
    ["an input without submit", { submit: undefined }, "/view", /`submit` is required/],
    ["a modal without a title", { title: undefined }, "/view/title", /missing required field: title/],
    [
      "101 blocks",
      { blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) },
      "/view/blocks",
      /100 items/,
    ],
    ["long private_metadata", { private_metadata: "x".repeat(3001) }, "/view/private_metadata", /3001/],
    ["an unknown key", { colour: "red" }, "/view", /additional property: colour/],
    ["a home tab's type", { type: "home" }, "/view/type", /one of modal/],
    [
      "a table",
      { blocks: [{ type: "table", rows: [[{ type: "raw_text", text: "a" }]] }] },
      "/view/blocks/0",
      /not allowed in a modal/,
    ],
    [
      "two focused inputs",
      { blocks: [input("a", { focus_on_load: true }), input("b", { focus_on_load: true })] },
      "/view/blocks/1/element",
      /only one focus_on_load/,
    ],
  ];

  it.each(cases)("refuses %s", (_name, change, path, rule) => {
    const findings = lintView({ ...modal, ...change });
    expect(
      findings.find((one) => one.path === path && rule.test(one.rule)),
      JSON.stringify(findings),
    ).toBeDefined();
  });

  it("refuses a view of more than 250 kB as too large", () => {
    const blocks = Array.from({ length: 95 }, () => ({
      type: "section",
      text: { type: "mrkdwn", text: "x".repeat(2700) },
    }));
    expect(lintView({ ...modal, blocks })).toMatchObject([{ code: "view_too_large" }]);
  });

  it("leaves the sum of characters to messages", () => {
    const blocks = Array.from({ length: 20 }, () => ({
      type: "section",
      text: { type: "mrkdwn", text: "x".repeat(2000) },
    }));
    expect(lintView({ ...modal, blocks })).toEqual([]);
  });
});

describe("lintHome", () => {
  it("finds nothing in a home tab with a container and inputs", () => {
    const child_blocks = [{ type: "section", text: plain("a") }];
    const blocks = [{ type: "container", title: plain("Soon"), child_blocks }, input("a")];
    expect(lintHome({ type: "home", blocks })).toEqual([]);
  });

  it("refuses a title, a table, a number input and a date-time picker", () => {
    expect(lintHome({ type: "home", title: plain("a"), blocks: [] })).toMatchObject([{ path: "/view" }]);
    const blocks = [
      {
        type: "data_table",
        caption: "a",
        rows: [[{ type: "raw_text", text: "a" }], [{ type: "raw_text", text: "b" }]],
      },
      { type: "input", label: plain("a"), element: { type: "number_input", is_decimal_allowed: false } },
      { type: "actions", elements: [{ type: "datetimepicker" }] },
    ];
    expect(lintHome({ type: "home", blocks }).map(({ path }) => path)).toEqual([
      "/view/blocks/0",
      "/view/blocks/1/element",
      "/view/blocks/2/elements/0",
    ]);
  });
});
