import type { Inline, InstantStyle, Text } from "../../../src/card/card.ts";
import type { ActorRef } from "../../../src/domain/actor.ts";
import { type Instant, SECOND } from "../../../src/domain/instant.ts";
import { code, literal } from "./sanitise.ts";

/** One line of Discord's markup. */
export function lineOf(text: Text): string {
  return text.map(markup).join("").trim();
}

/** The same, in bold as a whole. */
export function strongLineOf(text: Text): string {
  return text
    .map((inline) => (inline.kind === "plain" ? bold(inline.text) : markup(inline)))
    .join("")
    .trim();
}

/** Bold as Discord draws it: asterisks stand close to the text, blanks outside. */
export function bold(text: string): string {
  const [, before = "", inside = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(literal(text)) ?? [];
  return inside === "" ? before : `${before}**${inside}**${after}`;
}

function markup(inline: Inline): string {
  switch (inline.kind) {
    case "plain":
      return literal(inline.text);
    case "strong":
      return bold(inline.text);
    case "code":
      return code(inline.text);
    case "link":
      return link(inline.text, inline.url);
    case "instant":
      return timestamp(inline.at, inline.style);
    case "actor":
      return mention(inline.actor);
  }
}

/** Only web addresses become links, written so that no character of them can end the link early. */
function link(text: string, url: string): string {
  const label = literal(text).trim();
  if (label === "" || !URL.canParse(url)) return label;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return label;
  return `[${label}](<${href.replace(/[<>()\s]/g, percent)}>)`;
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;

/** Shown by the client in the reader's own language and time zone. Styles: docs, reference, "Timestamp Styles". */
const TIMESTAMP_STYLES = {
  date: "D",
  // "F" would add the weekday, which no sentence here needs and a phone has no room for.
  time: "f",
  relative: "R",
  clock: "t",
} as const satisfies Record<InstantStyle, string>;

function timestamp(at: Instant, style: InstantStyle): string {
  return `<t:${Math.floor(at / SECOND)}:${TIMESTAMP_STYLES[style]}>`;
}

/** Names the person without waking them: every message carries `allowed_mentions: { parse: [] }`. */
function mention(actor: ActorRef): string {
  switch (actor.platform) {
    case "discord":
      return /^\d+$/.test(actor.id) ? `<@${actor.id}>` : code(actor.id);
    case "slack":
      return `${code(actor.id)} (Slack)`;
  }
}
