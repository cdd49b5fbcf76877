import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PLATFORMS, useVisits, type Visit } from "./visit.ts";

const visits = useVisits();
const HOSTING = "29162449";
const NAME = "boulangerie-lumiere.fr";

describe.each(PLATFORMS)("forms, on %s", (platform) => {
  const dialog = (visit: Visit): Locator => visit.pane(platform).getByRole("dialog");
  const name = (visit: Visit): Locator => dialog(visit).getByRole("textbox");
  const send = (visit: Visit): Promise<void> =>
    dialog(visit)
      .getByRole("button", { name: platform === "slack" ? /Ask for the e-mail|Delete for good/ : "Submit" })
      .click();

  it("say what is wrong, keep what was typed, and send nothing to OVHcloud until it is right", async () => {
    const visit = await visits.visit();
    const { page } = visit;
    await visit.types(platform, `/ovh delete ${HOSTING}`);
    await visit.presses(platform, /Delete .* now…/);
    await name(visit).fill("boulangerie");
    await dialog(visit).getByRole("checkbox").check();
    await send(visit);
    await expect
      .poll(() => visit.pane(platform).textContent())
      .toContain("What was typed is not the name. Nothing was changed.");
    await visit.tab("OVHcloud");
    expect(await page.locator("[data-writes=true]").count()).toBe(0);

    // Slack says it in the form; Discord cannot, and offers the form again.
    if (platform === "discord") await visit.presses(platform, /Continue|Delete .* now…/);
    await name(visit).fill(NAME);
    const box = dialog(visit).getByRole("checkbox");
    if (!(await box.isChecked())) await box.check();
    await send(visit);
    await visit.tab(/Mailbox/);
    await page.locator("[data-mail]").waitFor();
    await page.getByRole("button", { name: "Copy the link" }).click();

    await visit.presses(platform, /Enter the token/);
    await name(visit).focus();
    await page.keyboard.press("Control+V");
    await send(visit);
    await visit.reads(platform, /is deleted/);
    await visit.tab("OVHcloud");
    await page.getByRole("searchbox").fill(HOSTING);
    await page.locator(`[data-service="${HOSTING}"][data-lifecycle=terminated]`).waitFor();
    // The newest first.
    expect(await page.locator("[data-writes=true] code b").allTextContents()).toEqual(["POST", "POST"]);
  });

  it("close by Escape, and nothing is changed", async () => {
    const visit = await visits.visit();
    await visit.types(platform, `/ovh delete ${HOSTING}`);
    await visit.presses(platform, /Delete .* now…/);
    await name(visit).fill(NAME);
    await visit.page.keyboard.press("Escape");
    await expect.poll(() => dialog(visit).count()).toBe(0);
    await visit.tab("OVHcloud");
    expect(await visit.page.locator("[data-writes=true]").count()).toBe(0);
  });
});
