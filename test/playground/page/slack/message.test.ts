import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../../../sandbox/slack/seen.ts";
import { drawn, message, NOW, type Scene, textOf } from "./drawn.ts";

type Blocks = SeenMessage["blocks"];

const blocks = (...list: Blocks): string => drawn({ messages: [message({ blocks: list })] });
const mrkdwn = (text: string, scene: Scene = {}): string =>
  drawn({
    ...scene,
    messages: [message({ blocks: [{ type: "section", text: { type: "mrkdwn", verbatim: true, text } }] })],
  });
const rich = (...elements: object[]): string =>
  blocks({ type: "rich_text", elements: [{ type: "rich_text_section", elements }] });

describe("a message in Slack's pane", () => {
  it("shows an unknown block as JSON, with a warning", () => {
    const html = blocks({ type: "hologram", depth: 3 });
    expect(html).toContain('data-unknown="hologram"');
    expect(textOf(html)).toContain("cannot draw “hologram”");
    expect(textOf(html)).toContain('"depth": 3');
  });

  it.each([
    ["an element", { type: "actions", elements: [{ type: "dial", action_id: "a", max: 7 }] }, "dial"],
    ["an accessory", { type: "section", text: plain("x"), accessory: { type: "dial" } }, "dial"],
    ["a text object", { type: "context", elements: [{ type: "sung", text: "la" }] }, "sung"],
    ["a part of rich text", { type: "rich_text", elements: [{ type: "rich_text_poem" }] }, "rich_text_poem"],
    [
      "a piece of rich text",
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "smell", of: "x" }] }],
      },
      "smell",
    ],
    ["a cell", { type: "table", rows: [[{ type: "raw_bits", bits: 1 }]] }, "raw_bits"],
    [
      "a block in a container",
      { type: "container", title: plain("x"), child_blocks: [{ type: "maze" }] },
      "maze",
    ],
  ])("shows %s that is unknown as JSON, with a warning", (_, block, name) => {
    expect(blocks(block)).toContain(`data-unknown="${name}"`);
  });

  it("reads mrkdwn as Slack does, and entities only then", () => {
    const html = mrkdwn("*bold* _it_ ~gone~ `code &lt;b&gt;` &lt;!channel&gt; &amp;lt; a &lt; b");
    expect(html).toContain("<strong>bold</strong>");
    expect(html).toContain("<em>it</em>");
    expect(html).toContain("<s>gone</s>");
    expect(textOf(html)).toContain("code <b>");
    expect(textOf(html)).toContain("<!channel> &lt; a < b");
    expect(html).not.toContain("slack-attention");
  });

  it.each(["<!channel>", "<!here>", "<!everyone|all>", "<!subteam^S0OPERATORS>", "<@U0ALICE>"])(
    "makes the live mention %s stand out",
    (mention) => {
      expect(mrkdwn(`hello ${mention}`)).toContain("slack-attention");
    },
  );

  it("makes a live mention in rich text stand out", () => {
    expect(rich({ type: "broadcast", range: "channel" })).toContain("slack-attention");
    expect(rich({ type: "usergroup", usergroup_id: "S0OPERATORS" })).toMatch(
      /slack-attention[^>]*>@operators/,
    );
  });

  it("names people and channels", () => {
    const words = textOf(mrkdwn("<@U0CAMILLE> in <#C0OPS>, <@U0NOBODY>"));
    expect(words).toContain("@Camille Roux in #ops, @U0NOBODY");
  });

  it("takes rich text and plain text at their word", () => {
    const hostile = "<img src=x onerror=alert(1)> *bold* <!channel> &lt; `code` <@U0ALICE>";
    const html = rich({ type: "text", text: hostile }) + blocks({ type: "header", text: plain(hostile) });
    expect(html).not.toContain("<img");
    expect(html).not.toContain("slack-attention");
    expect(html).not.toContain("<strong>");
    expect(textOf(html).split(hostile)).toHaveLength(3);
  });

  it("makes no element of what stands in mrkdwn", () => {
    const html = mrkdwn("&lt;img src=x onerror=alert(1)&gt; <script>alert(1)</script> <b>x</b>");
    expect(html).not.toMatch(/<(img|script|b)[\s>]/);
  });

  it("leads only to addresses of the web, and in a tab of its own", () => {
    const html = mrkdwn("<https://a.example/?x=1&amp;y=2|here> <javascript:alert(1)|there>");
    expect(html).toContain('href="https://a.example/?x=1&amp;y=2"');
    expect(html).toContain('target="_blank" rel="noreferrer noopener"');
    expect(html).not.toContain('href="javascript');
    expect(textOf(html)).toContain("there (javascript:alert(1))");
    const link = rich({ type: "link", url: "data:text/html,x", text: "click" });
    expect(link).not.toContain("href=");
  });

  it("keeps a turned direction within the text that brought it", () => {
    const name = "site\u202Egpj.example";
    expect(rich({ type: "text", text: name })).toContain(`<bdi>${name}</bdi>`);
    expect(mrkdwn(name)).toContain(`<bdi>${name}</bdi>`);
  });

  it.each([
    ["fr", "Europe/Paris", "2 mars 2027 13:00", "dans 100 jours"],
    ["en", "America/New_York", "Mar 2, 2027 7:00 AM", "in 100 days"],
    ["en", "Asia/Tokyo", "Mar 2, 2027 9:00 PM", "in 100 days"],
  ] as const)("says an instant in %s and the zone %s", (language, timeZone, date, distance) => {
    const text = "<!date^1803988800^{date_short} {time}|?> <!date^1803988800^{ago}|?>";
    const html = mrkdwn(text, { language, timeZone });
    const words = textOf(html).replace(/\s/gu, " ");
    expect(words).toContain(`${date} ${distance}`);
    expect(html).toContain('<time datetime="2027-03-02T12:00:00.000Z"');
  });

  it("says an instant of rich text as one of mrkdwn", () => {
    const html = rich({ type: "date", timestamp: 1803988800, format: "on {date_long}", fallback: "?" });
    expect(textOf(html)).toContain("on Tuesday, March 2, 2027");
    expect(html).toContain('<time datetime="2027-03-02T12:00:00.000Z"');
  });

  it("falls back where a date is none", () => {
    const html = mrkdwn("<!date^soon^{date}|one day>");
    expect(textOf(html)).toContain("one day");
    expect(textOf(html)).not.toContain("1970");
    expect(textOf(rich({ type: "date", format: "{date}", fallback: "one day" }))).toContain("one day");
  });

  it("says who wrote it, when, and to whom alone", () => {
    const words = textOf(
      drawn({ language: "fr", messages: [message({ text: "salut", ephemeral: true, edits: 2 })] }),
    );
    expect(words).toContain("Visible par vous uniquement");
    expect(words).toContain("lastcallAPPLI 13:00");
    expect(words).toContain("salut(modifié)");
  });

  it("does not draw the text where there are blocks", () => {
    const html = drawn({ messages: [message({ text: "for phones", blocks: [{ type: "divider" }] })] });
    expect(html).not.toContain("for phones");
  });

  it("loads no picture", () => {
    const html = blocks({ type: "image", image_url: "https://a.example/x.png", alt_text: "A chart" });
    expect(html).not.toContain("x.png");
    expect(textOf(html)).toContain("A chart");
  });

  it("sets numbers of a data table on the right, and shows a page of it", () => {
    const row = (name: string, value: number) => [
      { type: "raw_text", text: name },
      { type: "raw_number", value, text: `€${value}` },
    ];
    const html = blocks({
      type: "data_table",
      caption: "Costs",
      page_size: 2,
      row_header_column_index: 0,
      rows: [
        [
          { type: "raw_text", text: "Name" },
          { type: "raw_text", text: "Cost" },
        ],
        row("api", 3),
        row("db", 1),
        row("web", 2),
      ],
    });
    expect(html).toContain("<caption>Costs</caption>");
    expect(html).toMatch(/<th scope="row"[^>]*>api/);
    expect(html).toMatch(/<td class="slack-right">€3/);
    expect(html).not.toContain("web");
    expect(textOf(html)).toContain("1–2 of 3");
  });

  it("points only at the newest thing that carries the words", () => {
    const button = (label: string) => ({
      type: "actions",
      elements: [{ type: "button", action_id: "b", text: plain(label) }],
    });
    const messages = [1, 2].map((at) =>
      message({ ts: `${NOW / 1000 + at}.0001`, blocks: [button("Keep"), button("Terminate x")] }),
    );
    const html = drawn({ messages, mark: "^Terminate" });
    expect(html.match(/class="[^"]*\bmarked\b/g)).toHaveLength(1);
    expect(html.indexOf("marked")).toBeGreaterThan(html.lastIndexOf("data-message"));
  });

  it("repeats what Slack itself says of a failure", () => {
    const errors = [{ at: NOW, reason: "dispatch_failed", text: "/ovh failed with the error “x”" }];
    expect(textOf(drawn({ errors }))).toContain("/ovh failed with the error “x”");
  });
});

function plain(text: string): object {
  return { type: "plain_text", text };
}
