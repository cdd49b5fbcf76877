import { describe, expect, it } from "vitest";
import { STORIES } from "../../sandbox/playground/stories/story.ts";
import { PLATFORMS, useVisits } from "./visit.ts";

const visits = useVisits();

describe.each(PLATFORMS)("on %s", (platform) => {
  it.each(STORIES)("the story %s can be played to its end, and the account is as it says", async (story) => {
    const visit = await visits.visit();
    await visit.opensStory(story, platform);
    await visit.page.locator("[data-play=all]").click();
    await visit.page.locator("[data-story-state=over]").waitFor({ timeout: 40_000 });
    const findings = await visit.page
      .locator(".findings [data-holds]")
      .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute("data-holds")]));
    expect(findings.length).toBeGreaterThanOrEqual(2);
    expect(findings.filter(([, holds]) => holds !== "true")).toEqual([]);
  });
});
