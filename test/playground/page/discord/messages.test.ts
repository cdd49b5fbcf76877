import { describe, expect, it } from "vitest";
import { CHANNELS } from "../../../../sandbox/discord/world.ts";
import type { JsonObject } from "../../../../sandbox/json.ts";
import { rowsOf } from "../../../../sandbox/playground/page/discord/rows.ts";
import { MINUTE } from "../../../../src/domain/instant.ts";
import { drawPane, message, NOW, text } from "./drawn.ts";

const sent = (id: string, minutes: number, more: JsonObject = {}): JsonObject =>
  message({ ...text("x"), timestamp: new Date(NOW + minutes * MINUTE).toISOString(), ...more }, id);

const rows = (messages: readonly JsonObject[], dismissed: readonly string[] = []) =>
  rowsOf(new Map(messages.map((one) => [String(one.id), one])), {
    channel: CHANNELS.ops,
    dismissed: new Set(dismissed),
    reader: "1",
    dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  }).map((row) => (row.kind === "day" ? row.kind : `${row.key}${row.joined ? " joined" : ""}`));

describe("the messages of a channel", () => {
  it("stand in the order in which they were sent, whatever order they came in", () => {
    expect(rows([sent("12", 9), sent("2", 0), sent("101", 20)])).toEqual(["day", "2", "12", "101"]);
  });

  it("of one author stand together for seven minutes", () => {
    expect(rows([sent("1", 0), sent("2", 6), sent("3", 12), sent("4", 20)])).toEqual([
      "day",
      "1",
      "2 joined",
      "3 joined",
      "4",
    ]);
  });

  it.each([
    ["another author", { author: { id: "9" } }],
    ["an answer", { interaction_metadata: { user: {} } }],
    ["what only one person sees", { flags: 64 }],
  ])("do not stand together with %s", (_, more) => {
    expect(rows([sent("1", 0), sent("2", 1, more)]).at(-1)).toBe("2");
  });

  it("do not stand together over midnight", () => {
    expect(rows([sent("1", 12 * 60 - 1), sent("2", 12 * 60)])).toEqual(["day", "1", "day", "2"]);
  });

  it("are those of this channel, without the dismissed ones", () => {
    expect(rows([sent("1", 0), sent("2", 1, { channel_id: CHANNELS.general }), sent("3", 2)], ["1"])).toEqual(
      ["day", "3"],
    );
  });
});

describe("the mark", () => {
  const button = (label: string, more: JsonObject = {}): JsonObject => ({
    flags: 32768,
    components: [{ type: 1, components: [{ type: 2, style: 4, label, custom_id: "a", ...more }] }],
  });
  const marked = (mark: string, ...bodies: readonly JsonObject[]): readonly string[] => {
    const messages = bodies.map((body, at) => message(body, `121500000000000000${at}`));
    const html = drawPane({ mark, messages });
    return [...html.matchAll(/data-message="(\d+)"|class="[^"]*\bmarked"/g)].map(
      ([, id]) => id?.slice(-1) ?? "marked",
    );
  };

  it("is on the newest button that has the words", () => {
    expect(marked("^Keep", button("Keep x"), button("Keep y"), button("End y"))).toEqual([
      "0",
      "1",
      "marked",
      "2",
    ]);
  });

  it("is on the select that holds the words", () => {
    const select = { type: 3, custom_id: "s", options: [{ label: "Keep x", value: "x" }] };
    expect(marked("^Keep x$", { components: [{ type: 1, components: [select] }] })).toEqual(["0", "marked"]);
  });

  it("is on none that cannot be pressed, and on none when it makes no sense", () => {
    expect(marked("Keep", button("Keep x"), button("Keep y", { disabled: true }))).toEqual([
      "0",
      "marked",
      "1",
    ]);
    expect(marked("(", button("("))).toEqual(["0"]);
  });
});
