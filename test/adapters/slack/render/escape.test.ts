import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clean,
  cleanLine,
  mrkdwnCode,
  mrkdwnLink,
  mrkdwnText,
  shorten,
  webAddress,
} from "../../../../adapters/slack/render/escape.ts";
import { normalizeTyped } from "../../../../adapters/slack/typed.ts";

describe("text inside mrkdwn", () => {
  it.each([
    { text: "<!channel> & <@U1>", shown: "&lt;!channel&gt; &amp; &lt;@U1&gt;" },
    { text: "<https://a.example|b>", shown: "&lt;https://a.example|b&gt;" },
    { text: "&lt;", shown: "&amp;lt;" },
    { text: "*bold* ~gone~", shown: "`*bold*` `~gone~`" },
    { text: "_slanted_ (_too_)", shown: "`_slanted_` `(_too_)`" },
    { text: "my_db.internal_2", shown: "my_db.internal_2" },
    { text: "a `tick`", shown: "a `ˋtickˋ`" },
    { text: ":fire: 10:30", shown: "`:fire:` 10:30" },
    { text: "> quoted", shown: "`&gt;` quoted" },
    { text: "l’été à 14 h 02", shown: "l’été à 14 h 02" },
  ])("shows $text literally", ({ text, shown }) => {
    expect(mrkdwnText(text)).toBe(shown);
  });

  it("leaves no mention and no link in any text", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "!",
      "@",
      "|",
      "&",
      "`",
      "*",
      "_",
      "\n",
      " ",
      "channel",
      "U123",
      "\u202e",
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join("");
        for (const written of [mrkdwnText(text), mrkdwnCode(text), mrkdwnText(mrkdwnText(text))]) {
          expect(written).not.toMatch(/[<>]/);
          expect(written.replace(/&(?:amp|lt|gt);/g, "")).not.toContain("&");
        }
      }),
    );
  });

  it("keeps a link's label and address apart", () => {
    expect(mrkdwnLink("https://a.example/?x=1|2&y", "a|b > c")).toBe(
      "<https://a.example/?x=1%7C2&amp;y|a¦b &gt; c>",
    );
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "not an address", "slack://open"])(
    "makes no link of %s",
    (url) => {
      expect(webAddress(url)).toBeNull();
    },
  );
});

describe("characters that nobody sees", () => {
  it.each([
    { what: "a right-to-left override", text: "moc.elpmaxe\u202e", shown: "moc.elpmaxe" },
    { what: "zero-width characters", text: "exa\u200b\u2060mple\ufeff", shown: "example" },
    { what: "controls", text: "a\u0000\u0007b\tc", shown: "abc" },
    { what: "a lone joiner", text: "exam\u200dple", shown: "example" },
    { what: "isolates", text: "\u2066a\u2069", shown: "a" },
  ])("drops $what", ({ text, shown }) => {
    expect(clean(text)).toBe(shown);
  });

  it("keeps line breaks, accents, and pictures of several parts", () => {
    expect(clean("é\nç 👩‍💻 ❤️‍🔥")).toBe("é\nç 👩‍💻 ❤️‍🔥");
  });

  it("never leaves a line empty, which Slack would refuse", () => {
    expect(cleanLine(" \u200b\n")).toBe("–");
  });
});

describe("shortening", () => {
  it("cuts by whole characters and says so", () => {
    expect(shorten("😀😀😀", 5)).toBe("😀😀…");
    expect(shorten("short", 5)).toBe("short");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(shorten(text, 75).length).toBeLessThanOrEqual(75);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what was typed", () => {
  it.each([
    { typed: "  services\u00a0“web hosting” ", reads: 'services "web hosting"' },
    { typed: "terminate l’exemple.fr", reads: "terminate l'exemple.fr" },
    { typed: "service ｅｘａｍｐｌｅ．ｃｏｍ", reads: "service example.com" },
    { typed: "service <http://example.com|example.com>", reads: "service example.com" },
    { typed: "services a &amp; b &lt;3", reads: "services a & b <3" },
    { typed: "services cafe\u0301", reads: "services café" },
  ])("reads $typed as $reads", ({ typed, reads }) => {
    expect(normalizeTyped(typed)).toBe(reads);
  });
});
