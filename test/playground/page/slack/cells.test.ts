import { describe, expect, it } from "vitest";
import { asText, type JsonObject } from "../../../../sandbox/json.ts";
import { isNumeric, sorted } from "../../../../sandbox/playground/page/slack/blocks/cells.tsx";

const text = (words: string): JsonObject => ({ type: "raw_text", text: words });
const number = (value: number): JsonObject => ({
  type: "raw_number",
  value,
  text: `€${value.toLocaleString("en")}`,
});
const date = (timestamp: number): JsonObject => ({
  type: "rich_text",
  name: String(timestamp),
  elements: [
    {
      type: "rich_text_section",
      elements: [
        { type: "text", text: "On " },
        { type: "date", timestamp },
      ],
    },
  ],
});
const order = (cells: readonly JsonObject[], way: "ascending" | "descending" = "ascending") =>
  sorted(
    cells.map((cell) => [cell]),
    0,
    way,
  ).map(([cell]) => asText(cell?.name) || asText(cell?.text));

describe("a data table", () => {
  it("sorts numbers by value", () => {
    expect(order([number(1000), number(9), number(20)])).toEqual(["€9", "€20", "€1,000"]);
    expect(order([number(1000), number(9), number(20)], "descending")).toEqual(["€1,000", "€20", "€9"]);
  });

  it("sorts words as people do", () => {
    expect(order([text("site-10"), text("Site-2"), text("api")])).toEqual(["api", "Site-2", "site-10"]);
  });

  it("sorts dates by time", () => {
    expect(order([date(1803988800), date(999), date(1800000000)])).toEqual([
      "999",
      "1800000000",
      "1803988800",
    ]);
  });

  it("has a column of numbers only where all are", () => {
    expect(isNumeric([[number(1)], [number(2)]], 0)).toBe(true);
    expect(isNumeric([[number(1)], [text("–")]], 0)).toBe(false);
    expect(isNumeric([], 0)).toBe(false);
  });
});
