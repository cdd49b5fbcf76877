import type { Press } from "../../../src/card/card.ts";
import type { Bot, DeliveryProblem, Invocation, Question, Reply } from "../../../src/chat.ts";
import type { ChannelRef, MessageRef } from "../../../src/domain/actor.ts";
import { textCard } from "./cards.ts";
import { COMMANDS } from "./commands.ts";

/** What the core was told, in order. */
type Told =
  | { readonly kind: "handle"; readonly invocation: Invocation }
  | { readonly kind: "suggest"; readonly question: Question; readonly limit: number }
  | { readonly kind: "delivered"; readonly track: string; readonly message: MessageRef }
  | { readonly kind: "undelivered"; readonly invocation: Invocation; readonly problem: DeliveryProblem }
  | { readonly kind: "gone"; readonly channels: readonly ChannelRef[] };

export interface FakeBot extends Bot {
  readonly told: readonly Told[];
  invocations(): readonly Invocation[];
  /** Resolves with the next invocation. */
  next(): Promise<Invocation>;
}

export type Answer = (invocation: Invocation) => Reply | Promise<Reply>;

export interface FakeBotOptions {
  readonly answer?: Answer;
  readonly suggest?: Bot["suggest"];
}

export const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  card: textCard(text),
  audience: "requester",
  replaces: false,
  ...more,
});

const EXPLANATION = "It could not be shown.";

/** A small core: answers as told, remembers what it heard. */
export function createFakeBot({ answer = () => reply("Hello"), suggest }: FakeBotOptions = {}): FakeBot {
  const told: Told[] = [];
  let waiting: ((invocation: Invocation) => void)[] = [];
  return {
    told,
    commands: COMMANDS,
    invocations: () => told.flatMap((one) => (one.kind === "handle" ? [one.invocation] : [])),
    next: () => new Promise((resolve) => waiting.push(resolve)),
    async handle(invocation) {
      told.push({ kind: "handle", invocation });
      for (const tell of waiting) tell(invocation);
      waiting = [];
      return invocation.command === "unknown-press" ? reply("That is not known.") : answer(invocation);
    },
    async suggest(question, limit) {
      told.push({ kind: "suggest", question, limit });
      return suggest?.(question, limit) ?? [];
    },
    parse: (line): Press => ({ command: line, input: {} }),
    async delivered(track, message) {
      told.push({ kind: "delivered", track, message });
    },
    async undelivered(invocation, _reply, problem) {
      told.push({ kind: "undelivered", invocation, problem });
      return reply(EXPLANATION);
    },
    async gone(channels) {
      told.push({ kind: "gone", channels });
    },
  };
}

/** An answer that waits until it is let go. */
export function heldAnswer(answer: Reply): { readonly answer: Answer; release(): void } {
  let release = (): void => {};
  const held = new Promise<Reply>((resolve) => {
    release = () => resolve(answer);
  });
  return { answer: () => held, release: () => release() };
}
