import { mentionsIn } from "../../sandbox/slack/mrkdwn.ts";

/** What no text out of data may leave in a message: reading directions and other unseen characters. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u200B]/u;
/** Addresses that the specimens give to the bot itself. */
const OWN_LINK = /^https:\/\/console\.example\//;

/** Mentions, links and markup in a Slack payload that came out of data. `people` are those whom the bot itself names. */
export function liveOnSlack(body: unknown, people: readonly string[]): readonly string[] {
  return parts(body).flatMap(({ key, type, value, text }) => {
    const unseen = UNSEEN.test(text) ? [text] : [];
    if (key === "user_id" && !people.includes(text)) return [...unseen, text];
    if (key === "url" && !OWN_LINK.test(text)) return [...unseen, text];
    if (key === "type" && ["broadcast", "usergroup", "channel"].includes(text)) return [...unseen, text];
    const isMrkdwn = key === "text" && (type === "mrkdwn" || value === body);
    return isMrkdwn ? [...unseen, ...liveMrkdwn(text, people)] : unseen;
  });
}

function liveMrkdwn(text: string, people: readonly string[]): readonly string[] {
  const mentions = mentionsIn(text).filter((one) => !people.some((id) => one === `<@${id}>`));
  const outside = text.replace(/`[^`]*`/g, "").replace(/<https:\/\/console\.example\/[^>]*>/g, "");
  return [...mentions, ...(outside.match(/<http|~~|\*b\*|@everyone\*/g) ?? [])];
}

/** The same for Discord. */
export function liveOnDiscord(body: unknown, people: readonly string[]): readonly string[] {
  return parts(body).flatMap(({ key, text }) => {
    const unseen = UNSEEN.test(text) ? [text] : [];
    return key === "content" ? [...unseen, ...liveMarkdown(text, people)] : unseen;
  });
}

function liveMarkdown(text: string, people: readonly string[]): readonly string[] {
  const left = text
    .replace(/\\./gs, "")
    .replace(/`[^`]*`/g, "")
    .replace(/\[[^\]]*\]\(<https:\/\/console\.example\/[^>]*>\)/g, "")
    .replace(/<t:\d+:[DFRt]>/g, "")
    .replace(/<@(\d+)>/g, (whole, id: string) => (people.includes(id) ? "" : whole));
  const lines = left.split("\n").map((line) => line.replace(/^(?:> |-# |### )/, ""));
  const startsOf = lines.flatMap((line) => /^\s*(?:#|>|-#|- )/.exec(line)?.[0] ?? []);
  const marks = left.match(/@everyone|@here|<[@#!]|\]\(|~~|\|\||__|(?<!\*)\*b\*/g) ?? [];
  return [...startsOf, ...marks];
}

interface Part {
  readonly key: string;
  /** The object that holds it, and that object's `type`. */
  readonly value: unknown;
  readonly type: unknown;
  readonly text: string;
}

/** Every text in a payload, and where it stands. */
function parts(value: unknown): readonly Part[] {
  if (typeof value !== "object" || value === null) return [];
  const type = "type" in value ? value.type : undefined;
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "string" ? [{ key, value, type, text: inner }] : parts(inner),
  );
}
