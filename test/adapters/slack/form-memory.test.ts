import { describe, expect, it } from "vitest";
import { createFormMemory, type Origin } from "../../../adapters/slack/origin.ts";
import { createSandboxClock } from "../../../sandbox/clock.ts";
import { MINUTE } from "../../../src/domain/instant.ts";

const press = { command: "delete-confirm", input: { id: "c1" } };
const hook = { show: async () => {}, clear: async () => {} };
const origin: Origin = { kind: "message", user: "U1", channel: "C1", ts: "1.2", ephemeral: true, hook };

function createMemory() {
  const clock = createSandboxClock({ start: 1_800_000_000_000, frozen: true });
  return { clock, memory: createFormMemory(clock) };
}

describe("what a form carries", () => {
  it.each<Origin>([
    origin,
    { kind: "command", user: "U1", channel: "C1", hook },
    { kind: "home", user: "U1" },
  ])("comes back as it was ($kind)", (from) => {
    const { memory } = createMemory();
    expect(memory.read(memory.write(press, from), "U1")).toEqual({ press, origin: from });
  });

  it("never gives one person's private way back to another", () => {
    const { memory } = createMemory();
    expect(memory.read(memory.write(press, origin), "U2")?.origin).toMatchObject({ user: "U2", hook: null });
  });

  it("loses the private way back with the process and after thirty minutes, and nothing else", async () => {
    const { memory, clock } = createMemory();
    const text = memory.write(press, origin);
    expect(createMemory().memory.read(text, "U1")).toMatchObject({ press, origin: { hook: null } });
    await clock.advance(30 * MINUTE);
    expect(memory.read(text, "U1")).toMatchObject({ press, origin: { channel: "C1", hook: null } });
  });

  it("holds no address", () => {
    const { memory } = createMemory();
    expect(memory.write(press, origin)).not.toContain("http");
  });

  it.each([
    "",
    "null",
    "{}",
    '{"press":"?","at":{"kind":"home"},"hook":null}',
    '{"press":"go","at":{"kind":"odd"}}',
  ])("is not read from %s", (text) => {
    expect(createMemory().memory.read(text, "U1")).toBeNull();
  });
});
