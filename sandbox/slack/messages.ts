import type { Instant } from "../../src/domain/instant.ts";
import type { JsonObject } from "../json.ts";
import type { Watch } from "../watch.ts";
import type { Ids } from "./ids.ts";
import type { WireBlock } from "./json.ts";

/** A message as Slack keeps it. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** Who wrote it. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly WireBlock[];
  readonly attachments: readonly JsonObject[];
  /** Names of attached files. */
  readonly files: readonly string[];
  readonly threadTs: string | null;
  /** An ephemeral message is seen by this person alone. */
  readonly only: string | null;
  readonly via: "api" | "response_url" | "acknowledgement";
  /** How often it was changed. */
  readonly edits: number;
  readonly deleted: boolean;
  readonly postedAt: Instant;
}

type Draft = Pick<Message, "channel" | "user" | "text" | "blocks" | "attachments" | "via"> &
  Partial<Pick<Message, "threadTs" | "only" | "files">>;

export type Content = Pick<Message, "text" | "blocks" | "attachments">;

export interface Messages {
  post(draft: Draft): Message;
  /** Undefined when there is none, or it was deleted. */
  find(channel: string, ts: string): Message | undefined;
  replace(message: Message, content: Content): Message;
  delete(message: Message): void;
  /** What a person sees in a channel, oldest first. */
  seenBy(personId: string, channel: string): readonly Message[];
  /** Everything ever posted, deleted messages too, in order. */
  all(): readonly Message[];
}

export function createMessages(ids: Ids, watch: Watch, now: () => Instant): Messages {
  const kept = new Map<string, Message>();
  const key = (channel: string, ts: string): string => `${channel} ${ts}`;
  const keep = (message: Message): Message => {
    kept.set(key(message.channel, message.ts), message);
    watch.touch();
    return message;
  };
  return {
    post: (draft) =>
      keep({
        threadTs: null,
        only: null,
        files: [],
        ...draft,
        blocks: withIds(draft.blocks, ids),
        ts: ids.ts(),
        edits: 0,
        deleted: false,
        postedAt: now(),
      }),
    find(channel, ts) {
      const found = kept.get(key(channel, ts));
      return found?.deleted === true ? undefined : found;
    },
    replace: (message, content) =>
      keep({ ...message, ...content, blocks: withIds(content.blocks, ids), edits: message.edits + 1 }),
    delete(message) {
      keep({ ...message, deleted: true });
    },
    seenBy: (personId, channel) =>
      [...kept.values()].filter(
        (one) => one.channel === channel && !one.deleted && (one.only === null || one.only === personId),
      ),
    all: () => [...kept.values()],
  };
}

const NEEDS_ACTION_ID =
  /^(button|overflow|checkboxes|radio_buttons|datepicker|datetimepicker|timepicker|workflow_button|feedback_buttons|icon_button|.*_select|.*_input)$/;

/** Slack names what came without a name: every block, and every element that can be used. */
export function withIds(blocks: readonly WireBlock[], ids: Ids): readonly WireBlock[] {
  return blocks.map((block) => ({
    ...nameInside(block, ids),
    type: block.type,
    block_id: block.block_id ?? ids.next("b"),
  }));
}

function nameInside(value: JsonObject, ids: Ids): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(key, inner, ids)]));
}

function named(key: string, value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => named(key, one, ids));
  if (typeof value !== "object" || value === null || !("type" in value)) return value;
  const inside: JsonObject = { ...value };
  const type = String(inside.type);
  if (key === "child_blocks") return { block_id: ids.next("b"), ...nameInside(inside, ids) };
  if (NEEDS_ACTION_ID.test(type)) return { action_id: ids.next("a"), ...inside };
  return inside;
}
