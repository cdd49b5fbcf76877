import { describe, expect, it } from "vitest";
import { PLATFORMS, useVisits } from "./visit.ts";

const visits = useVisits();

describe.each(PLATFORMS)("who looks, on %s", (platform) => {
  it("decides what is seen, may be done, and in which language", async () => {
    const visit = await visits.visit();
    await visit.types(platform, "/ovh services");
    await visit.reads(platform, /46 services/);

    await visit.becomes("chloe");
    // What only Bruno was shown is not on Chloé's screen.
    await expect.poll(() => visit.pane(platform).getByText("46 services").count()).toBe(0);
    await visit.types(platform, "/ovh resilier vps-1a2b3c4d.vps.ovh.net");
    await visit.reads(platform, /opérateurs/);

    await visit.becomes("sam");
    await visit.types(platform, "/ovh services");
    await visit.reads(platform, platform === "slack" ? /workspace/ : /server/);
  });

  it("answers at once in the language that somebody chooses", async () => {
    const visit = await visits.visit();
    await visit.types(platform, "/ovh help");
    await visit.reads(platform, "What Lastcall can do");
    await visit.page.locator("[data-setting=language]").selectOption("fr");
    await expect.poll(() => visit.page.locator("[data-setting=language]").inputValue()).toBe("fr");
    await visit.types(platform, "/ovh aide");
    await visit.reads(platform, "Ce que Lastcall sait faire");
  });

  it("shows instants in the zone that somebody chooses", async () => {
    const visit = await visits.visit();
    await visit.types(platform, "/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await visit.reads(platform, "Terminate vps-1a2b3c4d");
    const instants = visit.pane(platform).locator("[data-message] time");
    const before = await instants.allTextContents();
    await visit.page.locator("[data-setting=zone]").selectOption("Pacific/Noumea");
    await expect.poll(() => instants.allTextContents()).not.toEqual(before);
  });

  it("keeps a hostile name of a service as the words that it is", async () => {
    const visit = await visits.visit();
    await visit.types(platform, "/ovh service loadbalancer-7f3e");
    const message = visit.pane(platform).locator("[data-message]").last();
    await expect.poll(() => message.textContent()).toContain("<!channel> *bold* @everyone");
    expect(await message.locator("a[href*=evil]").count()).toBe(0);
    expect(
      await message
        .locator("b, strong")
        .filter({ hasText: /^bold$/ })
        .count(),
    ).toBe(0);
    expect(await message.locator("[data-unknown]").count()).toBe(0);
  });
});
