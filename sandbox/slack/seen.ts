import type { Instant } from "../../src/domain/instant.ts";
import type { JsonObject } from "../json.ts";
import type { WireBlock } from "./json.ts";
import type { Message } from "./messages.ts";
import type { View } from "./modals.ts";

/** A message as one person sees it; blocks are the wire's own. */
export interface SeenMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly WireBlock[];
  readonly attachments: readonly JsonObject[];
  readonly files: readonly string[];
  readonly threadTs: string | null;
  /** "Only visible to you". */
  readonly ephemeral: boolean;
  readonly edits: number;
}

/** A modal or the home tab as its owner sees it. */
export interface SeenView {
  readonly view: string;
  readonly type: "modal" | "home";
  readonly title: string;
  /** The words on the buttons; "" for none. */
  readonly submit: string;
  readonly close: string;
  readonly blocks: readonly WireBlock[];
  /** Red lines under the inputs, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What Slack itself tells a person when the app fails. */
export interface SeenError {
  readonly at: Instant;
  readonly reason: string;
  readonly text: string;
}

/** Where a person uses something: a message or a view. What `sees`, `modal` and `home` return fits. */
export type Place = { readonly channel: string; readonly ts: string } | { readonly view: string };

export function seenMessage(message: Message): SeenMessage {
  const { channel, ts, user, text, blocks, attachments, files, threadTs, edits } = message;
  return {
    channel,
    ts,
    user,
    text,
    blocks,
    attachments,
    files,
    threadTs,
    edits,
    ephemeral: message.only !== null,
  };
}

export const seenView = ({ id, type, body, blocks, errors }: View): SeenView => ({
  view: id,
  type,
  title: words(body.title),
  submit: words(body.submit),
  close: words(body.close),
  blocks,
  errors,
});

const words = (value: unknown): string =>
  typeof value === "object" && value !== null && "text" in value ? String(value.text) : "";
