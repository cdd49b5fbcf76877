import { describe, expect, it } from "vitest";
import { PLATFORMS, useVisits } from "./visit.ts";

const visits = useVisits();

describe("an account of 10,000 services", () => {
  it("does not slow the page", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await page.locator("[data-start-over=large]").click();
    await visit.tab("OVHcloud");
    await page.getByText("10,000 services").waitFor();
    await page.locator("[data-bot=ready]").waitFor();
    await page.getByRole("searchbox").fill("vps");
    await expect.poll(() => page.locator("[data-service]").count()).toBe(25);
    for (const platform of PLATFORMS) {
      await visit.types(platform, "/ovh services");
      await visit.reads(platform, /10,?000 services/);
    }
    expect(await page.locator("*").count()).toBeLessThan(5000);
  });
});

describe.each(PLATFORMS)("a press on %s", (platform) => {
  it("shows its effect within 100 milliseconds", async () => {
    const visit = await visits.visit();
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      await visit.types(platform, "/ovh services");
      await visit.reads(platform, /page 1 of 5/);
      times.push(await visit.page.evaluate(pressAndWait, `[data-pane=${platform}]`));
      await visit.reads(platform, /page 2 of 5/);
      await visit.presses(platform, "Previous page");
      await visit.reads(platform, /page 1 of 5/);
    }
    expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(100);
  });
});

/** Runs in the page: presses "Next page", resolves with the milliseconds until the pane has changed. */
function pressAndWait(selector: string): Promise<number> {
  const pane = document.querySelector(selector);
  const button = [...(pane?.querySelectorAll("button") ?? [])].findLast(
    (one) => one.textContent === "Next page",
  );
  if (!pane || !button) throw new Error("there is no next page");
  return new Promise((resolve) => {
    const begun = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    observer.observe(pane, { subtree: true, childList: true, attributes: true, characterData: true });
    button.click();
  });
}
