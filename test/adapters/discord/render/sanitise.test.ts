import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, literal, plain, shortened } from "../../../../adapters/discord/render/sanitise.ts";

/** Every character that Discord reads as markup, wherever it stands. */
const ACTIVE = /[*_~`|<>@[\]:#()]/;

/** Whether something in `text` would be read as markup: an active character without a back-slash before it. */
function hasMarkup(text: string): boolean {
  let isEscaped = false;
  for (const character of text) {
    if (isEscaped) isEscaped = false;
    else if (character === "\\") isEscaped = true;
    else if (ACTIVE.test(character)) return true;
  }
  return /^\s*(?:[-+]|\d+\.)\s/.test(text);
}

/** What the reader sees of escaped text. */
const shown = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

describe("literal", () => {
  it.each([
    ["@everyone", "\\@everyone"],
    ["@here", "\\@here"],
    ["<@123456789012345678>", "\\<\\@123456789012345678\\>"],
    ["<@&123456789012345678>", "\\<\\@&123456789012345678\\>"],
    ["<#123456789012345678>", "\\<\\#123456789012345678\\>"],
    ["</ovh:123456789012345678>", "\\</ovh\\:123456789012345678\\>"],
    ["<t:1700000000:R>", "\\<t\\:1700000000\\:R\\>"],
    ["<:smile:123456789012345678>", "\\<\\:smile\\:123456789012345678\\>"],
    ["[free](https://evil.test)", "\\[free\\]\\(https\\://evil.test\\)"],
    ["https://evil.test", "https\\://evil.test"],
    ["**bold** _it_ ~~no~~ ||spoiler||", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|spoiler\\|\\|"],
    ["`code` ```block```", "\\`code\\` \\`\\`\\`block\\`\\`\\`"],
    ["> quote", "\\> quote"],
    ["# heading", "\\# heading"],
    ["-# subtext", "\\-\\# subtext"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["back\\slash", "back\\\\slash"],
    ["one\n# two", "one \\# two"],
    ["example.com", "example.com"],
    ["vps-1a2b.vps.ovh.net", "vps-1a2b.vps.ovh.net"],
    ["hébergement 🎉", "hébergement 🎉"],
  ])("shows %j as it is written", (foreign, escaped) => {
    expect(literal(foreign)).toBe(escaped);
  });

  it("drops what nobody sees: controls, zero-width characters, overrides of the direction, lone surrogates", () => {
    expect(literal("a\u202Ebcd\u200B\u2066e\u0007f\u{E0041}\uD800g")).toBe("abcdefg");
  });

  it("leaves no markup alive in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (foreign) => {
        expect(hasMarkup(literal(foreign))).toBe(false);
      }),
    );
    const markup = fc.constantFrom(..."*_~`|<>@[]()#-+.:\\!&/1 \nab");
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 40 }), (parts) => {
        expect(hasMarkup(literal(parts.join("")))).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it("shows every character of a name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (foreign) => {
        expect(shown(literal(foreign))).toBe(foreign);
      }),
    );
  });
});

describe("code", () => {
  it("has no back-tick inside, since none can be escaped there", () => {
    expect(code("a`b``c")).toBe("`aˋbˋˋc`");
    expect(code("  ")).toBe("");
  });
});

describe("plain", () => {
  it("puts everything in one line", () => {
    expect(plain(" a\r\n\tb\u2028c ")).toBe("a b c");
  });
});

describe("shortened", () => {
  it("leaves what fits, and never splits a character", () => {
    expect(shortened("example.com", 11)).toBe("example.com");
    expect(shortened("example.com", 8)).toBe("example…");
    expect(shortened("🎉🎉🎉", 4)).toBe("🎉…");
  });
});
