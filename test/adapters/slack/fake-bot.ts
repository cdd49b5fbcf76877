import type { Option } from "../../../src/card/card.ts";
import type { Bot, DeliveryProblem, Invocation, Question, Reply } from "../../../src/chat.ts";
import type { ChannelRef, MessageRef } from "../../../src/domain/actor.ts";
import { privately } from "./cards.ts";

type Answer = (invocation: Invocation) => Reply | Promise<Reply>;

/** A small bot that answers by command, and remembers what it was asked. */
export interface FakeBot extends Bot {
  readonly handled: readonly Invocation[];
  readonly questions: readonly Question[];
  readonly placed: readonly { readonly track: string; readonly message: MessageRef }[];
  readonly taken: readonly { readonly command: string; readonly problem: DeliveryProblem }[];
  readonly lost: readonly ChannelRef[];
}

export function createFakeBot(
  answers: Readonly<Record<string, Answer>> = {},
  options: readonly Option[] = [],
): FakeBot {
  const handled: Invocation[] = [];
  const questions: Question[] = [];
  const placed: { track: string; message: MessageRef }[] = [];
  const taken: { command: string; problem: DeliveryProblem }[] = [];
  const lost: ChannelRef[] = [];
  return {
    handled,
    questions,
    placed,
    taken,
    lost,
    commands: [],
    async handle(invocation) {
      handled.push(invocation);
      return answers[invocation.command]?.(invocation) ?? privately(`Answer to ${invocation.command}`);
    },
    async suggest(question, limit) {
      questions.push(question);
      return options.slice(0, limit);
    },
    parse(line) {
      const [command = "help", ...rest] = line.split(" ");
      return { command: command || "help", input: { text: rest.join(" ") } };
    },
    async delivered(track, message) {
      placed.push({ track, message });
    },
    async undelivered({ command }, _reply, problem) {
      taken.push({ command, problem });
      return privately(`Could not post: ${problem}`);
    },
    async gone(channels) {
      lost.push(...channels);
    },
  };
}
