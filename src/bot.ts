import type { Call } from "./call.ts";
import type { Card } from "./card/card.ts";
import { record } from "./changes/audit.ts";
import { showOnCard } from "./changes/show.ts";
import type { Bot, CommandInfo, Invocation, Question, Reply } from "./chat.ts";
import { COMMANDS } from "./commands/all.ts";
import type { Command } from "./commands/command.ts";
import { recordFollow, typedFollow } from "./commands/follow-records.ts";
import type { Desk } from "./desk.ts";
import { type ChannelRef, refKey } from "./domain/actor.ts";
import { nearest } from "./domain/nearest.ts";
import { ProviderError } from "./errors.ts";
import { speak } from "./i18n/speak.ts";
import type { Verdict } from "./ports.ts";
import { UserError } from "./problem.ts";
import { parseLine } from "./typed.ts";
import { outcomeCard } from "./views/outcome-card.ts";
import { faultCard, notInChannelCard, problemCard, providerProblemCard } from "./views/problem-card.ts";

/** The one door: finds the command, checks who asks, runs it, and turns every failure into a reply. */
export function createBot(desk: Desk, commands: readonly Command[] = COMMANDS): Bot {
  const infos = commands.flatMap(({ info }) => (info ? [info] : []));

  const run = async (call: Call): Promise<Reply> => {
    const command = commands.find((one) => one.name === call.command && isReachable(one, call.via));
    if (!command) throw unknown(call, infos);
    const verdict = permitted(command, call, desk);
    if (!verdict.may) throw new UserError({ kind: "denied", why: verdict.why });
    return command.run(call, desk);
  };

  return {
    commands: infos,
    async handle(invocation) {
      const call: Call = { ...invocation, now: desk.clock.now(), say: speak(invocation.locale) };
      try {
        return await run(call);
      } catch (error) {
        return privateReply(explained(error, call, desk, infos));
      }
    },
    suggest: (question, limit) => Promise.resolve(suggest(question, limit, commands, desk)),
    parse: (line) => parseLine(line, commands),
    async delivered(track, message) {
      await quietly("delivered", desk, async () => {
        await desk.store.confirmations.attach(track, message);
        await catchUp(track, desk);
      });
    },
    async undelivered(invocation, reply, problem) {
      const say = speak(invocation.locale);
      const id = desk.newId();
      desk.log.warn("a reply could not be delivered", { fault: id, command: invocation.command, problem });
      let tookBack = false;
      await quietly("undelivered", desk, async () => {
        tookBack = await takeBack(reply, invocation, desk);
      });
      const card =
        tookBack && problem === "not-in-channel"
          ? notInChannelCard(say)
          : faultCard("undeliverable", id, say);
      return privateReply(card);
    },
    gone: (channels) => quietly("gone", desk, () => endFollows(channels, desk)),
  };
}

/** What only buttons and forms reach is no word that one can type, and a page is not a button's. */
function isReachable({ name, info }: Command, via: Invocation["via"]): boolean {
  return name === "home" ? via === "home" : info !== undefined || via !== "slash";
}

const privateReply = (card: Card): Reply => ({ card, audience: "requester", replaces: false });

function unknown({ command, via }: Call, infos: readonly CommandInfo[]): UserError {
  if (command === "unknown-press" && via !== "slash") return new UserError({ kind: "too-old" });
  const names = infos.flatMap(({ name }) => [name.en, name.fr]);
  const [near] = nearest(command, names, 1);
  const meant = infos.find(({ name }) => name.en === near || name.fr === near);
  return new UserError({ kind: "unknown-command", typed: command, nearest: meant?.name.en ?? "help" });
}

function permitted({ needs }: Command, { actor }: Call, { policy }: Desk): Verdict {
  switch (needs) {
    case "nothing":
      return { may: true };
    case "look":
      return policy.look(actor);
    case "change":
      return policy.change(actor);
  }
}

