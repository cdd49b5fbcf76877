import { afterEach, describe, expect, it } from "vitest";
import { ALICE, BRUNO, CHANNELS } from "../../../../sandbox/discord/world.ts";
import { button, card, textCard } from "../cards.ts";
import { heldAnswer, reply } from "../fake-bot.ts";
import { events, newest, openRunningStage, requests, type Stage, type StageOptions, seen } from "../stage.ts";

const { general, aliceDirect, ops } = CHANNELS;

let stage: Stage;
const open = async (options: StageOptions = {}) => {
  stage = await openRunningStage(options);
  return stage.sandbox.person(ALICE.id);
};
afterEach(() => stage.close());

const CALLBACK = "/interactions/*/callback";
const callbacks = () => requests(stage, "POST", /callback$/);
const forAll = () => reply("For all", { audience: "channel", track: "c1" });

describe("the first answer", () => {
  it("is given once through a 500, and not four times in three milliseconds", async () => {
    const alice = await open({ answer: forAll });
    stage.sandbox.faults.add({ path: CALLBACK, fault: { kind: "status", status: 500 } });
    expect((await alice.slash(general, "ovh", "help")).kind).toBe("message");
    await expect.poll(callbacks).toHaveLength(2);
    expect(stage.bot.invocations()).toHaveLength(1);
    expect(seen(stage)).toEqual(["For all"]);
  });

  it("is known to have arrived when only its confirmation was lost", async () => {
    const alice = await open({ answer: forAll });
    stage.sandbox.faults.add({ path: CALLBACK, fault: { kind: "drop", after: true } });
    await alice.slash(general, "ovh", "help");
    await expect
      .poll(() => stage.bot.told.at(-1))
      .toMatchObject({
        kind: "delivered",
        message: { id: newest(stage).id },
      });
    expect(seen(stage)).toEqual(["For all"]);
  });

  it("becomes a fresh card when Discord fails for longer", async () => {
    const alice = await open({ answer: forAll });
    stage.sandbox.faults.add({ path: CALLBACK, fault: { kind: "status", status: 503 }, count: 2 });
    const act = alice.slash(general, "ovh", "help");
    await stage.sandbox.changed(() => seen(stage).includes("For all"));
    await expect.poll(callbacks).toHaveLength(2);
    await stage.clock.advance(3000);
    expect((await act).kind).toBe("no-response");
  });

  it("is given up after 2.5 s, when Discord itself would not take it any more", async () => {
    const alice = await open({ answer: () => reply("Only you") });
    stage.sandbox.faults.add({ path: CALLBACK, fault: { kind: "timeout" } });
    const act = alice.slash(general, "ovh", "help");
    await stage.sandbox.changed(() => callbacks().length === 1);
    await stage.clock.advance(2500);
    await stage.sandbox.changed(() => seen(stage, aliceDirect).includes("Only you"));
    await stage.clock.advance(500);
    expect((await act).kind).toBe("no-response");
    expect(callbacks()).toHaveLength(1);
  });

  it("is left to whoever gave it first, when two processes hear the same event", async () => {
    const alice = await open({ answer: () => reply("First") });
    const other = stage.another({ answer: () => reply("First") });
    await other.adapter.start(other.bot);
    await alice.slash(general, "ovh", "help");
    await expect.poll(() => events(stage, "discord.answered-elsewhere")).toHaveLength(1);
    expect(seen(stage)).toEqual(["(private) First"]);
    expect(seen(stage, aliceDirect)).toEqual([]);
  });

  it("is explained when Discord refuses the card", async () => {
    const tooLarge = { card: textCard("x".repeat(4001)), track: "c1" };
    const alice = await open({ answer: () => reply("", { ...tooLarge, audience: "channel" }) });
    await alice.slash(general, "ovh", "help");
    expect(seen(stage)).toEqual(["(private) It could not be shown."]);
    expect(stage.bot.told.at(-1)).toMatchObject({ kind: "undelivered", problem: "refused" });
    expect(stage.bot.told.map(({ kind }) => kind)).not.toContain("delivered");
  });

  it("is given once when Discord delivers the event twice", async () => {
    const alice = await open();
    stage.sandbox.gateway.duplicate();
    await alice.slash(general, "ovh", "help");
    await expect.poll(() => events(stage, "discord.delivered-twice")).toHaveLength(1);
    expect(stage.bot.invocations()).toHaveLength(1);
  });
});

