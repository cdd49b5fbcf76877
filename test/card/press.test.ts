import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { press } from "../../src/card/build.ts";
import { decodePress, encodePress, PressTooLong } from "../../src/card/press.ts";

const LIMIT = 100;

const word = fc.string({ unit: fc.constantFrom(..."abz-"), minLength: 1, maxLength: 8 });
const awkward = fc.constantFrom(
  "|",
  "~",
  "=",
  "~0",
  "~1",
  "~01",
  "\n",
  " ",
  "é",
  "e\u0301",
  "日本",
  "👩‍🚀",
  "\u202e",
);
const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(awkward).map((all) => all.join("")),
);
const key = fc.oneof(word, fc.constantFrom("constructor", "page"));
const anyPress = fc.record(
  { command: word, input: fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }) },
  { noNullPrototype: true },
);

/** By the rule, not by the code: both escapes cost a character. */
const lengthOf = ({ command, input }: ReturnType<typeof press>): number =>
  Object.entries(input).reduce(
    (sum, [name, text]) => sum + name.length + text.length + (text.match(/[|~]/g)?.length ?? 0) + 2,
    command.length,
  );

describe("a press", () => {
  it("comes back as it went, whatever its values hold", () => {
    fc.assert(
      fc.property(anyPress, (one) => {
        fc.pre(lengthOf(one) <= LIMIT);
        expect(decodePress(encodePress(one))).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it("is never cut: beyond 100 characters it throws", () => {
    fc.assert(
      fc.property(anyPress, (one) => {
        if (lengthOf(one) <= LIMIT) expect(encodePress(one)).toHaveLength(lengthOf(one));
        else expect(() => encodePress(one)).toThrow(PressTooLong);
      }),
      { numRuns: 500 },
    );
  });

  it("holds exactly 100 characters", () => {
    const full = press("keep", { service: "x".repeat(LIMIT - "keep|service=".length) });
    expect(encodePress(full)).toHaveLength(LIMIT);
    expect(decodePress(encodePress(full))).toEqual(full);
    const more = press("keep", { service: `${full.input.service}x` });
    expect(() => encodePress(more)).toThrow("a press holds 100 characters, this one has 101: keep");
  });

  it("counts what escaping adds", () => {
    expect(encodePress(press("keep", { s: "x".repeat(92) }))).toHaveLength(99);
    expect(() => encodePress(press("keep", { s: "|".repeat(92) }))).toThrow(PressTooLong);
    expect(() => encodePress(press("keep", { s: "~".repeat(92) }))).toThrow(PressTooLong);
  });

  it("is written the same way for ever: buttons outlive the version that made them", () => {
    expect(encodePress(press("help"))).toBe("help");
    expect(encodePress(press("list", { filter: "a|b~c=d", page: "" }))).toBe("list|filter=a~1b~0c=d|page=");
  });

  it("cannot gain a part by what a value holds", () => {
    const one = press("keep", { service: "1|command=delete|service=2" });
    expect(decodePress(encodePress(one))).toEqual(one);
  });
});

describe("a text that no press wrote", () => {
  it.each([
    "",
    "|",
    " ",
    "Keep",
    "keep now",
    "keep2",
    "keep\n",
    "keep=1",
    "kéep",
    "keep|",
    "keep||service=1",
    "keep|service",
    "keep|=1",
    "keep|Service=1",
    "keep|ser vice=1",
    "keep|service\n=1",
    "|service=1",
    '{"command":"keep"}',
    "keep|__proto__=x",
    "__proto__",
    `keep|service=${"x".repeat(LIMIT)}`,
  ])("is no press: %j", (text) => {
    expect(decodePress(text)).toBeNull();
  });

  it.each(["keep|a=~", "keep|a=~2", "keep|a=1|a=2"])("refuses %j, which nothing writes", (text) => {
    expect(decodePress(text)).toBeNull();
  });

  it.each([
    ["Keep", {}],
    ["keep", { Page: "1" }],
    ["keep", { a_b: "1" }],
  ])("makes no button of %j %j, which could not be read back", (command, input) => {
    expect(() => encodePress({ command, input })).toThrow(TypeError);
  });

  it("never throws, and what it passes for is written the same again", () => {
    const pieces = fc.constantFrom("|", "=", "~", "keep", "__proto__", "constructor", " ", "1");
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (one) => {
        const decoded = decodePress(one);
        if (decoded) expect(encodePress(decoded)).toBe(one);
      }),
    );
  });
});

describe("a key with a meaning of its own in JavaScript", () => {
  it("is carried by no press", () => {
    const input: Record<string, string> = JSON.parse('{"__proto__":"x"}');
    expect(() => encodePress(press("keep", input))).toThrow(TypeError);
    expect(decodePress("keep|__proto__=x")).toBeNull();
  });

  it("is a plain value and touches nothing else", () => {
    const decoded = decodePress("keep|constructor=x");
    expect(Object.entries(decoded?.input ?? {})).toEqual([["constructor", "x"]]);
    expect(Object.getPrototypeOf(decoded?.input)).toBe(Object.prototype);
    expect({}.constructor).toBe(Object);
  });
});
