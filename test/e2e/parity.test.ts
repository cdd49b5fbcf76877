import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Seen } from "../../sandbox/tour/player.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.stop());

/** The facts of a message: numbers, names and words, without what either client adds to show them. */
function facts({ text, buttons }: Seen): readonly string[] {
  const words = text
    .replace(
      /<t:\d+:\w>|\b[A-Z][a-z]{2} \d{1,2}, \d{4}( at)?( \d{1,2}:\d{2} [AP]M)?|today|\bin \d+ \w+/gu,
      " ",
    )
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .split(" ")
    .filter((word) => /\d|\w\.\w/u.test(word));
  return [...new Set([...words, ...buttons])].toSorted();
}

describe("the same command on both platforms", () => {
  it.each([
    ["services", {}],
    ["upcoming", {}],
    ["service", { service: "vps-1a2b3c4d.vps.ovh.net" }],
    ["terminate", { service: "vps-5e6f7a8b.vps.ovh.net" }],
    ["help", {}],
  ])("gives the same facts: %s", async (command, values) => {
    const slack = await stage.slack.operator.asks(command, values);
    const discord = await stage.discord.operator.asks(command, values);
    expect(discord.isPrivate).toBe(slack.isPrivate);
    expect(discord.buttons).toEqual(slack.buttons);
    for (const fact of facts(slack).filter((one) => !/^[\d:]+$/u.test(one))) {
      expect(facts(discord)).toContain(fact);
    }
    expect(facts(slack).length).toBeGreaterThan(0);
  });
});

describe("the list", () => {
  it.each(["slack", "discord"] as const)(
    "turns pages, and opens a service from its select, on %s",
    async (platform) => {
      const { operator } = stage[platform];
      const first = await operator.asks("services", { search: "spare" });
      expect(first.buttons).toContain("Next page");
      const second = await operator.presses("Next page");
      expect(second.text).toContain("page 2 of 6");
      const opened = await operator.chooses("vps-18.spare.example");
      expect(opened.text).toContain("70000018");
    },
  );
});

describe("what a service is called", () => {
  it.each(["slack", "discord"] as const)(
    "stays text, whatever markup or mention it looks like, on %s",
    async (platform) => {
      const { text } = await stage[platform].operator.asks("services", { search: "channel" });
      const { posts } = stage.running.world[platform];
      expect(text).toContain("channel");
      expect(posts().length).toBeGreaterThan(0);
      expect(stage.running.logged.join("")).not.toContain("too-large");
    },
  );
});
