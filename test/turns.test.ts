import { describe, expect, it } from "vitest";
import { createTurns } from "../src/turns.ts";
import { createGate } from "./catalogue/account.ts";

const task = (log: string[], name: string, gate: ReturnType<typeof createGate>) => async () => {
  log.push(`${name} begins`);
  await gate.pass();
  log.push(`${name} ends`);
  return name;
};

describe("turns", () => {
  it("runs tasks of one key one after the other, in order", async () => {
    const turns = createTurns();
    const gate = createGate();
    const log: string[] = [];
    const all = ["a", "b", "c"].map((name) => turns.run("key", task(log, name, gate)));
    gate.openAll();
    expect(await Promise.all(all)).toEqual(["a", "b", "c"]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  it("runs tasks of different keys side by side", async () => {
    const turns = createTurns();
    const gate = createGate();
    const log: string[] = [];
    const all = ["a", "b"].map((name) => turns.run(name, task(log, name, gate)));
    await Promise.resolve();
    expect(log).toEqual(["a begins", "b begins"]);
    gate.openAll();
    await Promise.all(all);
  });

  it("goes on after a task that fails, and tells its failure to who asked for it", async () => {
    const turns = createTurns();
    const failing = turns.run("key", () => Promise.reject(new Error("no")));
    const next = turns.run("key", async () => "yes");
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("yes");
  });

  it("is idle only when what runs and what waits is through", async () => {
    const turns = createTurns();
    const gate = createGate();
    const log: string[] = [];
    void turns.run("key", task(log, "a", gate));
    void turns.run("key", task(log, "b", gate));
    const idle = turns.idle().then(() => log.push("idle"));
    await turns.run("other", async () => {});
    expect(log).toEqual(["a begins"]);
    gate.openAll();
    await idle;
    expect(log.at(-1)).toBe("idle");
    expect(log).toContain("b ends");
    await turns.idle();
  });
});
