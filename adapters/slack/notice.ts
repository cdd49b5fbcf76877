import type { Card, Locale } from "../../src/card/card.ts";
import type { Reply } from "../../src/chat.ts";
import { type Notice, WORDS } from "./words.ts";

/** What the adapter itself says, to that person alone. */
export function noticeReply(notice: Notice, locale: Locale): Reply {
  const { title, text } = WORDS[locale].notices[notice];
  const card: Card = {
    locale,
    title,
    summary: [{ kind: "plain", text }],
    blocks: [{ kind: "paragraph", text: [{ kind: "plain", text }] }],
  };
  return { card, audience: "requester", replaces: false };
}
