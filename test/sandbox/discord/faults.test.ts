import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CHANNELS } from "../../../sandbox/discord/world.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import { openScene, type Scene } from "./bot.ts";
import { call } from "./wire.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const path = `/channels/${CHANNELS.ops}/messages`;
const post = () => call(scene.sandbox, "POST", path, { content: "x" });

describe("a fault", () => {
  it("429 comes with Discord's headers and body", async () => {
    scene.sandbox.faults.add({ path, fault: { kind: "status", status: 429, retryAfter: 0.5 } });
    const { status, headers, body } = await post();
    expect([status, body]).toEqual([
      429,
      { message: "You are being rate limited.", retry_after: 0.5, global: false },
    ]);
    expect([
      headers.get("retry-after"),
      headers.get("x-ratelimit-remaining"),
      headers.get("x-ratelimit-scope"),
    ]).toEqual(["1", "0", "user"]);
    expect((await post()).status).toBe(200);
  });

  it("429 is obeyed by discord.js, and the message is posted once", async () => {
    const client = await scene.bot();
    scene.sandbox.faults.add({ path, fault: { kind: "status", status: 429, retryAfter: 0.05 } });
    const channel = await client.channels.fetch(CHANNELS.ops);
    if (channel?.isSendable()) await channel.send("x");
    expect(scene.sandbox.posts()).toHaveLength(1);
  });

  it("500 takes no effect", async () => {
    scene.sandbox.faults.add({ method: "POST", fault: { kind: "status", status: 500 } });
    expect((await post()).status).toBe(500);
    expect(scene.sandbox.posts()).toEqual([]);
  });

  it("500 is repeated by discord.js up to four times, within moments", async () => {
    const client = await scene.bot();
    scene.sandbox.faults.add({ path, count: 4, fault: { kind: "status", status: 500 } });
    const channel = await client.channels.fetch(CHANNELS.ops);
    await expect(channel?.isSendable() && channel.send("x")).rejects.toMatchObject({ status: 500 });
    expect(scene.sandbox.faults.pending()).toEqual([]);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])("drop, after the effect %s, leaves %i message", async (after, messages) => {
    scene.sandbox.faults.add({ path, fault: { kind: "drop", after } });
    await expect(post()).rejects.toThrow();
    expect(scene.sandbox.posts()).toHaveLength(messages);
  });

  it("slow waits on the sandbox's clock", async () => {
    scene.sandbox.faults.add({ path, fault: { kind: "slow", ms: 5 * SECOND } });
    const answer = post();
    await vi.waitFor(() => expect(scene.clock.next()).not.toBeNull());
    expect(scene.sandbox.posts()).toEqual([]);
    await scene.clock.advance(5 * SECOND);
    expect((await answer).status).toBe(200);
  });

  it("timeout never answers", async () => {
    scene.sandbox.faults.add({ path, fault: { kind: "timeout" } });
    const controller = new AbortController();
    const answer = fetch(`${scene.sandbox.apiUrl}/v10${path}`, { method: "POST", signal: controller.signal });
    await scene.sandbox.changed(() =>
      scene.sandbox
        .traffic()
        .some((one) => one.kind === "request" && one.fault === "timeout" && one.status === null),
    );
    controller.abort();
    await expect(answer).rejects.toThrow();
  });

  it("html and truncated answers are no JSON", async () => {
    scene.sandbox.faults.add({ path, fault: { kind: "html" } });
    scene.sandbox.faults.add({ path, fault: { kind: "truncated" } });
    await expect(post()).rejects.toThrow(SyntaxError);
    await expect(post()).rejects.toThrow(SyntaxError);
    expect(scene.sandbox.posts()).toHaveLength(1);
  });
});

describe("the traffic", () => {
  it("holds no token of the bot or of an interaction", async () => {
    await scene.bot((interaction) => interaction.isRepliable() && interaction.reply("x"));
    await call(scene.sandbox, "POST", "/webhooks/1210000000000000001/secret-token", { content: "x" });
    await call(scene.sandbox, "PATCH", "/webhooks/1210000000000000001/secret-token/messages/%40original", {});
    const text = JSON.stringify(scene.sandbox.traffic());
    expect(text).not.toContain("secret-token");
    expect(text).not.toContain(scene.sandbox.token);
    expect(text).toContain("/webhooks/1210000000000000001/***/messages/@original");
  });
});
