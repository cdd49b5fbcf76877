import type { Block, Card, Inline, Press } from "../../src/card/card.ts";
import type { Bot, ChatAdapter, Invocation, Reply } from "../../src/chat.ts";
import type { Actor, MessageRef, Platform } from "../../src/domain/actor.ts";
import { DeliveryError } from "../../src/errors.ts";

export interface Act extends Press {
  readonly via?: Invocation["via"];
  readonly by?: Actor;
  /** The message whose button was pressed. */
  readonly on?: string;
  readonly locale?: Invocation["locale"];
}

/** A chat of one channel, whose messages outlive the bot. */
export interface Chat {
  readonly messages: Map<string, Card>;
  readonly edits: string[];
}

export function createChat(): Chat {
  return { messages: new Map(), edits: [] };
}

/** A small adapter: it shows replies as the real ones do, and tells where they stand. */
export interface FakeAdapter extends ChatAdapter {
  act(act: Act): Promise<Reply>;
}

type Run = <T>(step: () => Promise<T>) => Promise<T>;

export function createFakeAdapter(platform: Platform, chat: Chat, run: Run): FakeAdapter {
  const channel = { platform, id: "C1" };
  let bot: Bot | null = null;

  const put = (id: string | null, card: Card): MessageRef => {
    const known = id ?? `${platform}-${chat.messages.size + 1}`;
    chat.messages.set(known, card);
    return { channel, id: known };
  };

  return {
    platform,
    async start(started) {
      bot = started;
    },
    async stop() {},
    post: (card) => run(async () => put(null, card)),
    edit: (message, card) =>
      run(async () => {
        if (!chat.messages.has(message.id)) throw new DeliveryError("gone", "no such message");
        chat.edits.push(message.id);
        put(message.id, card);
      }),
    async act({ command, input, via = "button", by = OPERATOR, on, locale = "en" }) {
      if (!bot) throw new Error("the bot has not started");
      const reply = await bot.handle({ command, input, via, actor: by, place: channel, locale });
      if (reply.audience === "requester") return reply;
      const id = reply.replaces ? (on ?? null) : null;
      const show = () => run(async () => put(id, reply.card));
      // The real ones try again, too.
      const message = await show().catch(show);
      if (reply.track) await bot.delivered(reply.track, message);
      return reply;
    },
  };
}

export const OPERATOR: Actor = { platform: "slack", id: "U0OPERATOR", standing: "member", groups: [] };
export const SECOND: Actor = {
  platform: "discord",
  id: "222222222222222222",
  standing: "member",
  groups: [],
};
export const VIEWER: Actor = { platform: "slack", id: "U0VIEWER", standing: "member", groups: [] };

/** Everything that a card says, without its buttons. */
export function wordsOf({ title, blocks }: Card): string {
  return [title, ...blocks.flatMap(linesOf)].join("\n");
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return [textOf(block.text)];
    case "callout":
      return [block.title, ...block.lines.map(textOf)];
    case "fields":
      return block.fields.map(({ label, value }) => `${label}: ${textOf(value)}`);
    case "table":
    case "select":
    case "buttons":
    case "divider":
      return [];
  }
}

const textOf = (text: readonly Inline[]): string => text.map(inlineText).join("");

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case "plain":
    case "strong":
    case "code":
    case "link":
      return inline.text;
    case "instant":
      return new Date(inline.at).toISOString();
    case "actor":
      return `@${inline.actor.id}`;
  }
}

/** The presses that a card's buttons make. */
export function pressesOf({ blocks }: Card): readonly Press[] {
  return blocks.flatMap((block) =>
    block.kind === "buttons"
      ? block.buttons.flatMap(({ does }) => (does.kind === "press" ? [does.press] : []))
      : [],
  );
}
