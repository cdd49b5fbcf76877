import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AccountService } from "../../sandbox/ovhcloud/account.ts";
import { DAY, HOUR, MINUTE } from "../../src/domain/instant.ts";
import { type Cast, openStage, START, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.running.stop());

const advance = (ms: number): Promise<void> => stage.running.world.clock.advance(ms);

/** A virtual server that ends so many days from now, as the bot knows by now. */
async function vpsEndingIn(days: number): Promise<AccountService> {
  const { id } = stage.nextVps();
  const vps = stage.running.world.ovhcloud.change(id, { expiresAt: START + days * DAY });
  await advance(16 * MINUTE);
  return vps;
}

describe.each(["slack", "discord"] as const)("reminders, on %s", (platform) => {
  const cast = (): Cast => stage[platform];
  const titled = (words: string): number =>
    cast()
      .operator.seesAll()
      .filter(({ text }) => text.includes(words)).length;

  it("tell a channel that follows, at the threshold, once, with all that is needed to act", async () => {
    const { operator } = cast();
    await operator.asks("follow", { days: "2", filter: "velo-cargo.fr" });
    await advance(DAY + HOUR);
    const reminder = await operator.awaits("velo-cargo.fr expires in 2 days");
    expect(reminder.isPrivate).toBe(false);
    expect(reminder.text).toContain("unless someone pays");
    expect(reminder.buttons).toContain("Open at OVHcloud");
    await advance(12 * HOUR);
    expect(titled("velo-cargo.fr expires in 2 days")).toBe(1);
  });

  it("carry the Keep button and the cut-off as an instant in the last call, and Keep works from there", async () => {
    const vps = await vpsEndingIn(4);
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    await operator.presses(`Terminate ${vps.name}`);
    await operator.asks("follow", { days: "1", filter: vps.name });
    await advance(DAY + HOUR);
    const call = await operator.awaits(new RegExp(`Last call: 7[012] hours before ${vps.name} is deleted`));
    expect(call.text).toContain("It can be kept until");
    const kept = await operator.presses(`Keep ${vps.name}`);
    expect(kept.text).toContain("is kept");
    expect(stage.truth(vps).termination).toBeNull();
    await advance(DAY + HOUR);
    expect(titled("Last call: 4")).toBe(0);
  });

  it("say only the most urgent after a long stop, and nothing twice after a restart", async () => {
    const { operator } = cast();
    const vps = await vpsEndingIn(5);
    await operator.asks("follow", { days: "4,3,2", filter: vps.name });
    await stage.running.restart(() => advance(3 * DAY + HOUR));
    await operator.awaits("renews in 2 days");
    await stage.running.restart();
    await advance(HOUR);
    expect(titled("renews in")).toBe(1);
  });

  it("are not posted for what was settled meanwhile in OVHcloud's console", async () => {
    const vps = await vpsEndingIn(3);
    const { operator } = cast();
    await operator.asks("follow", { days: "2", filter: vps.name });
    await advance(20 * HOUR);
    stage.running.world.ovhcloud.change(vps.id, { expiresAt: (vps.expiresAt ?? 0) + 300 * DAY });
    await advance(10 * HOUR);
    expect(titled("renews in")).toBe(0);
  });

  it("come again later when the chat failed", async () => {
    const vps = await vpsEndingIn(3);
    const { operator } = cast();
    await operator.asks("follow", { days: "2", filter: vps.name });
    const { slack, discord } = stage.running.world;
    slack.faults.add({ path: "chat.postMessage", fault: { kind: "status", status: 429, retryAfter: 30 } });
    discord.faults.add({
      method: "POST",
      path: "*/messages",
      fault: { kind: "status", status: 429, retryAfter: 30 },
    });
    await advance(DAY + HOUR);
    await advance(2 * HOUR);
    await operator.awaits("renews in 2 days");
    expect(titled("renews in")).toBe(1);
  });

  it("say in a last call that comes late the hours that are left", async () => {
    const { operator } = cast();
    await operator.asks("follow", { days: "1", filter: "vps-77cc88dd.vps.ovh.net" });
    await operator.awaits("Last call: 49 hours before Serveur de test is deleted");
  });

  it("follow what was typed by its names, as Discord shows them", async () => {
    const { operator } = cast();
    const values =
      platform === "slack"
        ? { days: "days:2", filter: "filter:velo-cargo.fr" }
        : { days: "2", filter: "velo-cargo.fr" };
    const { text } = await operator.asks("follow", values);
    expect(text).toContain("velo-cargo.fr");
    expect(text).not.toContain("filter:");
    await advance(DAY + HOUR);
    await operator.awaits("velo-cargo.fr expires in 2 days");
  });

  it("stop when the channel stops following", async () => {
    const vps = await vpsEndingIn(3);
    const { operator } = cast();
    await operator.asks("follow", { days: "2", filter: vps.name });
    await operator.asks("unfollow");
    await advance(DAY + HOUR);
    expect(titled("renews in")).toBe(0);
    expect((await operator.asks("follows")).text).toContain("follows nothing");
  });
});
