import { expect, it } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { type BotKeeper, createBotKeeper } from "../../sandbox/playground/bot/keeper.ts";
import type { RunningBot, StartBotOptions } from "../../sandbox/playground/bot/runner.ts";
import type { BotState } from "../../sandbox/playground/protocol.ts";

const START = 1_000_000;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A bot that does what the test says, and notes what it is told. */
interface FakeBot {
  readonly options: StartBotOptions;
  readonly told: string[];
  isReady(): void;
  /** It is over, however that came. */
  isOver(code: number | null, line?: string): void;
}

function rig() {
  const clock = createSandboxClock({ start: START, frozen: true });
  const bots: FakeBot[] = [];
  const states: BotState[] = [];
  const startBot = (options: StartBotOptions): RunningBot => {
    const told: string[] = [];
    let isReady = (): void => {};
    let isOver: FakeBot["isOver"] = () => {};
    const ready = new Promise<void>((resolve) => {
      isReady = resolve;
    });
    const over = new Promise<{ readonly code: number | null; readonly line: string }>((resolve) => {
      isOver = (code, line = "") => resolve({ code, line });
    });
    bots.push({ options, told, isReady: () => isReady(), isOver: (code, line) => isOver(code, line) });
    const number = bots.length;
    return {
      pid: 4000 + number,
      ready,
      over,
      nextReminder: () => START + number,
      stop: () => void told.push("stop"),
      kill: () => void told.push("kill"),
      next: () => null,
      moved: async (now) => void told.push(`moved to ${now}`),
      settled: async () => {},
      activity: () => 0,
    };
  };
  const keeper: BotKeeper = createBotKeeper({
    startBot,
    clock,
    environment: { SECRET: "x" },
    onLog: () => {},
    onComplaint: () => {},
    changed: (state) => void states.push(state),
  });
  const newest = (): FakeBot => {
    const bot = bots.at(-1);
    if (!bot) throw new Error("no bot was started");
    return bot;
  };
  return { keeper, clock, bots, newest, kinds: () => states.map(({ kind }) => kind) };
}

/** One that runs. */
async function running() {
  const all = rig();
  const started = all.keeper.start();
  all.newest().isReady();
  await started;
  return all;
}

it("has stopped before it was ever started", async () => {
  const { keeper, kinds } = rig();
  expect(keeper.state()).toEqual({ kind: "stopped" });
  expect(keeper.nextReminder()).toBeNull();
  await keeper.stop();
  await keeper.kill();
  expect(keeper.state()).toEqual({ kind: "stopped" });
  expect(kinds()).toEqual([]);
});

it("starts, and is ready when the bot says so", async () => {
  const { keeper, newest, kinds } = rig();
  let isStarted = false;
  const started = keeper.start().then(() => {
    isStarted = true;
  });
  expect(keeper.state()).toEqual({ kind: "starting" });
  await turn();
  expect(isStarted).toBe(false);
  newest().isReady();
  await started;
  expect(keeper.state()).toEqual({ kind: "ready", pid: 4001 });
  expect(keeper.nextReminder()).toBe(START + 1);
  expect(kinds()).toEqual(["starting", "ready"]);
});

it("gives the bot its environment, and the sandbox's time", async () => {
  const { newest, clock } = await running();
  await clock.advance(500);
  expect(newest().options.environment).toEqual({ SECRET: "x" });
  expect(newest().options.now()).toBe(START + 500);
});

it("refuses to start it twice, while it starts, runs and stops", async () => {
  const { keeper, newest, bots } = rig();
  const started = keeper.start();
  await expect(keeper.start()).rejects.toThrow("runs-already");
  newest().isReady();
  await started;
  await expect(keeper.start()).rejects.toThrow("runs-already");
  const stopped = keeper.stop();
  await expect(keeper.start()).rejects.toThrow("runs-already");
  newest().isOver(0);
  await stopped;
  expect(bots).toHaveLength(1);
  const again = keeper.start();
  newest().isReady();
  await again;
  expect(keeper.state()).toEqual({ kind: "ready", pid: 4002 });
});

