import { createLog } from "../../../adapters/log/log.ts";
import { createEnding } from "../../../src/compose/ending.ts";
import { run } from "../../../src/compose/run.ts";
import { secretsOf } from "../../../src/config/secrets.ts";
import { readConfig } from "../../../src/config.ts";
import { FatalError } from "../../../src/errors.ts";
import type { Lastcall } from "../../../src/lastcall.ts";
import { createSandboxClock, type SandboxClock } from "../../clock.ts";
import { createFilesAtRest, type FilesAtRest } from "./files-at-rest.ts";
import { type Order, orderSchema, type Report } from "./wire.ts";

/**
 * The real bot in a process of its own, so that killing it is killing it. Only its time is the sandbox's: it comes
 * over the channel to the process that started this one.
 */

const report = (what: Report): void => void process.send?.(what);

/** The first order says what time it is. */
function firstMoment(): Promise<Extract<Order, { kind: "moved" }>> {
  return new Promise((resolve) => {
    process.once("message", (message) => {
      const order = orderSchema.parse(message);
      if (order.kind === "moved") resolve(order);
    });
    report({ kind: "here" });
  });
}

interface Self {
  readonly clock: SandboxClock;
  readonly files: FilesAtRest;
  bot(): Lastcall | null;
}

async function obey(order: Order, { clock, files, bot }: Self): Promise<void> {
  switch (order.kind) {
    case "moved":
      // Its own time may be a moment ahead: both flow.
      await clock.advanceTo(Math.max(order.now, clock.now()));
      break;
    case "settle":
      await files.settled();
  }
  report({
    kind: "heard",
    number: order.number,
    next: clock.next(),
    reminder: bot()?.nextReminder() ?? null,
    work: files.waits(),
  });
}

async function main(): Promise<number> {
  const ending = createEnding();
  // Whoever started it is gone: nobody could stop it any more.
  process.once("disconnect", () => ending.end(0));
  const { now } = await firstMoment();
  const clock = createSandboxClock({ start: now });
  let bot: Lastcall | null = null;
  const self: Self = { clock, files: createFilesAtRest(), bot: () => bot };
  process.on("message", (message) => void obey(orderSchema.parse(message), self));
  const config = readConfig(process.env, null);
  if (config.kind !== "real") throw new TypeError("the sandbox gives credentials");
  return run({
    ...{ config, ending, clock, registerAtStart: true },
    log: createLog({ level: config.logLevel, secrets: secretsOf(config) }),
    complain: (line) => void process.stderr.write(`${line}\n`),
    onReady(lastcall) {
      bot = lastcall;
      report({ kind: "ready" });
    },
  });
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});
process.exit();
