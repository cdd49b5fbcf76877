import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "../../src/domain/instant.ts";
import { type Cast, openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.stop());
beforeEach(() => stage.breathe());

const PLATFORMS = ["slack", "discord"] as const;

describe.each(PLATFORMS)("at most once, on %s", (platform) => {
  const cast = (): Cast => stage[platform];

  it("applies the change once however often the button is pressed", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    const presses = [1, 2, 3, 4].map(() => operator.pressesAndLeaves(`Terminate ${vps.name}`));
    await Promise.all(presses);
    await operator.awaits(`${vps.name} ends at expiry`);
    expect(stage.writesTo(vps)).toEqual([`PUT /services/${vps.id}`]);
  });

  it("applies it once when two operators press at the same moment", async () => {
    const vps = stage.nextVps();
    const { operator, second } = cast();
    await operator.asks("terminate", { service: vps.name });
    await Promise.all([
      operator.pressesAndLeaves(`Terminate ${vps.name}`),
      second.pressesAndLeaves(`Terminate ${vps.name}`),
    ]);
    await operator.awaits(`${vps.name}`);
    await expect.poll(() => stage.writesTo(vps)).toEqual([`PUT /services/${vps.id}`]);
    await stage.breathe();
    expect(stage.writesTo(vps)).toHaveLength(1);
  });

  it("either cancels or applies when both are pressed at once, never both", async () => {
    const vps = stage.nextVps();
    const { operator, second } = cast();
    await operator.asks("terminate", { service: vps.name });
    await Promise.all([
      operator.pressesAndLeaves("Change nothing"),
      second.pressesAndLeaves(`Terminate ${vps.name}`),
    ]);
    await stage.breathe();
    const { text } = await operator.asks("history", { service: vps.name });
    const applied = stage.writesTo(vps).length === 1;
    expect(text.includes("Cancelled")).toBe(!applied);
    expect(stage.truth(vps).termination !== null).toBe(applied);
  });

  it("sends nothing a second time for a second card while OVHcloud does not show the first yet", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    stage.running.world.ovhcloud.setLag(2 * MINUTE);
    try {
      await operator.asks("terminate", { service: vps.name });
      const first = await operator.presses(`Terminate ${vps.name}`);
      expect(first.text).toContain("does not show it yet");
      await operator.asks("terminate", { service: vps.name });
      const again = await operator.presses(`Terminate ${vps.name}`);
      expect(again.text).toContain("Nothing was sent again");
      expect(stage.writesTo(vps)).toHaveLength(1);
    } finally {
      stage.running.world.ovhcloud.setLag(0);
    }
  });

  it("answers a button from before a restart, and applies its change once", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    await stage.running.restart();
    const outcome = await operator.presses(`Terminate ${vps.name}`);
    expect(outcome.text).toContain("OVHcloud now shows the termination");
    expect(stage.writesTo(vps)).toHaveLength(1);
  });

  it("stops when somebody changed the service in OVHcloud's console meanwhile", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    stage.running.world.ovhcloud.change(vps.id, { months: 12 });
    const outcome = await operator.presses(`Terminate ${vps.name}`);
    expect(outcome.text).toContain("the facts changed");
    expect(stage.writesTo(vps)).toEqual([]);
  });

  it("lets a confirmation live ten minutes, then says so on its card and takes its buttons away", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    await stage.running.world.clock.advance(10 * MINUTE);
    const lapsed = await operator.awaits("The request lapsed");
    expect(lapsed.buttons).not.toContain(`Terminate ${vps.name}`);
    expect(stage.writesTo(vps)).toEqual([]);
  });

  it("ends a confirmation that lapsed while the bot was down", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    await stage.running.restart(() => stage.running.world.clock.advance(11 * MINUTE));
    await stage.breathe();
    expect(stage.writesTo(vps)).toEqual([]);
    expect((await operator.asks("history", { service: vps.name })).text).toContain("Nobody pressed in time");
  });
});

