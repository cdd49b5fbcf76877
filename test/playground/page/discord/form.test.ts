import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../../sandbox/json.ts";
import {
  boundsOf,
  type FormField,
  faultOf,
  firstValue,
  partsOf,
  sentValues,
} from "../../../../sandbox/playground/page/discord/modal/form.ts";
import { drawPane } from "./drawn.ts";

const label = (component: JsonObject): JsonObject => ({
  type: 18,
  label: "Label",
  description: "More",
  component,
});

function field(component: JsonObject): FormField {
  const [part] = partsOf([label({ custom_id: "id", ...component })]);
  if (part?.kind !== "field") throw new Error("no field came of it");
  return part.field;
}

const OPTIONS = [
  { label: "A", value: "a", default: true },
  { label: "B", value: "b" },
];

describe("a field of a form", () => {
  it("takes text of the lengths that it names, in whole characters", () => {
    const name = field({ type: 4, min_length: 2, max_length: 3 });
    expect(["", "a", "ab", "🔥🔥🔥", "abcd"].map((text) => faultOf(name, text))).toEqual([
      "missing",
      "length",
      null,
      null,
      "length",
    ]);
  });

  it("may stay empty when it is not required, and is held to its lengths otherwise", () => {
    const note = field({ type: 4, min_length: 2, required: false });
    expect(["", "a", "ab"].map((text) => faultOf(note, text))).toEqual([null, "length", null]);
  });

  it("takes as many options as it says", () => {
    const ticks = field({ type: 22, min_values: 1, max_values: 2, options: OPTIONS });
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((values) => faultOf(ticks, values))).toEqual([
      "missing",
      null,
      null,
      "between",
    ]);
    expect(boundsOf(field({ type: 22, options: OPTIONS }))).toEqual({ least: 1, most: 2 });
    expect(boundsOf(field({ type: 3, options: OPTIONS }))).toEqual({ least: 1, most: 1 });
  });

  it("may be a lone box, which cannot be required", () => {
    expect(field({ type: 23 }).required).toBe(false);
    expect(faultOf(field({ type: 23 }), false)).toBe(null);
  });

  it("begins with what the bot put into it", () => {
    expect(firstValue(field({ type: 4, value: "x" }))).toBe("x");
    expect(firstValue(field({ type: 3, options: OPTIONS }))).toEqual(["a"]);
    expect(firstValue(field({ type: 23, default: true }))).toBe(true);
    expect(firstValue(field({ type: 19 }))).toBe(undefined);
  });

  it("stands in a row of its own in old forms", () => {
    const row = { type: 1, components: [{ type: 4, custom_id: "old", label: "Old", style: 1 }] };
    expect(partsOf([row])).toMatchObject([
      { kind: "field", field: { id: "old", label: "Old", required: true } },
    ]);
  });
});

describe("what a form sends", () => {
  it("is text, one value, several values, or whether a box is ticked", () => {
    const fields = [4, 21, 22, 3, 23].map((type) => ({
      ...field({ type, options: OPTIONS }),
      id: `${type}`,
    }));
    const values = new Map<string, string | boolean | readonly string[]>([
      ["4", "text"],
      ["21", ["a"]],
      ["22", ["a", "b"]],
      ["3", ["b"]],
      ["23", true],
    ]);
    expect(sentValues(fields, values)).toEqual({ 4: "text", 21: "a", 22: ["a", "b"], 3: ["b"], 23: true });
  });

  it("leaves out what nobody chose, and files", () => {
    expect(sentValues([field({ type: 21, options: [] })], new Map([["id", []]]))).toEqual({});
    expect(sentValues([field({ type: 19 })], new Map())).toEqual({});
  });
});

describe("a form on the page", () => {
  const draw = (component: JsonObject): string =>
    drawPane({
      single: {
        discordModal: {
          customId: "form",
          title: "Title",
          text: "",
          inputs: [],
          components: [label({ custom_id: "id", ...component })],
        },
      },
    });

  it("is a dialog with a name, over a pane that is out of reach", () => {
    const html = draw({ type: 4 });
    const [, id] = /role="dialog" aria-modal="true" aria-labelledby="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<h2 id="${id}">Title<`));
    expect(html).toMatch(/<div inert[^>]* class="pane-body"/);
  });

  it.each([3, 4, 5, 6, 7, 8, 19, 21, 22, 23])("knows field %d", (type) => {
    const html = draw({ type, options: OPTIONS });
    expect(html).not.toContain("data-unknown");
    expect(html).toContain("More");
    expect(html).toMatch(/<(label|legend)[^>]*>Label/);
  });

  it("counts the characters", () => {
    expect(draw({ type: 4, value: "abc", max_length: 20 })).toContain(">3/20<");
  });
});
