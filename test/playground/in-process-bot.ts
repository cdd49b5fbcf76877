import { createLog } from "../../adapters/log/log.ts";
import { type ClockMember, createSandboxClock, type SandboxClock } from "../../sandbox/clock.ts";
import { createFilesAtRest } from "../../sandbox/playground/bot/files-at-rest.ts";
import type { StartBot, StartBotOptions } from "../../sandbox/playground/bot/runner.ts";
import { compose } from "../../src/compose.ts";
import { secretsOf } from "../../src/config/secrets.ts";
import { readConfig } from "../../src/config.ts";
import type { Lastcall } from "../../src/lastcall.ts";

interface End {
  readonly code: number | null;
  readonly line: string;
}

/**
 * The real bot in this process, so that a test needs no build. As the one in a process of its own it has a clock of
 * its own, which stands still here and is moved by the playground's. It cannot be killed: nobody waits for it any
 * more, and it stops when it can.
 */
export const startInProcessBot: StartBot = (options) => {
  const clock = createSandboxClock({ start: options.now(), frozen: true });
  const wanted = later<End>();
  const killed = later<End>();
  const ready = later<void>();
  let lastcall: Lastcall | null = null;

  const live = async (): Promise<End> => {
    const bot = await composeOn(clock, options, (line) => {
      options.onComplaint(line);
      wanted.settle({ code: 1, line });
    });
    lastcall = bot;
    try {
      await Promise.race([bot.start().then(ready.settle), wanted.promise]);
      return await wanted.promise;
    } finally {
      lastcall = null;
      await bot.stop();
    }
  };

  return {
    ...memberOf(clock),
    pid: null,
    ready: ready.promise,
    over: Promise.race([
      killed.promise,
      live().catch((error: unknown) => ({
        code: 1,
        line: error instanceof Error ? error.message : String(error),
      })),
    ]).finally(clock.stop),
    nextReminder: () => lastcall?.nextReminder() ?? null,
    stop: () => wanted.settle({ code: 0, line: "" }),
    kill() {
      wanted.settle({ code: null, line: "" });
      killed.settle({ code: null, line: "" });
    },
  };
};

function composeOn(
  clock: SandboxClock,
  { environment, onLog }: StartBotOptions,
  complain: (line: string) => void,
): Promise<Lastcall> {
  const config = readConfig(environment, null);
  if (config.kind !== "real") throw new TypeError("the sandbox gives credentials");
  return compose(config, {
    clock,
    log: createLog({
      level: config.logLevel,
      secrets: secretsOf(config),
      destination: { write: (line) => onLog(line.trimEnd()) },
    }),
    onFatal: ({ message }) => complain(message),
    registerAtStart: true,
  });
}

function memberOf(clock: SandboxClock): ClockMember {
  const files = createFilesAtRest();
  return {
    next: clock.next,
    moved: (now) => clock.advanceTo(Math.max(now, clock.now())),
    settled: files.settled,
    activity: files.waits,
  };
}

/** A promise, and how it is settled; the first time counts. */
function later<T>(): { readonly promise: Promise<T>; settle(value: T): void } {
  let settle = (_: T): void => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
