import type { Bot, DeliveryProblem, Invocation, Reply } from "../../../src/chat.ts";
import type { Clock } from "../../../src/clock.ts";
import { inTime } from "../../../src/deadline.ts";
import type { MessageRef } from "../../../src/domain/actor.ts";
import type { Log } from "../../../src/ports.ts";
import * as limits from "../limits.ts";
import { describe } from "../wire/describe.ts";
import { failureOf } from "../wire/failure.ts";
import { type Deferred, deferralOf, type FirstAnswer } from "./first-answer.ts";
import type { FreshAnswer } from "./fresh-answer.ts";
import type { Identify } from "./identity.ts";
import type { Incoming } from "./incoming.ts";
import type { LateAnswer } from "./late-answer.ts";
import { snowflakeInstant } from "./snowflake.ts";

/** How far the answering of an interaction has come: nothing sent, deferred, or its token is of no use. */
type Stage = "first" | Deferred | "over";

interface Answered {
  readonly invocation: Invocation;
  readonly reply: Reply;
}

export interface AnsweringOptions {
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  readonly identify: Identify;
  readonly first: FirstAnswer;
  readonly late: LateAnswer;
  readonly fresh: FreshAnswer;
}

/** Runs an act through the core's door and answers it, one way or another. Never rejects while the core does not. */
export type AnswerAct = (incoming: Incoming, act: ActContent) => Promise<void>;
type ActContent = Extract<Incoming["content"], { kind: "act" }>;

export function createAnswerAct(options: AnsweringOptions): AnswerAct {
  const { bot, clock, log, identify, first, late, fresh } = options;

  const handle = async (incoming: Incoming, { press, via }: ActContent): Promise<Answered> => {
    const { place, locale, sender } = incoming;
    const invocation: Invocation = { ...press, via, place, locale, actor: await identify(sender) };
    return { invocation, reply: await bot.handle(invocation) };
  };

  /** Null when another process has answered this interaction. */
  const defer = async (incoming: Incoming): Promise<Stage | null> => {
    try {
      await first.defer(incoming);
    } catch (error) {
      log.warn("discord.defer-failed", { error: describe(error) });
      switch (failureOf(error)) {
        case "taken":
          return null;
        case "too-late":
        case "refused":
        case "gone":
        case "not-in-channel":
        case "token-refused":
          return "over";
        // It may have arrived: the late answer will tell.
        case "passing":
        case "unknown":
          break;
      }
    }
    return deferralOf(incoming);
  };

  const send = (
    incoming: Incoming,
    { invocation, reply }: Answered,
    stage: Stage,
  ): Promise<MessageRef | null> => {
    switch (stage) {
      case "first":
        return first.show(incoming, reply);
      case "thinking":
      case "pressed":
        return late.show(incoming, reply, stage);
      case "over":
        return fresh.show(incoming, reply, invocation);
    }
  };

  const show = async (
    incoming: Incoming,
    answered: Answered,
    stage: Stage,
    isExplained = false,
  ): Promise<void> => {
    let message: MessageRef | null;
    try {
      message = await send(incoming, answered, stage);
    } catch (error) {
      return recover(incoming, answered, stage, isExplained, error);
    }
    const { track } = answered.reply;
    if (track !== undefined && message) await bot.delivered(track, message);
  };

  const recover = async (
    incoming: Incoming,
    answered: Answered,
    stage: Stage,
    isExplained: boolean,
    error: unknown,
  ): Promise<void> => {
    const failure = failureOf(error);
    const facts = { command: answered.invocation.command, stage, failure, error: describe(error) };
    switch (failure) {
      case "taken":
        log.info("discord.answered-elsewhere", facts);
        return;
      case "refused":
      case "not-in-channel":
        log.error("discord.answer-refused", facts);
        return isExplained ? undefined : explain(incoming, answered, stage, failure);
      case "too-late":
      case "gone":
      case "passing":
      case "unknown":
      case "token-refused":
        if (stage === "over") return log.error("discord.unanswered", facts);
        log.warn("discord.answered-afresh", facts);
        return show(incoming, answered, "over", isExplained);
    }
  };

  const explain = async (
    incoming: Incoming,
    { invocation, reply }: Answered,
    stage: Stage,
    problem: DeliveryProblem,
  ): Promise<void> => {
    const explanation = await bot.undelivered(invocation, reply, problem);
    await show(incoming, { invocation, reply: explanation }, stage, true);
  };

  return async (incoming, act) => {
    const age = clock.now() - snowflakeInstant(incoming.key.id);
    const work = handle(incoming, act);
    if (age > limits.TOO_OLD_MS) return show(incoming, await work, "first");
    const early = await inTime(clock, patienceAt(age), work);
    if (early.kind === "done") return show(incoming, early.value, "first");
    const stage = await defer(incoming);
    const answered = await work;
    if (stage === null) return;
    const isSpent = clock.now() - snowflakeInstant(incoming.key.id) > limits.TOKEN_LIFE_MS;
    await show(incoming, answered, isSpent ? "over" : stage);
  };
}

/**
 * How long the core may take before its answer is deferred. What is already old gets a little nevertheless: a modal
 * cannot follow a deferral, and the age is wrong by as much as this machine's clock is.
 */
function patienceAt(age: number): number {
  return Math.min(limits.PATIENCE_MS, Math.max(limits.PATIENCE_MIN_MS, limits.PATIENCE_MS - age));
}
