import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALICE, CHANNELS } from "../../../sandbox/discord/world.ts";
import type { FaultOrder } from "../../../sandbox/faults.ts";
import type { DeliveryErrorKind } from "../../../src/errors.ts";
import { textCard } from "./cards.ts";
import { expectNoFindings, openRunningStage, requests, type Stage, seen } from "./stage.ts";

const { general, announcements, private: closed } = CHANNELS;
const to = (id: string) => ({ platform: "discord", id }) as const;

let stage: Stage;
beforeEach(async () => {
  stage = await openRunningStage();
});
afterEach(async () => {
  expectNoFindings(stage);
  await stage.close();
});

const post = (text = "Reminder", channel: string = general) =>
  stage.adapter.post(textCard(text), to(channel));
const posts = () => requests(stage, "POST", /^\/channels\/\d+\/messages$/);
const strike = (fault: FaultOrder["fault"], count = 1) =>
  stage.sandbox.faults.add({ path: "/channels/*", fault, count });
const afterPause = async () => {
  await expect.poll(() => stage.clock.next()).toBe(stage.clock.now() + 500);
  await stage.clock.advance(500);
};
const kindOf = (kind: DeliveryErrorKind) => expect.objectContaining({ name: "DeliveryError", kind });

describe("post", () => {
  it("says where the message stands, and edit changes it", async () => {
    const message = await post();
    expect(seen(stage)).toEqual(["Reminder"]);
    await stage.adapter.edit(message, textCard("Done"));
    expect(seen(stage)).toEqual(["Done"]);
    expect(posts()).toMatchObject([{ body: { allowed_mentions: { parse: [] } } }]);
  });

  it.each<[string, FaultOrder["fault"]]>([
    ["a 500 that came after the effect", { kind: "status", status: 500, after: true }],
    ["a 500 that came before", { kind: "status", status: 500 }],
    ["a lost answer", { kind: "drop", after: true }],
  ])("posts once through %s", async (_name, fault) => {
    strike(fault);
    const posted = post();
    await afterPause();
    await posted;
    expect(seen(stage)).toEqual(["Reminder"]);
    expect(posts()).toHaveLength(2);
  });

  it("says that it does not know when the answers are lost", async () => {
    strike({ kind: "status", status: 502 }, 2);
    const posted = expect(post()).rejects.toEqual(kindOf("unknown"));
    await afterPause();
    await posted;
    expect(posts()).toHaveLength(2);
  });

  it("says that nothing was posted when a limit outlasts its patience", async () => {
    strike({ kind: "status", status: 429, retryAfter: 3600 }, 2);
    const posted = expect(post()).rejects.toEqual(kindOf("passing"));
    await afterPause();
    await posted;
  });

  it.each<[string, string, DeliveryErrorKind]>([
    ["a channel that the bot does not see", closed, "not-in-channel"],
    ["a channel in which it may not write", announcements, "not-in-channel"],
    ["a channel that is not there", "1210000000000009999", "gone"],
  ])("fails at once for %s", async (_name, channel, kind) => {
    await expect(post("Reminder", channel)).rejects.toEqual(kindOf(kind));
    expect(posts()).toHaveLength(1);
  });

  it("refuses a card that does not fit, without sending it", async () => {
    await expect(post("x".repeat(4001))).rejects.toEqual(kindOf("refused"));
    expect(posts()).toEqual([]);
  });

  it("tells nothing of a message in its error", async () => {
    const error: unknown = await post("A secret", closed).catch((reason: unknown) => reason);
    expect(String(error)).not.toContain("A secret");
    expect(JSON.stringify(error)).not.toContain("A secret");
  });
});

describe("edit", () => {
  it("fails for good when the message is gone", async () => {
    const missing = { channel: to(general), id: "1210000000000009999" };
    await expect(stage.adapter.edit(missing, textCard("Done"))).rejects.toEqual(kindOf("gone"));
  });

  it("is done again after a passing fault", async () => {
    const message = await post();
    strike({ kind: "drop" });
    const edited = stage.adapter.edit(message, textCard("Done"));
    await afterPause();
    await edited;
    expect(seen(stage, general, ALICE.id)).toEqual(["Done"]);
  });
});
