import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../../sandbox/playground/page/discord/markdown/blocks.ts";
import { drawText, readable } from "./drawn.ts";

const paragraph = (text: string) => ({ kind: "paragraph", text });
const subtext = (text: string) => ({ kind: "subtext", text });

describe("the blocks of a text", () => {
  it("are headings, small print, quotations and what stands between", () => {
    expect(blocksOf("### Title\none\ntwo\n-# small\n> quoted\n> -# small in it\nend")).toEqual([
      { kind: "heading", level: 3, text: "Title" },
      paragraph("one\ntwo"),
      subtext("small"),
      { kind: "quote", blocks: [paragraph("quoted"), subtext("small in it")] },
      paragraph("end"),
    ]);
  });

  it("keep an empty line", () => {
    expect(blocksOf("> one\n\n> two")).toEqual([
      { kind: "quote", blocks: [paragraph("one")] },
      paragraph(""),
      { kind: "quote", blocks: [paragraph("two")] },
    ]);
  });

  it("are lists in lists, with bullets or from a number on", () => {
    expect(blocksOf("- one\n  - inner\n- two\n\n3. three")).toEqual([
      {
        kind: "list",
        start: null,
        items: [
          { text: "one", inner: [{ kind: "list", start: null, items: [{ text: "inner", inner: [] }] }] },
          { text: "two", inner: [] },
        ],
      },
      paragraph(""),
      { kind: "list", start: 3, items: [{ text: "three", inner: [] }] },
    ]);
  });

  it("leave code as it is", () => {
    expect(blocksOf("see ```js\n- x\n# y\n``` there\n- z")).toEqual([
      paragraph("see "),
      { kind: "code", text: "- x\n# y" },
      paragraph(" there"),
      { kind: "list", start: null, items: [{ text: "z", inner: [] }] },
    ]);
  });

  it("take everything after three angle brackets into one quotation", () => {
    expect(blocksOf(">>> one\n-# two")).toEqual([
      { kind: "quote", blocks: [paragraph("one"), subtext("two")] },
    ]);
  });

  it.each(["#no", "####  four", ">no", "-#no", "-no", "1.no", "\\- no", "\\# no", "\\> no"])(
    "are plain where Discord wants a blank or a back-slash stands: %s",
    (text) => expect(blocksOf(text)).toEqual([paragraph(text)]),
  );
});

describe("a line", () => {
  it.each([
    ["**a**", "<strong>a</strong>"],
    ["*a*", "<em>a</em>"],
    ["__a__", "<u>a</u>"],
    ["~~a~~", "<s>a</s>"],
    ["`a\\b`", "<code>a\\b</code>"],
    ["\\*a\\*", "<p>*a*</p>"],
    ["one\ntwo", "one<br/>two"],
    ["<:wave:1210000000000000099>", ":wave:"],
    ["</ovh services:1210000000000000099>", "<code>/ovh services</code>"],
  ])("%s becomes %s", (text, html) => expect(drawText(text)).toContain(html));

  it("hides a spoiler, and what could be pressed in it, until it is asked for", () => {
    const html = drawText("||[secret](https://a.example)||");
    expect(html).toMatch(/<button type="button" class="spoiler">.*Afficher le spoiler/);
    expect(html).not.toContain("href");
  });

  it("that the parser cannot name is shown as its text", () => {
    expect(readable(drawText("<1210000000000000099:customize>"))).toContain("1210000000000000099");
  });
});
