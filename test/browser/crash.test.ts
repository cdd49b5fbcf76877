import { describe, expect, it } from "vitest";
import { PLATFORMS, useVisits } from "./visit.ts";

const visits = useVisits();
const VPS = "vps-1a2b3c4d.vps.ovh.net";

describe.each(PLATFORMS)("a bot that is killed, on %s", (platform) => {
  it("answers the card from before its death, and changes the service once", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await visit.types(platform, `/ovh terminate ${VPS}`);
    await visit.reads(platform, "What is lost for good");
    await visit.tab("Faults");
    await page.locator("[data-fault=kill] button").click();
    await page.locator("[data-bot=killed]").waitFor();

    // Nobody is there: the client itself says so, and nothing is sent.
    await visit.presses(platform, `Terminate ${VPS}`);
    await expect
      .poll(() => visit.pane(platform).textContent(), { timeout: 15_000 })
      .toMatch(/trouble connecting|did not respond/);

    await page.locator(".bot").getByRole("button", { name: "Start" }).click();
    await page.locator("[data-bot=ready]").waitFor({ timeout: 15_000 });
    await visit.presses(platform, `Terminate ${VPS}`);
    await visit.reads(platform, /ends at expiry/);
    await visit.tab("OVHcloud");
    expect(await page.locator("[data-writes=true]").count()).toBe(1);
  });

  it("finds out what became of a change that it was killed in, and tells", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await visit.types(platform, `/ovh terminate ${VPS}`);
    await visit.reads(platform, "What is lost for good");
    await visit.tab("Faults");
    await page.locator("[data-fault=ovh-slow] [role=switch]").click();
    await page.locator("[data-fault=ovh-slow][data-on=true]").waitFor();
    await visit.presses(platform, `Terminate ${VPS}`);
    await page.locator("[data-fault=kill] button").click();
    await page.locator("[data-bot=killed]").waitFor();
    await page.locator("[data-fault=ovh-slow] [role=switch]").click();
    await page.locator(".bot").getByRole("button", { name: "Start" }).click();
    await page.locator("[data-bot=ready]").waitFor({ timeout: 15_000 });
    // Either it had not been decided, and the card still asks; or it was, and the bot says which it was.
    await visit.reads(platform, /ends at expiry|had no effect|What is lost for good/);
    await visit.tab("OVHcloud");
    expect(await page.locator("[data-writes=true]").count()).toBeLessThanOrEqual(1);
  });

  it("comes back with its follows, and reminds across the death", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await visit.types(platform, "/ovh follow days:2 filter:velo-cargo.fr");
    await visit.reads(platform, /velo-cargo\.fr/);
    await page.locator(".bot").getByRole("button", { name: "Kill" }).click();
    await page.locator("[data-bot=killed]").waitFor();
    await page.locator(".bot").getByRole("button", { name: "Start" }).click();
    await page.locator("[data-bot=ready]").waitFor({ timeout: 15_000 });
    await visit.tab("Clock");
    await page.locator("[data-act=clock-next-reminder]").click();
    await visit.reads(platform, "velo-cargo.fr expires in 2 days");
  });
});