describe("a late answer", () => {
  const deferred = async (answer = reply("At last")) => {
    const held = heldAnswer(answer);
    const alice = await open({ answer: held.answer });
    const act = alice.slash(general, "ovh", "help");
    await stage.bot.next();
    return { act, held };
  };

  it("is given although the announcement failed twice", async () => {
    const { act, held } = await deferred();
    stage.sandbox.faults.add({ path: CALLBACK, fault: { kind: "status", status: 500 }, count: 2 });
    await stage.clock.advance(1500);
    await stage.sandbox.changed(() => callbacks().length === 2);
    held.release();
    await stage.sandbox.changed(() => seen(stage, aliceDirect).includes("At last"));
    await stage.clock.advance(1500);
    expect((await act).kind).toBe("no-response");
  });

  it("is edited in once more after a fault", async () => {
    const { act, held } = await deferred();
    await stage.clock.advance(1500);
    await act;
    stage.sandbox.faults.add({
      method: "PATCH",
      path: "/webhooks/*",
      fault: { kind: "status", status: 502 },
    });
    held.release();
    await stage.sandbox.changed(() => requests(stage, "PATCH", /^\/webhooks/).length === 1);
    await expect.poll(() => stage.clock.next()).toBe(stage.clock.now() + 500);
    await stage.clock.advance(500);
    await stage.sandbox.changed(() => seen(stage).includes("(private) At last"));
  });

  it("leaves the message alone when another process answers", async () => {
    const held = heldAnswer(reply("Slow"));
    const alice = await open({ answer: held.answer });
    const other = stage.another({ answer: () => reply("Quick") });
    await other.adapter.start(other.bot);
    await alice.slash(general, "ovh", "help");
    await stage.clock.advance(1500);
    await expect.poll(() => events(stage, "discord.defer-failed")).toHaveLength(1);
    held.release();
    await stage.adapter.stop();
    expect(seen(stage)).toEqual(["(private) Quick"]);
  });
});

describe("rate limits", () => {
  it("let an answer pass while a reminder waits", async () => {
    const alice = await open();
    stage.sandbox.faults.add({
      path: `/channels/${ops}/messages`,
      fault: { kind: "status", status: 429, retryAfter: 1 },
    });
    const post = stage.adapter.post(textCard("Reminder"), { platform: "discord", id: ops });
    await stage.sandbox.changed(() => requests(stage, "POST", /channels/).length === 1);
    await alice.slash(general, "ovh", "help");
    expect(seen(stage)).toEqual(["(private) Hello"]);
    expect(seen(stage, ops)).toEqual([]);
    await post;
    expect(seen(stage, ops)).toEqual(["Reminder"]);
  });

  it("of 50 requests a second do not hold for answers", async () => {
    const held = heldAnswer(reply("At last"));
    const alice = await open({ answer: held.answer });
    const acts = Array.from({ length: 80 }, () => alice.slash(general, "ovh", "help"));
    await expect.poll(() => stage.bot.invocations().length).toBe(80);
    await stage.clock.advance(1500);
    await Promise.all(acts);
    held.release();
    await stage.sandbox.changed(
      () => seen(stage).filter((text) => text === "(private) At last").length === 80,
    );
    expect(events(stage, "discord.rate-limited")).toEqual([]);
  });
});

describe("completion while one types", () => {
  const typing = () =>
    stage.sandbox.person(ALICE.id).autocomplete(general, "ovh", "terminate", "service", "exa", { note: "n" });

  it("asks the core with what is typed so far, and offers 25 at the most", async () => {
    const names = Array.from({ length: 30 }, (_, index) => ({ label: `n${index}`, value: `${index}` }));
    await open({
      suggest: async () => [
        { label: "example.com", description: "Domain", value: "1" },
        { label: "x".repeat(200), value: "2" },
        { label: "unusable", value: "v".repeat(101) },
        ...names,
      ],
    });
    const act = await typing();
    expect(stage.bot.told.at(-1)).toMatchObject({
      kind: "suggest",
      limit: 25,
      question: { command: "terminate", input: { note: "n" }, param: "service", typed: "exa", locale: "fr" },
    });
    const choices = act.kind === "choices" ? act.choices : [];
    expect(choices.slice(0, 3)).toEqual([
      { name: "example.com · Domain", value: "1" },
      { name: `${"x".repeat(99)}…`, value: "2" },
      { name: "n0", value: "0" },
    ]);
    expect(choices).toHaveLength(25);
  });

  it("offers nothing when the core fails", async () => {
    await open({ suggest: () => Promise.reject(new Error("broken")) });
    expect(await typing()).toEqual({ kind: "choices", choices: [] });
  });

  it("offers nothing when the core takes too long", async () => {
    await open({ suggest: () => new Promise(() => {}) });
    const act = typing();
    await expect.poll(() => stage.bot.told.at(-1)?.kind).toBe("suggest");
    await stage.clock.advance(1500);
    expect(await act).toEqual({ kind: "choices", choices: [] });
  });
});

describe("a restart", () => {
  it("leaves every button working", async () => {
    const alice = await open();
    const bruno = stage.sandbox.person(BRUNO.id);
    const press = { command: "keep", input: { id: "7" } };
    const message = card([{ kind: "buttons", buttons: [button("Go", press)] }]);
    await stage.adapter.post(message, { platform: "discord", id: general });
    await stage.adapter.stop();
    const next = stage.another();
    await next.adapter.start(next.bot);
    await alice.press(newest(stage).id, "Go");
    await bruno.press(newest(stage, general, BRUNO.id).id, "Go").catch(() => undefined);
    expect(next.bot.invocations()[0]).toMatchObject(press);
  });
});
