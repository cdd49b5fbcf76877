import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AccountService } from "../../sandbox/ovhcloud/account.ts";
import type { Player, Seen } from "../../sandbox/tour/player.ts";
import { DAY } from "../../src/domain/instant.ts";
import { type Cast, openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.stop());
beforeEach(() => stage.breathe());

/** The link of the newest e-mail. */
function mailedLink(): string {
  const mail = stage.running.world.ovhcloud.mailbox().at(-1);
  return /https:\S+/u.exec(mail?.body ?? "")?.[0] ?? "";
}

async function requestEmail(operator: Player, hosting: AccountService): Promise<Seen> {
  await operator.asks("delete", { service: hosting.name });
  await operator.presses(`Delete ${hosting.name} now`);
  return operator.sends([hosting.name, true]);
}

async function enterToken(operator: Player, hosting: AccountService, token: string): Promise<Seen> {
  await operator.presses(`Enter the token for ${hosting.name}`);
  return operator.sends([token]);
}

describe.each(["slack", "discord"] as const)("deleting a web hosting now, on %s", (platform) => {
  const cast = (): Cast => stage[platform];

  it("stands beside terminating at expiry, says that nothing is refunded, and offers the milder way", async () => {
    const hosting = stage.nextHosting();
    const asked = await cast().operator.asks("delete", { service: hosting.name });
    expect(asked.text).toContain("Nothing is refunded");
    expect(asked.text).toContain("can be taken back until");
    expect(asked.buttons[0]).toBe("Change nothing");
    expect(asked.buttons.at(-1)).toBe(`Delete ${hosting.name} now…`);
  });

  it("asks OVHcloud for its e-mail only after the typed name and the tick", async () => {
    const hosting = stage.nextHosting();
    const { operator } = cast();
    await operator.asks("delete", { service: hosting.name });
    const form = await operator.presses(`Delete ${hosting.name} now`);
    expect(form.kind).toBe("form");
    expect(stage.writesTo(hosting)).toEqual([]);
    const sent = await operator.sends([hosting.name, true]);
    expect(sent.text).toContain("Nothing is deleted until it is entered here");
    expect(stage.writesTo(hosting)).toEqual([`POST /hosting/web/${hosting.name}/terminate`]);
  });

  it("does nothing for a wrong name", async () => {
    const hosting = stage.nextHosting();
    const { operator } = cast();
    await operator.asks("delete", { service: hosting.name });
    await operator.presses(`Delete ${hosting.name} now`);
    expect((await operator.sends(["another.example", true])).text).toContain("is not the name");
    expect(stage.writesTo(hosting)).toEqual([]);
  });

  it("deletes with the mailed link, once, on the routes of one family, and says so", async () => {
    const hosting = stage.nextHosting();
    const { operator } = cast();
    await requestEmail(operator, hosting);
    const deleted = await enterToken(operator, hosting, mailedLink());
    expect(deleted.text).toContain(`${hosting.name} is deleted`);
    expect(deleted.buttons).toEqual([]);
    expect(stage.truth(hosting).lifecycle).toBe("terminated");
    expect(stage.writesTo(hosting)).toEqual([
      `POST /hosting/web/${hosting.name}/terminate`,
      `POST /hosting/web/${hosting.name}/confirmTermination`,
    ]);
  });

  it("shows OVHcloud's words for a wrong token, and takes the right one afterwards", async () => {
    const hosting = stage.nextHosting();
    const { operator } = cast();
    await requestEmail(operator, hosting);
    const refused = await enterToken(operator, hosting, "0123456789abcdef0123456789abcdef");
    expect(refused.text).toContain("OVHcloud refused");
    expect(refused.text).toContain("Nothing was changed");
    const deleted = await enterToken(operator, hosting, mailedLink());
    expect(deleted.text).toContain(`${hosting.name} is deleted`);
  });

  it("refuses the link of another service without calling OVHcloud", async () => {
    const [mine, other] = [stage.nextHosting(), stage.nextHosting()];
    const { operator } = cast();
    await requestEmail(operator, other);
    const link = mailedLink();
    await requestEmail(operator, mine);
    const again = await enterToken(operator, mine, link);
    expect(again.text).toContain("belongs to another service");
    expect(stage.writesTo(mine)).toHaveLength(1);
  });

  it("refuses what is neither a token nor the link, and says what to paste", async () => {
    const hosting = stage.nextHosting();
    const { operator } = cast();
    await requestEmail(operator, hosting);
    expect((await enterToken(operator, hosting, "???")).text).toContain("neither a token nor the link");
    expect(stage.writesTo(hosting)).toHaveLength(1);
  });

  it("refuses what is not a web hosting, and says so", async () => {
    const vps = stage.nextVps();
    const { text } = await cast().operator.asks("delete", { service: vps.name });
    expect(text).toContain("only a web hosting can be deleted at once");
  });

  it("lets the token step lapse with OVHcloud's token, after 72 hours", async () => {
    const hosting = stage.nextHosting();
    const { operator } = cast();
    await requestEmail(operator, hosting);
    await stage.running.world.clock.advance(3 * DAY);
    const lapsed = await operator.awaits("The request lapsed");
    expect(lapsed.buttons.join()).not.toContain("token");
    expect(stage.truth(hosting).lifecycle).toBe("active");
    const waits = (): boolean => operator.seesAll().some(({ buttons }) => buttons.join().includes("token"));
    await expect.poll(waits).toBe(false);
  });
});

it("never calls what would skip the e-mail", () => {
  const calls = stage.running.world.ovhcloud.calls().map(({ method, path }) => `${method} ${path}`);
  expect(calls.filter((call) => /^DELETE|\/me\/notification|skipRetentionPeriod/u.test(call))).toEqual([]);
  expect(calls.length).toBeGreaterThan(50);
});

it("writes no token to the log or to the history", async () => {
  const hosting = stage.nextHosting();
  await requestEmail(stage.slack.operator, hosting);
  const token = /token=(\w+)/u.exec(mailedLink())?.[1] ?? "none";
  await enterToken(stage.slack.operator, hosting, token);
  const { text } = await stage.slack.operator.asks("history", { service: String(hosting.id) });
  expect(text).toContain("Done");
  expect(text).not.toContain(token);
  expect(stage.running.logged.join("")).not.toContain(token);
});
