import { type ChildProcess, fork } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Instant } from "../../../src/domain/instant.ts";
import type { RunningBot, StartBotOptions } from "./runner.ts";
import { type Order, reportSchema } from "./wire.ts";

type Heard = Extract<ReturnType<typeof reportSchema.parse>, { kind: "heard" }>;

const PROGRAM = new URL(import.meta.url.endsWith(".ts") ? "./main.ts" : "./main.js", import.meta.url);

const NOTHING_HEARD = { next: null, reminder: null, work: 0 };

/** The bot in a process of its own. */
export function startForkedBot({ environment, now, onLog, onComplaint }: StartBotOptions): RunningBot {
  const child = fork(PROGRAM, {
    env: { ...environment },
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  let heard: Pick<Heard, "next" | "reminder" | "work"> = NOTHING_HEARD;
  let isHere = false;
  let isOver = false;
  let numbers = 0;
  const waiting = new Map<number, () => void>();

  eachLine(child.stdout, onLog);
  eachLine(child.stderr, (line) => {
    said = line;
    onComplaint(line);
  });

  const tell = (order: Order): void => {
    // It may die between the look and the message; `over` tells that.
    if (child.connected) child.send(order, () => {});
  };

  /** Resolves when it has answered, or can no more. */
  const ask = (order: Pick<Order, "kind"> & { readonly now?: Instant }): Promise<void> =>
    new Promise((resolve) => {
      if (!isHere || isOver || !child.connected) return resolve();
      const number = ++numbers;
      waiting.set(number, resolve);
      tell(order.now === undefined ? { kind: "settle", number } : { kind: "moved", number, now: order.now });
    });

  const release = (number: number): void => {
    waiting.get(number)?.();
    waiting.delete(number);
  };

  const ready = new Promise<void>((resolve) => {
    child.on("message", (message) => {
      const parsed = reportSchema.safeParse(message);
      if (!parsed.success)
        return onComplaint("the bot said something over its channel that is not understood");
      const report = parsed.data;
      switch (report.kind) {
        case "here":
          isHere = true;
          tell({ kind: "moved", number: 0, now: now() });
          return;
        case "ready":
          resolve();
          return;
        case "heard":
          heard = report;
          release(report.number);
      }
    });
  });

  const over = new Promise<{ readonly code: number | null; readonly line: string }>((resolve) => {
    child.on("error", (error) => {
      said = error.message;
      resolve({ code: null, line: said });
    });
    child.once("close", (code) => resolve({ code, line: said }));
  }).finally(() => {
    isOver = true;
    heard = NOTHING_HEARD;
    for (const number of [...waiting.keys()]) release(number);
  });

  return {
    pid: child.pid ?? null,
    ready,
    over,
    next: () => heard.next,
    nextReminder: () => heard.reminder,
    moved: (instant) => ask({ kind: "moved", now: instant }),
    settled: () => ask({ kind: "settle" }),
    activity: () => heard.work,
    stop: () => void child.kill("SIGTERM"),
    kill: () => void child.kill("SIGKILL"),
  };
}

function eachLine(stream: ChildProcess["stdout"], hear: (line: string) => void): void {
  const readable: Readable | null = stream;
  if (readable) createInterface({ input: readable }).on("line", hear);
}
