import { createBot } from "./bot.ts";
import { createCatalogue } from "./catalogue.ts";
import { scheduleLapse } from "./changes/lapse.ts";
import { resume } from "./changes/look-up.ts";
import { repairCards } from "./changes/repair.ts";
import type { Bot, ChatAdapter } from "./chat.ts";
import type { Clock } from "./clock.ts";
import { followed, typedFollow } from "./commands/follow-records.ts";
import type { Desk } from "./desk.ts";
import { type ActorRef, refOf } from "./domain/actor.ts";
import { DAY, type Instant } from "./domain/instant.ts";
import { DeliveryError } from "./errors.ts";
import { speak } from "./i18n/speak.ts";
import { createPolicy, type PolicyRules } from "./policy.ts";
import type { Log, NewId, Post, Provider, Store } from "./ports.ts";
import { createReminderRunner, type ReminderRunner } from "./reminders/runner.ts";
import { createScopedClock } from "./scoped-clock.ts";
import { createTurns } from "./turns.ts";
import { reminderCard } from "./views/reminder-card.ts";

/** Everything the core asks of the world. */
export interface World extends PolicyRules {
  readonly provider: Provider;
  readonly store: Store;
  readonly adapters: readonly ChatAdapter[];
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  /** From 0 to below 1, for jitter. */
  readonly random: () => number;
  /** IANA name. */
  readonly timeZone: string;
}

export interface Lastcall {
  readonly bot: Bot;
  /** The earliest instant at which a reminder may become due, as far as is known now; null when none can. */
  nextReminder(): Instant | null;
  /** Resolves when every platform is connected; rejects with a FatalError that no retry can mend. */
  start(): Promise<void>;
  /** What has begun is finished and answered, nothing new is taken. */
  stop(): Promise<void>;
}

/** What is typed before a command, on both platforms. */
const PREFIX = "/ovh";
/** Ended confirmations are kept this long, so that a late press is told what became of it. */
const KEPT = 30 * DAY;

/** Puts the core together. */
export function createLastcall(world: World): Lastcall {
  const clock = createScopedClock(world.clock);
  const { provider, store, adapters, log, random, timeZone } = world;
  const turns = createTurns();
  const catalogue = createCatalogue({
    provider,
    clock,
    log,
    random,
    zone: timeZone,
  });
  const desk: Desk = {
    ...{ provider, store, catalogue, clock, log },
    policy: createPolicy(world),
    newId: world.newId,
    post: postBy(adapters),
    turns,
    operators: people(world.operators),
    prefix: PREFIX,
  };
  const reminders = createReminderRunner({ ...desk, random, zone: timeZone, cardFor: cardFor(desk) });
  const bot = wakeful(createBot(desk), reminders);

  return {
    bot,
    nextReminder: reminders.next,
    async start() {
      catalogue.start();
      // Before anybody can press: what is being carried out in this life is not what an earlier one left.
      const unfinished = await store.confirmations.unfinished();
      const waiting = await store.confirmations.waiting();
      await Promise.all(adapters.map((adapter) => adapter.start(bot)));
      for (const confirmation of waiting) scheduleLapse(confirmation, desk);
      reminders.start();
      await resume(unfinished, desk);
      inBackground("cards", desk, () => repairCards(desk));
      tidyDaily(desk);
    },
    async stop() {
      await Promise.all(adapters.map((adapter) => adapter.stop()));
      await reminders.stop();
      clock.close();
      await turns.idle();
      await catalogue.stop();
      await store.close();
    },
  };
}

/** Reminders look again after whatever may have changed what is followed. */
function wakeful(bot: Bot, reminders: ReminderRunner): Bot {
  return {
    ...bot,
    async handle(invocation) {
      const reply = await bot.handle(invocation);
      if (invocation.command === "follow" || invocation.command === "unfollow") reminders.wake();
      return reply;
    },
  };
}

function postBy(adapters: readonly ChatAdapter[]): Post {
  const adapterOf = (platform: string): ChatAdapter => {
    const found = adapters.find((adapter) => adapter.platform === platform);
    if (!found) throw new DeliveryError("gone", `${platform} is not configured`);
    return found;
  };
  return {
    post: async (card, to) => adapterOf(to.platform).post(card, to),
    edit: async (message, card) => adapterOf(message.channel.platform).edit(message, card),
  };
}

const people = (rules: PolicyRules["operators"]): readonly ActorRef[] =>
  rules.filter(({ kind }) => kind === "person").map(refOf);

function cardFor(desk: Desk): Parameters<typeof createReminderRunner>[0]["cardFor"] {
  return ({ kind, follow }, service, locale) =>
    reminderCard(
      {
        kind,
        service,
        query: followed(follow).query,
        links: desk.provider.links,
        now: desk.clock.now(),
        unfollow: typedFollow({ locale }, desk).unfollow,
      },
      speak(locale),
    );
}

/** What nobody waits for, save the stop. */
function inBackground(what: string, { turns, log }: Desk, task: () => Promise<void>): void {
  turns.run(what, task).catch((error: unknown) => log.error("background work failed", { what, error }));
}

/** Forgets what nobody will ask for again, so that the cost of a write does not grow with the history. */
function tidyDaily(desk: Desk): void {
  const { store, clock } = desk;
  inBackground("old records", desk, async () => {
    await store.confirmations.prune(clock.now() - KEPT);
    await store.reminders.prune(clock.now());
  });
  clock.at(clock.now() + DAY, () => tidyDaily(desk));
}
