import { describe, expect, it } from "vitest";
import { PLATFORMS, type PlatformName, useVisits, type Visit } from "./visit.ts";

const visits = useVisits();
const ROUNDS = 7;

describe.each(PLATFORMS)("a press on %s", (platform) => {
  it("shows its effect within 100 milliseconds", async () => {
    const visit = await visits.visit();
    await visit.types(platform, "/ovh services");
    await visit.reads(platform, /page 1 of 5/);
    expect(await medianPress(visit, platform)).toBeLessThan(100);
  });
});

describe("an account of 10,000 services", () => {
  it("is listed, searched and paged as quickly", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await page.locator("[data-act=start-over-large]").click();
    await visit.tab("OVHcloud");
    await page.getByText("10,000 services").waitFor();
    await page.locator("[data-bot=ready]").waitFor();
    await page.getByRole("searchbox").fill("vps");
    await expect.poll(() => page.locator("[data-service]").count()).toBe(25);
    for (const platform of PLATFORMS) {
      // The bot answers while it still reads the account: the list then says how far it is, and one asks again.
      await expect
        .poll(() => askForList(visit, platform), { timeout: 15_000 })
        .toMatch(/10,000 services · page 1 of/);
      expect(await medianPress(visit, platform)).toBeLessThan(100);
    }
    expect(await page.locator("*").count()).toBeLessThan(6000);
  });
});

/** Resolves with what was answered. */
async function askForList(visit: Visit, platform: PlatformName): Promise<string | null> {
  const messages = visit.pane(platform).locator("[data-message]");
  const before = await messages.count();
  await visit.types(platform, "/ovh services");
  await messages.nth(before).filter({ hasText: "services ·" }).waitFor();
  return messages.nth(before).textContent();
}

/** Goes to the next page and back; the median of the milliseconds until the pane had changed. */
async function medianPress(visit: Visit, platform: PlatformName): Promise<number> {
  const times: number[] = [];
  const newest = visit.pane(platform).locator("[data-message]").last();
  const shows = (words: RegExp): Promise<void> =>
    expect.poll(() => newest.textContent(), { interval: 10, timeout: 5000 }).toMatch(words);
  await shows(/page 1 of/);
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await visit.page.evaluate(pressAndWait, `[data-pane=${platform}]`));
    await shows(/page 2 of/);
    await newest.getByRole("button", { name: "Previous page" }).click();
    await shows(/page 1 of/);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.POSITIVE_INFINITY;
}

/** Runs in the page: presses "Next page", resolves with the milliseconds until page two stands there. */
function pressAndWait(selector: string): Promise<number> {
  const pane = document.querySelector(selector);
  const newest = (): Element | undefined => [...(pane?.querySelectorAll("[data-message]") ?? [])].at(-1);
  const buttons = [...(newest()?.querySelectorAll("button") ?? [])];
  const next = buttons.find((one) => one.textContent === "Next page");
  if (!pane || !next) throw new Error("there is no next page");
  return new Promise((resolve) => {
    const begun = performance.now();
    const observer = new MutationObserver(() => {
      if (!/page 2 of/.test(newest()?.textContent ?? "")) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    observer.observe(pane, { subtree: true, childList: true, characterData: true });
    next.click();
  });
}
