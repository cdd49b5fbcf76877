import { describe, expect, it } from "vitest";
import { DAY, MINUTE, SECOND } from "../../src/domain/instant.ts";
import { ProviderError } from "../../src/errors.ts";
import { LOST } from "../fakes/memory-provider.ts";
import { OPERATOR, SECOND as OTHER, pressesOf, wordsOf } from "./chat.ts";
import { button, confirmations, createStage, SITE, type Stage } from "./stage.ts";

const NOT_FOUND = new ProviderError("OVHcloud answered 404", { kind: "gone", sent: "refused", status: 404 });
const id = String(SITE.id);
const pending = { ...SITE, termination: { when: "at-expiry" as const, at: SITE.expiresAt ?? 0 } };
const terminate = { command: "terminate", input: { service: id }, via: "slash" } as const;

function newestWords({ chat }: Stage): string {
  const card = [...chat.messages.values()].at(-1);
  return card ? wordsOf(card) : "";
}

/** Holds calls of one name until it is opened. */
function hold(stage: Stage, call: string): () => void {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  stage.provider.gate = (name) => (name === call ? opened : Promise.resolve());
  return () => open();
}

/** From a call on, so many reads fail. */
function unreadableAfter({ provider }: Stage, call: string, reads: number): void {
  provider.gate = async (name) => {
    if (name !== call) return;
    for (let read = 0; read < reads; read++)
      provider.faults.push({ call: "getService", when: "before", error: LOST });
  };
}

describe("presses that cross", () => {
  it("lets “change nothing” win over a confirmation that is still being looked at", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await act(terminate);
    const confirm = button(stage.chat, "confirm");
    const open = hold(stage, "getService");
    const confirming = act(confirm);
    await stage.clock.advance(0);
    await act({ ...button(stage.chat, "cancel"), by: OTHER });
    open();
    await confirming;
    expect(stage.provider.writes).toEqual([]);
    expect(newestWords(stage)).toContain("chose to change nothing");
  });

  it("tells who cancels too late what came of the call, and not that its answer was lost", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await act(terminate);
    const cancel = button(stage.chat, "cancel");
    const open = hold(stage, "terminateAtExpiry");
    const confirming = act(button(stage.chat, "confirm"));
    await stage.clock.advance(0);
    const cancelling = act({ ...cancel, by: OTHER });
    await stage.clock.advance(0);
    open();
    await confirming;
    const reply = await cancelling;
    expect(reply.audience).toBe("requester");
    expect(wordsOf(reply.card)).toContain("ends at expiry");
  });

  it("changes nothing at the very instant of the expiry, nor when that comes while it looks", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await act(terminate);
    const open = hold(stage, "getService");
    const confirming = act(button(stage.chat, "confirm"));
    await stage.clock.advance(10 * MINUTE);
    open();
    await confirming;
    expect(stage.provider.writes).toEqual([]);
    expect(newestWords(stage)).toContain("The request lapsed");
  });

  it("applies one of two cards for the same change on two platforms", async () => {
    const stage = createStage({ lag: MINUTE });
    const { act } = await stage.live();
    await act(terminate);
    const one = button(stage.chat, "confirm");
    await act({ ...terminate, by: OTHER });
    const other = button(stage.chat, "confirm");
    await Promise.all([act(one), act({ ...other, by: OTHER })]);
    expect(stage.provider.writes).toHaveLength(1);
  });
});

