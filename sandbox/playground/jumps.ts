import { DAY, HOUR, type Instant } from "../../src/domain/instant.ts";
import type { SandboxWorld } from "../world.ts";
import type { AccountView } from "./account.ts";
import type { Act } from "./acts.ts";
import type { BotKeeper } from "./bot/keeper.ts";
import { Impossible } from "./impossible.ts";

/** Jumps of the clock: everything that becomes due happens on the way, in order. One at a time. */
export interface Jumps {
  /** Where one leads that is under way. */
  target(): Instant | null;
  /** Rejects with the reason when it cannot be done. */
  advance(ms: number): Promise<void>;
  to(where: Extract<Act, { kind: "clock-to" }>["where"]): Promise<void>;
}

/** After the last moment for a change of mind comes the end; a little later everybody knows. */
const AFTER = HOUR;
/** From the beginning: dates have an end, and so has everybody's patience. */
const FURTHEST = 10 * 366 * DAY;
/** The bot says when a reminder may come, and none may: on a large account each day that passes takes a while. */
const MOST_DAYS = 60;

export interface JumpsOptions {
  readonly world: SandboxWorld;
  readonly account: AccountView;
  readonly bot: Pick<BotKeeper, "nextReminder" | "state">;
  /** Called when a jump begins, and with null when it ends. */
  changed(to: Instant | null): void;
}

export function createJumps({ world, account, bot, changed }: JumpsOptions): Jumps {
  const { clock } = world;
  const begun = clock.now();
  let target: Instant | null = null;

  const alone = async (to: Instant, move: () => Promise<void>): Promise<void> => {
    if (target !== null) throw new Impossible("moving");
    target = to;
    try {
      await move();
    } finally {
      target = null;
    }
  };

  const jump = (to: Instant, move: () => Promise<void>): Promise<void> =>
    alone(to, async () => {
      changed(to);
      await move();
    }).finally(() => {
      if (target === null) changed(null);
    });

  const advanceTo = (to: Instant): Promise<void> => {
    if (to <= clock.now()) throw new Impossible("passed");
    if (to > begun + FURTHEST) throw new Impossible("too-far");
    return jump(to, () => clock.advanceTo(to));
  };

  const toNextReminder = async (): Promise<void> => {
    if (bot.state().kind !== "ready") throw new Impossible("bot-down");
    // What the bot is about to plan is planned before it is asked.
    await alone(clock.now(), () => clock.advance(0));
    const limit = clock.now() + MOST_DAYS * DAY;
    const before = posts(world);
    const first = bot.nextReminder();
    if (first === null) throw new Impossible("nothing-followed");
    if (first > limit) throw new Impossible("no-reminder");
    await jump(first, async () => {
      for (let next: Instant | null = first; next !== null && next <= limit; next = nextStep()) {
        target = next;
        await clock.advanceTo(Math.max(next, clock.now()));
        if (posts(world) > before) return;
      }
      throw new Impossible("no-reminder");
    });
  };

  /** While the bot still works at one that was due, as when OVHcloud is down, it waits for something else. */
  const nextStep = (): Instant | null => {
    const reminder = bot.nextReminder();
    return reminder === null || reminder > clock.now() ? reminder : laterThan(clock.next(), clock.now());
  };

  return {
    target: () => target,
    advance: (ms) => advanceTo(clock.now() + ms),
    async to(where) {
      if (where === "next-reminder") return toNextReminder();
      const focus = account.focus();
      const at = where === "before-cut-off" ? focus?.cutOffAt : focus?.endsAt;
      if (at == null) throw new Impossible("no-service");
      return advanceTo(where === "before-cut-off" ? at - HOUR : at + AFTER);
    },
  };
}

const laterThan = (when: Instant | null, now: Instant): Instant | null => when && Math.max(when, now + 1);

/** What the bot has said to everybody without having been asked. */
const posts = ({ slack, discord }: SandboxWorld): number =>
  slack.posts().filter(({ only, via }) => only === null && via === "api").length +
  discord
    .posts()
    .filter(
      ({ authorId, payload }) => authorId === discord.applicationId && !("interaction_metadata" in payload),
    ).length;
