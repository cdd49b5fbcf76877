import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Cast, openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.stop());
beforeEach(() => stage.breathe());

describe.each(["slack", "discord"] as const)("asking for a change on %s", (platform) => {
  const cast = (): Cast => stage[platform];

  it("says what is lost, when, and until when it can be taken back, before any button", async () => {
    const vps = stage.nextVps();
    const { text, isPrivate } = await cast().operator.asks("terminate", { service: vps.name });
    expect(isPrivate).toBe(false);
    expect(text).toContain("disks, snapshots and backups are deleted for good");
    expect(text).toContain("Nothing is refunded");
    expect(text).toContain("Can be taken back until");
    expect(text).toContain(String(vps.id));
  });

  it("puts the safe button first, and names act and object on the other", async () => {
    const vps = stage.nextVps();
    const { buttons } = await cast().operator.asks("terminate", { service: vps.name });
    expect(buttons).toEqual(["Change nothing", `Terminate ${vps.name}`]);
  });

  it("changes nothing before the press", async () => {
    const vps = stage.nextVps();
    await cast().operator.asks("terminate", { service: vps.name });
    expect(stage.writesTo(vps)).toEqual([]);
    expect(stage.truth(vps).termination).toBeNull();
  });

  it("carries the change out after the press, reads it back and records who did it", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    const outcome = await operator.presses("Terminate");
    expect(outcome.text).toContain("OVHcloud now shows the termination");
    expect(outcome.buttons).toEqual([`Keep ${vps.name}`]);
    expect(stage.truth(vps).termination).toBe("terminateAtExpirationDate");
    const history = await operator.asks("history", { service: vps.name });
    for (const word of ["Asked", "Confirmed", "Done"]) expect(history.text).toContain(word);
  });

  it("takes a termination back with one press on the card", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    await operator.presses("Terminate");
    const kept = await operator.presses("Keep");
    expect(kept.text).toContain("is kept");
    expect(stage.truth(vps).termination).toBeNull();
  });

  it("does nothing after “change nothing”, and says who chose so", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("terminate", { service: vps.name });
    const outcome = await operator.presses("Change nothing");
    expect(outcome.text).toContain("chose to change nothing");
    expect(outcome.buttons).not.toContain(`Terminate ${vps.name}`);
    expect(stage.writesTo(vps)).toEqual([]);
  });

  it("changes the renewal to manual after a warning with the date", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    const asked = await operator.asks("renewal", { service: vps.name, mode: "manual" });
    expect(asked.text).toContain("Unless someone pays before");
    const outcome = await operator.presses("by hand");
    expect(outcome.text).toContain("Manual");
    expect(stage.truth(vps).renewal).toBe("manual");
  });

  it("offers only the periods that OVHcloud offers", async () => {
    const vps = stage.nextVps();
    const { operator } = cast();
    await operator.asks("renewal", { service: vps.name });
    const asked = await operator.chooses("6 months");
    expect(asked.text).toContain("6 months");
    await operator.presses("automatically");
    expect(stage.truth(vps).months).toBe(6);
  });

  describe("who may", () => {
    it("refuses a viewer before asking anything, and names the operators", async () => {
      const vps = stage.nextVps();
      stage.running.world.ovhcloud.clearCalls();
      const { text, isPrivate } = await cast().viewer.asks("terminate", { service: vps.name });
      expect(isPrivate).toBe(true);
      expect(text).toContain("Réservé aux opérateurs");
      expect(stage.running.world.ovhcloud.calls()).toEqual([]);
    });

    it("refuses a viewer's press on an operator's card", async () => {
      const vps = stage.nextVps();
      const { operator, viewer } = cast();
      await operator.asks("terminate", { service: vps.name });
      const refusal = await viewer.presses(`Terminate ${vps.name}`);
      expect(refusal.text).toContain("Réservé aux opérateurs");
      expect(refusal.isPrivate).toBe(true);
      expect(stage.writesTo(vps)).toEqual([]);
      expect((await operator.presses("Terminate")).text).toContain("OVHcloud now shows");
    });

    it("lets a second operator answer", async () => {
      const vps = stage.nextVps();
      const { operator, second } = cast();
      await operator.asks("terminate", { service: vps.name });
      const outcome = await second.presses(`Terminate ${vps.name}`);
      expect(outcome.text).toContain("OVHcloud affiche maintenant la résiliation");
      expect(stage.writesTo(vps)).toHaveLength(1);
    });

    it("shows a stranger nothing", async () => {
      const { text, isPrivate } = await cast().stranger.asks("services");
      expect(isPrivate).toBe(true);
      expect(text).toContain("another workspace or server");
      expect(text).not.toContain("vps-");
    });
  });

  it.each([
    ["manual renewal", "velo-cargo.fr", "its renewal is manual"],
    ["a passed cut-off", "concours-photo.fr", "termination is planned already"],
    ["an unpaid bill", "chorale-saint-maur.fr", "a bill is unpaid"],
    ["a family managed elsewhere", "office-ls148374-1", "elsewhere"],
    ["an expired service", "vps-9c0d1e2f.vps.ovh.net", "it has expired"],
  ])("explains why %s cannot be terminated", async (_, name, why) => {
    const { text, isPrivate } = await cast().operator.asks("terminate", { service: name });
    expect(isPrivate).toBe(true);
    expect(text).toContain(why);
    expect(text).toContain("Nothing was changed");
  });

  it("says that the cut-off has passed, with the instant, when it is too late to keep", async () => {
    const { text } = await cast().operator.asks("keep", { service: "concours-photo.fr" });
    expect(text).toContain("the cut-off has passed");
  });
});

describe("without operators", () => {
  it.each(["slack", "discord"] as const)(
    "nobody may change anything on %s, and the reply says how to name some",
    async (platform) => {
      const bare = await openStage({ environment: { LASTCALL_OPERATORS: "" } });
      try {
        const vps = bare.nextVps();
        const { text } = await bare[platform].operator.asks("terminate", { service: vps.name });
        expect(text).toContain("LASTCALL_OPERATORS");
        expect(text).toContain(`${platform}:`);
        expect(bare.writesTo(vps)).toEqual([]);
      } finally {
        await bare.running.stop();
      }
    },
  );
});