describe.each(PLATFORMS)("when OVHcloud's answer is lost, on %s", (platform) => {
  const cast = (): Cast => stage[platform];
  const lose = (path: string, after: boolean): void =>
    stage.running.world.ovhcloud.faults.add({ method: "PUT", path, fault: { kind: "drop", after } });

  it("says so, reads again and tells that it took effect, without sending it twice", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    lose(`/services/${vps.id}`, true);
    await operator.asks("terminate", { service: vps.name });
    const outcome = await operator.presses(`Terminate ${vps.name}`);
    expect(outcome.text).toContain("OVHcloud now shows the termination");
    expect(outcome.text).not.toContain("failed");
    expect(stage.writesTo(vps)).toHaveLength(1);
  });

  it("keeps looking while OVHcloud does not show it, and says on the card what it was", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    stage.running.world.ovhcloud.setLag(20 * SECOND);
    lose(`/services/${vps.id}`, true);
    await operator.asks("terminate", { service: vps.name });
    const unknown = await operator.presses(`Terminate ${vps.name}`);
    stage.running.world.ovhcloud.setLag(0);
    expect(unknown.text).toContain("We do not know yet");
    await stage.running.world.clock.advance(MINUTE);
    expect((await operator.awaits(`${vps.name} ends at expiry`)).text).toContain(
      "OVHcloud now shows the termination",
    );
    expect(stage.writesTo(vps)).toHaveLength(1);
  });

  it("says after ten minutes that it had no effect, when it had none", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    lose(`/services/${vps.id}`, false);
    await operator.asks("terminate", { service: vps.name });
    expect((await operator.presses(`Terminate ${vps.name}`)).text).toContain("We do not know yet");
    await stage.running.world.clock.advance(11 * MINUTE);
    const ended = await operator.awaits("It had no effect");
    expect(ended.text).toContain(vps.name);
    expect(ended.text).toContain("is as it was");
    expect(stage.truth(vps).termination).toBeNull();
  });

  it("looks it up after a restart, and says which it was", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    stage.running.world.ovhcloud.setLag(20 * SECOND);
    lose(`/services/${vps.id}`, true);
    await operator.asks("terminate", { service: vps.name });
    await operator.presses(`Terminate ${vps.name}`);
    stage.running.world.ovhcloud.setLag(0);
    await stage.running.restart(() => stage.running.world.clock.advance(MINUTE));
    expect((await operator.awaits(`${vps.name} ends at expiry`)).buttons).toContain(`Keep ${vps.name}`);
    expect(stage.writesTo(vps)).toHaveLength(1);
  });
});

it("applies a change once when it is pressed on both platforms' cards at the same moment", async () => {
  const vps = stage.nextVps();
  const { slack, discord } = stage;
  await slack.operator.asks("terminate", { service: vps.name });
  await discord.operator.asks("terminate", { service: vps.name });
  await Promise.all([
    slack.operator.pressesAndLeaves(`Terminate ${vps.name}`),
    discord.operator.pressesAndLeaves(`Terminate ${vps.name}`),
  ]);
  await slack.operator.awaits(vps.name);
  await stage.breathe();
  expect(stage.writesTo(vps)).toHaveLength(1);
});

it("takes a press that Slack delivers twice once", async () => {
  const vps = stage.nextVps();
  const { operator } = stage.slack;
  await operator.asks("terminate", { service: vps.name });
  stage.running.world.slack.duplicate(1);
  await operator.presses(`Terminate ${vps.name}`);
  await stage.breathe();
  expect(stage.writesTo(vps)).toHaveLength(1);
});

it("takes a press that Discord dispatches twice once", async () => {
  const vps = stage.nextVps();
  const { operator } = stage.discord;
  await operator.asks("terminate", { service: vps.name });
  stage.running.world.discord.gateway.duplicate(1);
  await operator.presses(`Terminate ${vps.name}`);
  await stage.breathe();
  expect(stage.writesTo(vps)).toHaveLength(1);
});