/** Even where the explanation itself cannot be made. */
function explained(error: unknown, call: Call, desk: Desk, infos: readonly CommandInfo[]): Card {
  try {
    return failureCard(error, call, desk, infos);
  } catch (fault) {
    return faultOf(fault, call, desk);
  }
}

/** Those whom the reader can write to, where there are any: elsewhere a person is only an id. */
function whomToAsk(operators: Desk["operators"], { platform }: Call["actor"]): Desk["operators"] {
  const here = operators.filter((one) => one.platform === platform);
  return here.length > 0 ? here : operators;
}

/** What a person can mend is explained; OVHcloud's failures are told apart; anything else is a bug, logged under an id. */
function failureCard(error: unknown, call: Call, desk: Desk, infos: readonly CommandInfo[]): Card {
  if (error instanceof UserError) {
    const context = {
      links: desk.provider.links,
      operators: whomToAsk(desk.operators, call.actor),
      typed: typedFollow(call, desk),
      typedAs: (command: string): string => {
        const name = infos.find((info) => info.name.en === command)?.name[call.locale] ?? command;
        return `${desk.prefix} ${name}`;
      },
      // How the reader would stand in LASTCALL_OPERATORS.
      operatorExample: refKey(call.actor),
    };
    return problemCard(error.problem, context, call.say);
  }
  if (error instanceof ProviderError) {
    desk.log.warn("OVHcloud failed a command", { command: call.command, ...error.facts });
    return providerProblemCard(error, call.say);
  }
  return faultOf(error, call, desk);
}

function faultOf(error: unknown, { command, say }: Call, { newId, log }: Desk): Card {
  const id = newId();
  log.error("a command failed", { fault: id, command, error });
  return faultCard("bug", id, say);
}

function suggest(
  question: Question,
  limit: number,
  commands: readonly Command[],
  desk: Desk,
): ReturnType<NonNullable<Command["suggest"]>> {
  const command = commands.find(({ name }) => name === question.command);
  if (!command?.suggest || !desk.policy.look(question.actor).may) return [];
  try {
    return command.suggest({ ...question, say: speak(question.locale) }, desk).slice(0, limit);
  } catch (error) {
    desk.log.error("suggestions failed", { command: question.command, error });
    return [];
  }
}

/** A confirmation can end while its card is still on its way: the card is then brought up to date. */
async function catchUp(track: string, desk: Desk): Promise<void> {
  const confirmation = await desk.store.confirmations.get(track);
  if (confirmation?.state.kind !== "settled" || confirmation.state.decision === "confirmed") return;
  await showOnCard(
    confirmation,
    outcomeCard({ confirmation, after: null, finish: null }, speak(confirmation.locale)),
    desk,
  );
}

/**
 * Nobody saw the card, so nobody may answer it, and a channel that the bot cannot post to follows nothing.
 * False where more than a question was lost: what was asked may have been done, or its e-mail asked for.
 */
async function takeBack({ track }: Reply, { actor }: Invocation, desk: Desk): Promise<boolean> {
  if (!track) return false;
  const settlement = await desk.store.confirmations.settle(track, "cancelled", actor, desk.clock.now());
  if (settlement.won)
    await record({ kind: "decided", decision: "cancelled" }, settlement.confirmation, null, desk);
  if (settlement.confirmation) {
    return settlement.won && settlement.confirmation.change.kind !== "finish-deletion";
  }
  const follow = await desk.store.follows.end(track);
  if (follow) await recordFollow("unfollowed", follow, null, desk);
  return follow !== null;
}

async function endFollows(channels: readonly ChannelRef[], desk: Desk): Promise<void> {
  const { follows } = desk.store;
  const gone = new Set(channels.map(refKey));
  for (const follow of await follows.list()) {
    if (gone.has(refKey(follow.channel)) && (await follows.end(follow.id)))
      await recordFollow("unfollowed", follow, null, desk);
  }
}

async function quietly(what: string, { log }: Desk, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error("the bot failed behind the scenes", { what, error });
  }
}
