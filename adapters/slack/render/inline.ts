import type { RichTextElement } from "@slack/types";
import type { Inline, Locale, Text } from "../../../src/card/card.ts";
import { within } from "../../../src/card/too-large.ts";
import type { ActorRef } from "../../../src/domain/actor.ts";
import { TEXT } from "../limits.ts";
import { clean, mrkdwnCode, mrkdwnLink, mrkdwnText, webAddress } from "./escape.ts";
import { DATE_FORMATS, fallbackText, unixSeconds } from "./instant.ts";

const SLACK_USER = /^[UW][A-Z0-9]{2,}$/;
const isSlackUser = (actor: ActorRef): boolean => actor.platform === "slack" && SLACK_USER.test(actor.id);
const elsewhere = ({ platform, id }: ActorRef): string => `${platform}:${id}`;

const piece = (text: string): string => within(TEXT, "a piece of text", clean(text));

/** Rich text elements: Slack shows their text literally. Empty pieces are left out. */
export function richElements(text: Text, locale: Locale): RichTextElement[] {
  const elements = text.map((inline) => richElement(inline, locale));
  return elements.filter((one) => one.type !== "text" || one.text !== "");
}

function richElement(inline: Inline, locale: Locale): RichTextElement {
  switch (inline.kind) {
    case "plain":
      return { type: "text", text: piece(inline.text) };
    case "strong":
      return { type: "text", text: piece(inline.text), style: { bold: true } };
    case "code":
      return { type: "text", text: piece(inline.text), style: { code: true } };
    case "link": {
      const url = webAddress(inline.url);
      return url
        ? { type: "link", url, text: clean(inline.text) || url }
        : { type: "text", text: piece(inline.text) };
    }
    case "instant":
      return {
        type: "date",
        timestamp: unixSeconds(inline.at),
        format: DATE_FORMATS[inline.style],
        fallback: fallbackText(inline.at, inline.style, locale),
      };
    case "actor":
      return isSlackUser(inline.actor)
        ? { type: "user", user_id: inline.actor.id }
        : { type: "text", text: clean(elsewhere(inline.actor)), style: { code: true } };
  }
}

/** mrkdwn, where Slack knows no rich text: fields, notes and the notification. */
export function mrkdwn(text: Text, locale: Locale): string {
  return text.map((inline) => mrkdwnInline(inline, locale)).join("");
}

function mrkdwnInline(inline: Inline, locale: Locale): string {
  switch (inline.kind) {
    case "plain":
      return mrkdwnText(inline.text);
    case "strong":
      return mrkdwnStrong(inline.text);
    case "code":
      return mrkdwnCode(inline.text);
    case "link": {
      const url = webAddress(inline.url);
      return url ? mrkdwnLink(url, inline.text) : mrkdwnText(inline.text);
    }
    case "instant": {
      const fallback = fallbackText(inline.at, inline.style, locale);
      return `<!date^${unixSeconds(inline.at)}^${DATE_FORMATS[inline.style]}|${fallback}>`;
    }
    case "actor":
      return isSlackUser(inline.actor) ? `<@${inline.actor.id}>` : mrkdwnCode(elsewhere(inline.actor));
  }
}

export function mrkdwnStrong(text: string): string {
  const written = mrkdwnText(text).trim();
  return written === "" ? "" : `*${written}*`;
}

/** The words alone, or null where an instant, a link or a person needs more than that. */
export function wordsOnly(text: Text): string | null {
  let words = "";
  for (const inline of text) {
    if (inline.kind === "instant" || inline.kind === "link" || inline.kind === "actor") return null;
    words += inline.text;
  }
  return words;
}
