import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { boxOf, PLATFORMS, useVisits, type Visit } from "./visit.ts";

const visits = useVisits();

const found = z.object({
  violations: z.array(z.looseObject({ id: z.string(), nodes: z.array(z.looseObject({ html: z.string() })) })),
});

/** What axe has against the page as it is now, a line each. */
async function violations({ page }: Visit): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const result = found.parse(await page.evaluate("axe.run(document)"));
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

const TABS = ["Start here", "OVHcloud", /Mailbox/, "Clock", "Faults", "Journal"] as const;

describe.each(["light", "dark"] as const)("in %s, axe has nothing against", (colorScheme) => {
  // Tall, since axe passes over the contrast of what is scrolled away.
  const options = { colorScheme, viewport: { width: 1600, height: 4000 } };

  it("the page with cards in both clients, and each tab", async () => {
    const visit = await visits.visit(options);
    for (const platform of PLATFORMS) {
      await visit.types(platform, "/ovh services");
      await visit.types(platform, "/ovh terminate vps-1a2b3c4d.vps.ovh.net");
      await visit.reads(platform, "What is lost for good");
    }
    for (const tab of TABS) {
      await visit.tab(tab);
      expect([String(tab), await violations(visit)]).toEqual([String(tab), []]);
    }
  });

  it.each(PLATFORMS)("an open form on %s", async (platform) => {
    const visit = await visits.visit(options);
    await visit.types(platform, "/ovh delete 29162449");
    await visit.presses(platform, /Delete .* now…/);
    await visit.pane(platform).getByRole("dialog").waitFor();
    expect(await violations(visit)).toEqual([]);
  });

  it("a story, and its end", async () => {
    const visit = await visits.visit(options);
    await visit.opensStory("think-again", "discord");
    expect(await violations(visit)).toEqual([]);
    await visit.page.locator("[data-act=play-all]").click();
    await visit.page.locator("[data-story-state=over]").waitFor({ timeout: 30_000 });
    expect(await violations(visit)).toEqual([]);
  });
});

describe("at 390 pixels", () => {
  const options = { viewport: { width: 390, height: 844 }, hasTouch: true };

  it("shows one pane at a time, nothing wider than the window", async () => {
    const visit = await visits.visit(options);
    const { page } = visit;
    for (const platform of PLATFORMS) {
      await page
        .getByRole("button", { name: platform === "slack" ? "Slack" : "Discord", exact: true })
        .last()
        .click();
      await visit.types(platform, "/ovh services");
      await visit.types(platform, "/ovh terminate vps-1a2b3c4d.vps.ovh.net");
      await visit.reads(platform, "What is lost for good");
      expect(await visiblePanes(visit)).toEqual([platform]);
      expect(await overflow(visit)).toBe(0);
      expect(await violations(visit)).toEqual([]);
    }
    await page.locator(".pane-bar").getByRole("button", { name: "Guide" }).click();
    expect(await visiblePanes(visit)).toEqual(["side"]);
    for (const tab of TABS) {
      await visit.tab(tab);
      expect([String(tab), await overflow(visit)]).toEqual([String(tab), 0]);
    }
  });

  const visiblePanes = ({ page }: Visit): Promise<readonly (string | null)[]> =>
    page
      .locator(".pane")
      .evaluateAll((all) =>
        all.filter((one) => one.getClientRects().length > 0).map((one) => one.getAttribute("data-name")),
      );

  /** By how much the page is wider than its window. */
  const overflow = ({ page }: Visit): Promise<number> =>
    page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
});

describe.each(PLATFORMS)("the keyboard alone, on %s", (platform) => {
  it("lists, asks, and presses", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await boxOf(visit.pane(platform)).focus();
    await page.keyboard.type("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await page.keyboard.press("Enter");
    await visit.reads(platform, "What is lost for good");
    const button = visit.pane(platform).getByRole("button", { name: "Terminate vps-1a2b3c4d.vps.ovh.net" });
    for (let presses = 0; presses < 60 && !(await isFocused(button)); presses++)
      await page.keyboard.press("Shift+Tab");
    expect(await isFocused(button)).toBe(true);
    await page.keyboard.press("Enter");
    await visit.reads(platform, /ends at expiry/);
  });

  const isFocused = (one: ReturnType<Visit["pane"]>): Promise<boolean> =>
    one.evaluate((element) => element.ownerDocument.activeElement === element);
});
