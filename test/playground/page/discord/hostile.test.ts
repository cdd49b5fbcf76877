import { describe, expect, it } from "vitest";
import { code, literal } from "../../../../adapters/discord/render/sanitise.ts";
import { drawPane, drawText, message, readable, squeezed, text } from "./drawn.ts";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "@everyone",
  "@here",
  "[x](http://evil.example)",
  "http://evil.example/",
  "<@1210000000000000041>",
  "<@&1210000000000000020>",
  "<#1210000000000000031>",
  "</ovh services:1210000000000000041>",
  "<t:1795348800:R>",
  "**bold** __under__ ~~struck~~ ||hidden||",
  "# heading",
  "-# small",
  "> quote",
  "- item",
  "```js\ncode```",
  "a`b",
  "a\\",
] as const;

/** What the page makes of marks: none of it may come out of a name. */
const LIVE =
  /<img|<a |<strong|<u>|<s>|<h3 class|<li>|<blockquote|<pre|class="(mention|spoiler|subtext|instant)/;

describe("a name from outside", () => {
  it.each(HOSTILE)("stays what it is when the bot has escaped it: %s", (name) => {
    const html = drawText(`before ${literal(name)} after`);
    expect(html).not.toMatch(LIVE);
    expect(readable(html)).toContain(squeezed(`before${name}after`));
  });

  it.each(HOSTILE)("stays what it is between back-ticks: %s", (name) => {
    expect(drawText(code(name)).replace(/<\/?code>/g, "")).not.toMatch(LIVE);
  });

  it.each(HOSTILE)("stays what it is on a button, in a select and as a title: %s", (name) => {
    const components = [
      { type: 2, style: 4, label: name, custom_id: "a" },
      { type: 3, custom_id: "b", placeholder: name, options: [{ label: name, value: name }] },
    ];
    const html = drawPane({ messages: [message({ flags: 32768, components })] });
    const body = html.slice(html.indexOf("data-message"), html.indexOf("</article>"));
    expect(body).not.toMatch(LIVE);
    expect(readable(body)).toContain(squeezed(name));
  });

  it("cannot turn the direction of what follows", () => {
    expect(drawText(literal("invoice\u202Efdp.exe"))).not.toContain("\u202E");
  });
});

describe("what nobody has escaped", () => {
  it("is no HTML all the same", () => {
    expect(drawText("<img src=x onerror=alert(1)>")).toContain("&lt;img src=x onerror=alert(1)>");
  });

  it.each(["@everyone", "@here"])("shows that it would wake people: %s", (mention) => {
    expect(drawText(`hello ${mention}`)).toContain(`<span class="mention loud">${mention}</span>`);
  });

  it("names whom it mentions", () => {
    const html = drawText("<@1210000000000000041> <#1210000000000000031> <@&1210000000000000020>");
    expect(html.match(/class="mention">[^<]*/g)).toEqual([
      'class="mention">@Bruno',
      'class="mention">#ops',
      'class="mention">@Operators',
    ]);
  });

  it("calls the one who looks, when the wire says so", () => {
    const calling = message({ ...text("x"), mentions: [{ id: "1210000000000000040" }] });
    expect(drawPane({ messages: [calling] })).toContain('class="message called"');
  });

  it.each(["[x](javascript:alert(1))", "[x](data:text/html,x)", "<javascript:alert(1)>"])(
    "opens web addresses alone: %s",
    (link) => expect(drawText(link)).not.toContain("href"),
  );

  it.each(["javascript:alert(1)", "data:text/html,x"])("opens none from a button either: %s", (url) => {
    const components = [{ type: 2, style: 5, label: "Open", url }];
    expect(drawPane({ messages: [message({ components })] })).not.toContain("href");
  });

  it("opens elsewhere, and says nothing of where it was", () => {
    expect(drawText("[x](<https://ovh.example/a>)")).toContain(
      '<a href="https://ovh.example/a" title="https://ovh.example/a" target="_blank" rel="noreferrer noopener">',
    );
  });
});
