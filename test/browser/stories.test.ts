import { describe, expect, it } from "vitest";
import { STORIES } from "../../sandbox/playground/stories/story.ts";
import { PLATFORMS, useVisits, type Visit } from "./visit.ts";

const visits = useVisits();

describe.each(PLATFORMS)("on %s", (platform) => {
  it.each(STORIES)("the story %s can be played to its end, and the account is as it says", async (story) => {
    const visit = await visits.visit();
    await visit.opensStory(story, platform);
    await playThrough(visit);
    const findings = await visit.page
      .locator(".findings [data-holds]")
      .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute("data-holds")]));
    expect(findings.length).toBeGreaterThanOrEqual(2);
    expect(findings.filter(([, holds]) => holds !== "true")).toEqual([]);
  });
});

/** Step by step, as a visitor who reads. */
async function playThrough({ page }: Visit): Promise<void> {
  const over = page.locator("[data-story-state=over]");
  const current = page.locator("[data-step=now]");
  for (;;) {
    await over.or(current).first().waitFor({ timeout: 20_000 });
    if ((await over.count()) > 0) return;
    const words = await current.textContent();
    await page.locator("[data-act=play-step]").click();
    await expect
      .poll(async () => (await over.count()) > 0 || (await current.allTextContents())[0] !== words, {
        timeout: 20_000,
      })
      .toBe(true);
  }
}

it("a story plays by itself, until one says pause", async () => {
  const visit = await visits.visit();
  await visit.opensStory("think-again", "slack");
  await visit.page.locator("[data-act=play-all]").click();
  await visit.page.locator("[data-step=done]").first().waitFor();
  await visit.page.getByRole("button", { name: "Pause" }).click();
  expect(await visit.page.locator("[data-story-state=over]").count()).toBe(0);
  await visit.page.locator("[data-act=play-all]").click();
  await visit.page.locator("[data-story-state=over]").waitFor({ timeout: 20_000 });
});
