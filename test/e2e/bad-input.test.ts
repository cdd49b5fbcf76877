import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Cast, openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.stop());
beforeEach(() => stage.breathe());

describe.each(["slack", "discord"] as const)("bad input, on %s", (platform) => {
  const cast = (): Cast => stage[platform];

  it.each([
    ["an unknown service", "service", { service: "no-such-thing.example" }, "No service is called"],
    ["a service that is nearly right", "service", { service: "velo-cago.fr" }, "velo-cargo.fr"],
    ["a name that fits several", "terminate", { service: "boulangerie-lumiere.fr" }, "services fit"],
    [
      "a period that is not offered",
      "renewal",
      { service: "vps-0.spare.example", mode: "automatic", months: 7 },
      "is not offered",
    ],
    ["a page that is not there", "upcoming", { days: 9999 }, "a whole number from 1 to 366"],
    ["thresholds that are none", "follow", { days: "soon,later" }, "whole numbers from 1 to 365"],
    ["a person who is none", "history", { person: "@nobody" }, "is not a mention"],
  ])("explains %s and changes nothing", async (_, command, values, words) => {
    stage.running.world.ovhcloud.clearCalls();
    const asked = platform === "slack" ? spelled(command, values) : values;
    const { text, isPrivate } = await cast().operator.asks(command, asked);
    expect(isPrivate).toBe(true);
    expect(text).toContain(words);
    expect(stage.running.world.ovhcloud.writes()).toEqual([]);
  });

  it("explains a date that does not exist", async () => {
    const values = platform === "slack" ? { q: "expires:2026-02-31" } : { expires: "2026-02-31" };
    const { text } = await cast().operator.asks("services", values);
    expect(text).toContain("is not a date");
  });

  it("says it in the reader's language", async () => {
    const { text } = await cast().viewer.asks("service", { service: "no-such-thing.example" });
    expect(text).toContain("Aucun service ne s’appelle");
    expect(text).toContain("Rien n’a été modifié");
  });

  it("lists what it knows, and how old it is, while OVHcloud is down", async () => {
    stage.running.world.ovhcloud.faults.add({ fault: { kind: "status", status: 503 }, count: 500 });
    try {
      const listed = await cast().operator.asks("services");
      expect(listed.text).toContain("as of");
      const asked = cast().operator.asks("terminate", { service: "vps-1.spare.example" });
      const { text } = await stage.meanwhile(asked);
      expect(text).toContain("could not be reached");
      expect(text).toContain("Nothing was changed");
    } finally {
      stage.running.world.ovhcloud.faults.clear();
    }
  });
});

/** As one types it in Slack: `name:value` for what is not the first parameter. */
function spelled(
  command: string,
  values: Readonly<Record<string, string | number | undefined>>,
): Readonly<Record<string, string>> {
  const first = command === "history" || command === "follow" ? "" : (Object.keys(values)[0] ?? "");
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, key === first ? String(value) : `${key}:${value}`]),
  );
}

it("proposes the nearest command for an unknown one", async () => {
  const { text } = await stage.slack.operator.asks("terminat");
  expect(text).toContain("/ovh terminate");
});

it("proposes it in the reader's language", async () => {
  const { viewer, second } = stage.slack;
  expect((await viewer.asks("resiler")).text).toContain("/ovh resilier");
  expect((await viewer.asks("xyzzyx")).text).toContain("/ovh aide");
  expect((await second.asks("resilier")).text).toContain("/ovh resilier example.com");
});