it("stops it, and has stopped when it is over", async () => {
  const { keeper, newest, kinds } = await running();
  let isStopped = false;
  const stopped = keeper.stop().then(() => {
    isStopped = true;
  });
  expect(newest().told).toEqual(["stop"]);
  expect(keeper.state()).toEqual({ kind: "stopping" });
  await turn();
  expect(isStopped).toBe(false);
  newest().isOver(0);
  await stopped;
  expect(keeper.state()).toEqual({ kind: "stopped" });
  expect(keeper.nextReminder()).toBeNull();
  expect(kinds()).toEqual(["starting", "ready", "stopping", "stopped"]);
});

it("kills it, with no word of stopping", async () => {
  const { keeper, newest, kinds } = await running();
  const killed = keeper.kill();
  expect(newest().told).toEqual(["kill"]);
  newest().isOver(null);
  await killed;
  expect(keeper.state()).toEqual({ kind: "killed" });
  expect(kinds()).toEqual(["starting", "ready", "killed"]);
});

it("kills what does not stop", async () => {
  const { keeper, newest } = await running();
  const stopped = keeper.stop();
  const killed = keeper.kill();
  expect(newest().told).toEqual(["stop", "kill"]);
  newest().isOver(null);
  await Promise.all([stopped, killed]);
  expect(keeper.state()).toEqual({ kind: "killed" });
});

it("says how it ended when nobody asked it to", async () => {
  const { keeper, newest, kinds } = await running();
  newest().isOver(1, "Slack refuses the bot token");
  await expect.poll(keeper.state).toEqual({ kind: "ended", code: 1, line: "Slack refuses the bot token" });
  expect(keeper.nextReminder()).toBeNull();
  const started = keeper.start();
  newest().isReady();
  await started;
  expect(kinds()).toEqual(["starting", "ready", "ended", "starting", "ready"]);
});

it("is done with starting when the bot ends before it is ready", async () => {
  const { keeper, newest, kinds } = rig();
  const started = keeper.start();
  newest().isOver(1, "OVHcloud does not accept the credentials");
  await started;
  expect(keeper.state()).toEqual({
    kind: "ended",
    code: 1,
    line: "OVHcloud does not accept the credentials",
  });
  expect(kinds()).toEqual(["starting", "ended"]);
});

it("is done with starting when the bot is stopped or killed before it is ready", async () => {
  for (const [how, kind] of [
    ["stop", "stopped"],
    ["kill", "killed"],
  ] as const) {
    const { keeper, newest } = rig();
    const started = keeper.start();
    const ended = keeper[how]();
    // Too late: it is on its way out.
    newest().isReady();
    await started;
    expect(keeper.state().kind).not.toBe("ready");
    newest().isOver(how === "stop" ? 0 : null);
    await ended;
    expect(keeper.state()).toEqual({ kind });
  }
});

it("does not take a later end by itself for one that was asked for", async () => {
  const { keeper, newest } = await running();
  const stopped = keeper.stop();
  newest().isOver(0);
  await stopped;
  const started = keeper.start();
  newest().isReady();
  await started;
  newest().isOver(70, "a fault");
  await expect.poll(keeper.state).toEqual({ kind: "ended", code: 70, line: "a fault" });
});

it("lets it live by the clock from its start to its end", async () => {
  const { keeper, clock, bots, newest } = rig();
  const started = keeper.start();
  await clock.advance(1);
  newest().isReady();
  await started;
  await clock.advance(1);
  const killed = keeper.kill();
  newest().isOver(null);
  await killed;
  await clock.advance(1);
  expect(bots[0]?.told).toEqual([`moved to ${START + 1}`, `moved to ${START + 2}`, "kill"]);
});