describe("a lost answer", () => {
  it("is not sent again from a second card while it is looked up", async () => {
    const stage = createStage({ lag: MINUTE });
    const { act } = await stage.live();
    await act(terminate);
    const one = button(stage.chat, "confirm");
    await act(terminate);
    const other = button(stage.chat, "confirm");
    stage.provider.faults.push({ call: "terminateAtExpiry", when: "after", error: LOST });
    await act(one);
    const reply = await act(other);
    expect(stage.provider.writes).toHaveLength(1);
    expect(wordsOf(reply.card)).toContain("carried out right now");
  });

  it("is not sent again by a second press on Keep", async () => {
    const stage = createStage({ services: [pending], lag: MINUTE });
    const { act } = await stage.live();
    stage.provider.faults.push({ call: "keep", when: "after", error: LOST });
    await act({ command: "keep", input: { service: id } });
    await act({ command: "keep", input: { service: id } });
    expect(stage.provider.writes).toHaveLength(1);
    await stage.clock.advance(2 * MINUTE);
    expect(newestWords(stage)).toContain("is kept");
  });

  it("is told on a card that reached the chat only after the look-up had ended", async () => {
    const stage = createStage({ services: [pending] });
    const { lastcall } = await stage.live();
    unreadableAfter(stage, "keep", 1);
    stage.provider.faults.push({ call: "keep", when: "after", error: LOST });
    const place = { platform: "slack", id: "C1" } as const;
    const keep = { command: "keep", input: { service: id }, via: "button", locale: "en", place } as const;
    const { card, track = "" } = await lastcall.bot.handle({ ...keep, actor: OPERATOR });
    await stage.clock.advance(10 * SECOND);
    stage.chat.messages.set("late", card);
    await lastcall.bot.delivered(track, { channel: place, id: "late" });
    expect(newestWords(stage)).toContain("We do not know yet");
    await stage.clock.advance(30 * SECOND);
    expect(newestWords(stage)).toContain("is kept");
  });

  it("is what a fault of the provider after the call is taken for", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await act(terminate);
    stage.provider.faults.push({ call: "terminateAtExpiry", when: "after", error: new TypeError("a bug") });
    const reply = await act(button(stage.chat, "confirm"));
    expect(wordsOf(reply.card)).toContain("We do not know yet");
    await stage.clock.advance(5 * SECOND);
    expect(newestWords(stage)).toContain("OVHcloud now shows the termination");
  });

  it("leaves nothing that wakes once the bot has stopped in the middle of a look", async () => {
    const stage = createStage();
    const { act, lastcall } = await stage.live();
    await act(terminate);
    unreadableAfter(stage, "terminateAtExpiry", 2);
    stage.provider.faults.push({ call: "terminateAtExpiry", when: "after", error: LOST });
    await act(button(stage.chat, "confirm"));
    const open = hold(stage, "getService");
    await stage.clock.advance(5 * SECOND);
    let isStopped = false;
    const stopping = lastcall.stop().then(() => {
      isStopped = true;
    });
    await stage.clock.advance(0);
    expect(isStopped).toBe(false);
    open();
    await stopping;
    await stage.clock.advance(0);
    expect(stage.clock.next()).toBeNull();
  });
});

describe("the token", () => {
  async function request(stage: Stage, act: Awaited<ReturnType<Stage["live"]>>["act"]): Promise<void> {
    await act({ command: "delete", input: { service: id }, via: "slash" });
    const form = button(stage.chat, "delete-form");
    await act({
      ...form,
      command: "delete-request",
      input: { ...form.input, name: SITE.name, understood: "yes" },
      via: "form",
    });
  }
  const paste = (stage: Stage, token: string) => {
    const form = button(stage.chat, "token-form");
    return { ...form, command: "delete-finish", input: { ...form.input, token }, via: "form" } as const;
  };

  it("may be wrong once and right the next time", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await request(stage, act);
    await act(paste(stage, "0123456789abcdef"));
    expect(newestWords(stage)).toContain("OVHcloud refused");
    await act(paste(stage, stage.provider.token()));
    expect(newestWords(stage)).toContain("is deleted");
  });

  it("is still asked for when the service cannot be read after the e-mail was asked for", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    unreadableAfter(stage, "requestDeletion", 2);
    await request(stage, act);
    expect(newestWords(stage)).toContain("Enter the token");
    await act(paste(stage, stage.provider.token()));
    expect(newestWords(stage)).toContain("is deleted");
  });

  it("does not make a service deleted that OVHcloud answers 404 for and still has", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await request(stage, act);
    stage.provider.faults.push({ call: "finishDeletion", when: "before", error: NOT_FOUND });
    await act(paste(stage, stage.provider.token()));
    expect(newestWords(stage)).not.toContain("is deleted");
    await stage.clock.advance(11 * MINUTE);
    expect(newestWords(stage)).toContain("It had no effect");
    await act(paste(stage, stage.provider.token()));
    expect(newestWords(stage)).toContain("is deleted");
  });

  it("lapses after three days, and its card says so and loses its buttons", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await request(stage, act);
    const late = paste(stage, stage.provider.token());
    await stage.clock.advance(3 * DAY);
    expect(newestWords(stage)).toContain("The request lapsed");
    const card = [...stage.chat.messages.values()].at(-1);
    expect(card && pressesOf(card).map(({ command }) => command)).not.toContain("token-form");
    await act(late);
    expect(stage.provider.writes).toHaveLength(1);
  });

  it("that is no token is answered with what became of a request that has lapsed, not with a form", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await request(stage, act);
    const late = paste(stage, "not a token!");
    await stage.clock.advance(3 * DAY);
    const reply = await act(late);
    expect(reply.form).toBeUndefined();
    expect(wordsOf(reply.card)).toContain("The request lapsed");
  });
});

it("leaves nothing waiting for a press that no card shows", async () => {
  const stage = createStage();
  await (await stage.live()).act(terminate);
  await stage.clock.advance(10 * MINUTE);
  expect((await confirmations(stage)).map(({ state }) => state.kind)).toEqual(["settled"]);
});
