import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Discord from "../../sandbox/discord/world.ts";
import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import type { Language } from "../../sandbox/playground/protocol.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import { handsOf } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock } from "./open.ts";

let open: OpenPlayground;
beforeEach(async () => {
  open = await openOnFrozenClock();
});
afterEach(() => open.close());

const speak = (who: PersonaKey, language: Language): Promise<void> =>
  open.does(who, { kind: "person", language });

/** What the bot says last to somebody who asks for the services. */
async function asksFor(who: PersonaKey, platform: "slack" | "discord"): Promise<string> {
  const hands = await handsOf(open, who, platform);
  const before = hands.texts().length;
  await open.does(
    who,
    platform === "slack"
      ? { kind: "slack-slash", channel: Slack.OPS.id, command: "/ovh", text: "upcoming" }
      : { kind: "discord-slash", channel: Discord.CHANNELS.ops, command: "ovh upcoming", options: {} },
  );
  return hands.sight.until(() => hands.texts().slice(before).at(-1) ?? "");
}

describe.each(["slack", "discord"] as const)("on %s", (platform) => {
  it("the bot answers in the language that somebody has set, from the next answer on", async () => {
    const french = await asksFor("alice", platform);
    expect(french).toMatch(/Domaine|Hébergement/);
    await speak("alice", "en");
    const english = await asksFor("alice", platform);
    expect(english).toMatch(/Domain |Domain$|Web hosting/m);
    expect(english).not.toMatch(/Hébergement/);
    await speak("alice", "fr");
    expect(await asksFor("alice", platform)).toMatch(/Hébergement/);
  });

  it("it goes on answering the others in theirs", async () => {
    await asksFor("bruno", platform);
    await speak("alice", "en");
    await speak("chloe", "en");
    expect(await asksFor("bruno", platform)).toMatch(/Web hosting/);
    await speak("chloe", "fr");
    expect(await asksFor("chloe", platform)).toMatch(/Hébergement/);
    expect(await asksFor("alice", platform)).toMatch(/Web hosting/);
  });
});

describe("what somebody sets", () => {
  it("is told to their page: who they are, and Discord's menu in their language", async () => {
    const sight = await open.watch("bruno");
    const menu = (): readonly string[] =>
      sight
        .single("discordPlaces")
        .find(({ name }) => name === "ops")
        ?.menu.map(({ name }) => name) ?? [];
    expect(menu()).toContain("/ovh upcoming");
    await open.does("bruno", { kind: "person", language: "fr", timeZone: "Pacific/Noumea" });
    await sight.until(() => sight.single("who").language === "fr");
    expect(sight.single("who")).toMatchObject({ key: "bruno", language: "fr", timeZone: "Pacific/Noumea" });
    expect(menu()).toContain("/ovh echeances");
  });

  it("reaches both clients, and the bot hears of it from Slack alone, as it does in the world", async () => {
    await open.does("gus", { kind: "person", language: "fr", timeZone: "Asia/Tokyo" });
    const { slack } = open.life().world;
    const events = slack.traffic().filter(({ kind, name }) => kind === "delivery" && name === "event");
    expect(JSON.stringify(events.at(-1)?.request)).toContain('"user_change"');
    expect(JSON.stringify(events.at(-1)?.request)).toContain('"tz":"Asia/Tokyo"');
    expect(JSON.stringify(events.at(-1)?.request)).toContain('"locale":"fr-FR"');
  });

  it("leaves what was not named as it was", async () => {
    const { people } = open.life();
    await open.does("alice", { kind: "person", timeZone: "America/Montreal" });
    expect(people.get("alice")).toMatchObject({ language: "fr", timeZone: "America/Montreal" });
    await open.does("alice", { kind: "person", language: "en" });
    expect(people.get("alice")).toMatchObject({ language: "en", timeZone: "America/Montreal" });
    await open.does("alice", { kind: "person" });
    expect(people.get("alice")).toMatchObject({ language: "en", timeZone: "America/Montreal" });
    expect(people.get("bruno")).toMatchObject({ language: "en", timeZone: "America/New_York" });
  });

  it.each(["Europe/Atlantis", "", "Paris", "UTC+25", "../etc/passwd", "__proto__"])(
    "is no time zone that does not exist: %j",
    async (timeZone) => {
      const before = open.life().people.get("alice");
      const answer = await open.act("alice", { kind: "person", language: "en", timeZone });
      expect(answer).toEqual({ kind: "refused", problem: expect.stringMatching(/\w/) });
      expect(open.life().people.get("alice")).toBe(before);
      expect(
        open
          .life()
          .world.slack.traffic()
          .some(({ name }) => name === "event"),
      ).toBe(false);
    },
  );

  it("is taken over while the bot is away, too: it asks anew when it is back", async () => {
    expect(await asksFor("alice", "slack")).toMatch(/Hébergement/);
    await open.does("alice", { kind: "bot", what: "stop" });
    await speak("alice", "en");
    await open.does("alice", { kind: "bot", what: "start" });
    expect(await asksFor("alice", "slack")).toMatch(/Web hosting/);
  });

  it("is as it was at first after starting over", async () => {
    await speak("alice", "en");
    await open.does("bruno", { kind: "start-over", account: "example" });
    expect((await open.state("alice")).single.who?.language).toBe("fr");
    expect(await asksFor("alice", "discord")).toMatch(/Hébergement/);
  });
});
