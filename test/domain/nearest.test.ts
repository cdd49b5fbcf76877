import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../../src/domain/nearest.ts";

describe("the distance", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "abd", 1],
    ["abc", "abcd", 1],
    ["abc", "bc", 1],
    ["services", "sevrices", 1],
    ["kitten", "sitting", 3],
    ["abc", "", 3],
  ])("from %j to %j is %i", (one, other, distance) => {
    expect(editDistance(one, other, 5)).toBe(distance);
    expect(editDistance(other, one, 5)).toBe(distance);
  });

  it("is null beyond the limit", () => {
    expect(editDistance("kitten", "sitting", 2)).toBeNull();
    expect(editDistance("a", "abcdef", 2)).toBeNull();
  });

  const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 8 });

  it("does not depend on the limit while it is within", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (one, other, limit) => {
        const whole = editDistance(one, other, 99) ?? -1;
        expect(editDistance(one, other, limit)).toBe(whole <= limit ? whole : null);
      }),
    );
  });
});

describe("the nearest words", () => {
  const commands = ["services", "service", "upcoming", "terminate", "keep", "help"];

  it("are those that may have been meant, the likeliest first", () => {
    expect(nearest("sevices", commands)).toEqual(["services", "service"]);
    expect(nearest("kepe", commands)).toEqual(["keep"]);
    expect(nearest("terminat", commands)).toEqual(["terminate"]);
  });

  it("are none for what resembles nothing", () => {
    expect(nearest("xyz", commands)).toEqual([]);
    expect(nearest("", commands)).toEqual([]);
  });

  it("are no more than asked for", () => {
    expect(nearest("servic", commands, 1)).toEqual(["service"]);
  });
});
