import { parse } from "discord-markdown-parser";
import { asNumber, asObjects, asText, type JsonObject } from "../../../../json.ts";

/** What stands in a line of Discord's markup. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: Style; readonly inner: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly inner: readonly Inline[] }
  | { readonly kind: "mention"; readonly of: "user" | "channel" | "role"; readonly id: string }
  | { readonly kind: "loud"; readonly text: string }
  | { readonly kind: "instant"; readonly seconds: number; readonly style: string };

const STYLES = ["strong", "em", "underline", "strikethrough", "spoiler"] as const;
type Style = (typeof STYLES)[number];

const MENTIONS = ["user", "channel", "role"] as const;
const LINKS: ReadonlySet<string> = new Set(["link", "url", "autolink"]);
/** Anything else in a link would run where it is clicked: Discord shows it as text. */
const WEB = /^https?:\/\//i;

/** `extended`: masked links are read too, as in everything that a bot sends. */
export const inlinesOf = (text: string): readonly Inline[] => joined(parse(text, "extended").map(inline));

/** The words alone. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => {
      if ("inner" in one) return plainText(one.inner);
      if ("text" in one) return one.text;
      return one.kind === "break" ? " " : "";
    })
    .join("");

function inline(node: JsonObject): Inline {
  const type = asText(node.type);
  const style = STYLES.find((one) => one === type);
  if (style) return { kind: style, inner: inner(node) };
  const mentioned = MENTIONS.find((one) => one === type);
  if (mentioned) return { kind: "mention", of: mentioned, id: asText(node.id) };
  if (LINKS.has(type)) return link(node);
  switch (type) {
    case "br":
    case "newline":
      return { kind: "break" };
    case "inlineCode":
    case "codeBlock":
      return { kind: "code", text: asText(node.content) };
    case "everyone":
    case "here":
      return { kind: "loud", text: `@${type}` };
    case "timestamp":
      return instant(node);
    case "emoji":
      return text(`:${asText(node.name)}:`);
    case "slashCommand":
      return { kind: "code", text: `/${asText(node.fullName) || asText(node.name)}` };
  }
  return text(textOf(node));
}

const text = (words: string): Inline => ({ kind: "text", text: words });

const inner = (node: JsonObject): readonly Inline[] => joined(asObjects(node.content).map(inline));

function link(node: JsonObject): Inline {
  const url = asText(node.target);
  return WEB.test(url) && URL.canParse(url)
    ? { kind: "link", url, inner: inner(node) }
    : text(`[${textOf(node)}](${url})`);
}

/** JavaScript's dates end here; beyond it Discord shows what was typed. */
const LAST_SECOND = 8_640_000_000_000;

function instant(node: JsonObject): Inline {
  const seconds = asNumber(Number(asText(node.timestamp)), 0);
  const style = asText(node.format) || "f";
  return Math.abs(seconds) <= LAST_SECOND
    ? { kind: "instant", seconds, style }
    : text(`<t:${asText(node.timestamp)}:${style}>`);
}

/** A kind of node that is not known is shown as its text. */
function textOf(node: JsonObject): string {
  if (typeof node.content === "string") return node.content;
  const parts = asObjects(node.content);
  return parts.length > 0 ? parts.map(textOf).join("") : asText(node.name) || asText(node.id);
}

/** The parser cuts a text into letters now and then: one node for each run of text. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const runs: Inline[] = [];
  for (const one of inlines) {
    const last = runs.at(-1);
    if (one.kind === "text" && last?.kind === "text") runs[runs.length - 1] = text(last.text + one.text);
    else runs.push(one);
  }
  return runs;
}
