import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";
import { asNumber, asObjects, asText, type JsonObject } from "../json.ts";
import { IS_COMPONENTS_V2, LOADING } from "./judge/message.ts";
import { normaliseComponents } from "./payload/components.ts";

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** What made a message: shown with it, and the reason why its token may edit it. */
export interface MessageOrigin {
  readonly interactionId: string;
  readonly interactionType: number;
  readonly userId: string;
  readonly commandName: string;
  readonly authorizingOwners: JsonObject;
  readonly interactedMessageId: string | null;
  /** For a submitted form: what opened the form. */
  readonly trigger: MessageOrigin | null;
}

export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly madeAt: Instant;
  readonly editedAt: Instant | null;
  readonly content: string;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly flags: number;
  readonly files: readonly StoredFile[];
  readonly nonce: string | number | null;
  readonly allowedMentions: JsonObject | null;
  /** An ephemeral message is seen by this person alone. */
  readonly onlyFor: string | null;
  readonly origin: MessageOrigin | null;
}

interface NewMessage {
  readonly channelId: string;
  readonly authorId: string;
  readonly body: JsonObject;
  readonly files?: readonly Omit<StoredFile, "id">[];
  readonly flags: number;
  readonly onlyFor?: string | null;
  readonly origin?: MessageOrigin | null;
}

export interface Messages {
  add(message: NewMessage): StoredMessage;
  /** Replaces the parts that the body names; V2, once set, stays. Undefined when the message is gone. */
  edit(id: string, body: JsonObject): StoredMessage | undefined;
  remove(id: string): boolean;
  get(id: string): StoredMessage | undefined;
  /** Puts one in as it is, as the one that a recorded press belongs to. */
  restore(message: StoredMessage): void;
  /** Oldest first. */
  all(): readonly StoredMessage[];
}

interface MessagesOptions {
  readonly clock: Clock;
  newId(): string;
  changed(): void;
}

export function createMessages({ clock, newId, changed }: MessagesOptions): Messages {
  const messages = new Map<string, StoredMessage>();
  const put = (message: StoredMessage): StoredMessage => {
    messages.set(message.id, message);
    changed();
    return message;
  };
  return {
    add({ body, channelId, authorId, flags, files = [], onlyFor = null, origin = null }) {
      return put({
        id: newId(),
        channelId,
        authorId,
        madeAt: clock.now(),
        editedAt: null,
        content: asText(body.content),
        embeds: asObjects(body.embeds),
        components: normaliseComponents(asObjects(body.components), newId),
        flags,
        files: files.map((file) => ({ ...file, id: newId() })),
        nonce: nonceOf(body),
        allowedMentions: mentionsOf(body),
        onlyFor,
        origin,
      });
    },
    edit(id, body) {
      const before = messages.get(id);
      if (!before) return undefined;
      return put({
        ...before,
        editedAt: clock.now(),
        content: "content" in body ? asText(body.content) : before.content,
        embeds: "embeds" in body ? asObjects(body.embeds) : before.embeds,
        components:
          "components" in body ? normaliseComponents(asObjects(body.components), newId) : before.components,
        flags: (before.flags & ~LOADING) | (asNumber(body.flags, 0) & IS_COMPONENTS_V2),
        allowedMentions: mentionsOf(body) ?? before.allowedMentions,
      });
    },
    remove(id) {
      const gone = messages.delete(id);
      if (gone) changed();
      return gone;
    },
    restore: put,
    get: (id) => messages.get(id),
    all: () => [...messages.values()],
  };
}

const nonceOf = ({ nonce }: JsonObject): string | number | null =>
  typeof nonce === "string" || typeof nonce === "number" ? nonce : null;

const mentionsOf = ({ allowed_mentions }: JsonObject): JsonObject | null =>
  asObjects([allowed_mentions])[0] ?? null;
