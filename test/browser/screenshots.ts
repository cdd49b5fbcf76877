import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, it } from "vitest";
import { PLATFORMS, type PlatformName, useVisits, type Visit } from "./visit.ts";

/** Makes the README's pictures. Emoji need a font that has them (Debian: fonts-noto-color-emoji). */

const FOLDER = "docs/pictures";
const visits = useVisits();

beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
});

/** What is terminated where: a server in Slack, a domain in Discord. */
const SERVICE: Readonly<Record<PlatformName, string>> = { slack: "27330410", discord: "29162447" };

const onBoth = async (does: (platform: PlatformName) => Promise<void>): Promise<void> => {
  for (const platform of PLATFORMS) await does(platform);
};

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  const options = { colorScheme, viewport: { width: 1880, height: 1000 } };

  /** The two clients, without what stands around them. */
  async function picture({ page }: Visit, name: string): Promise<void> {
    const boxes = await Promise.all(
      PLATFORMS.map((platform) => page.locator(`.pane[data-name=${platform}]`).boundingBox()),
    );
    const [slack, discord] = boxes;
    if (!slack || !discord) throw new Error("a pane is not on the page");
    await page.mouse.move(0, 0);
    const clip = { ...slack, width: discord.x + discord.width - slack.x };
    await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`), clip });
  }

  it("the five cards", async () => {
    const visit = await visits.visit(options);
    await onBoth((platform) => visit.types(platform, "/ovh services"));
    await onBoth((platform) => visit.reads(platform, /46 services/));
    await picture(visit, "list");

    await onBoth((platform) => visit.types(platform, "/ovh service 29162449"));
    await onBoth((platform) => visit.reads(platform, /29162449/));
    await picture(visit, "service");

    await onBoth((platform) => visit.types(platform, `/ovh terminate ${SERVICE[platform]}`));
    await onBoth((platform) => visit.reads(platform, "What is lost for good"));
    await picture(visit, "confirmation");

    await onBoth((platform) => visit.presses(platform, /^Terminate/));
    await onBoth((platform) => visit.reads(platform, "ends at expiry"));
    await picture(visit, "outcome");

    await onBoth((platform) => visit.types(platform, "/ovh follow days:2 filter:velo-cargo.fr"));
    await onBoth((platform) => visit.reads(platform, /follows/));
    await visit.tab("Clock");
    await visit.page.locator("[data-act=clock-next-reminder]").click();
    await onBoth((platform) => visit.reads(platform, "velo-cargo.fr expires in 2 days"));
    await picture(visit, "reminder");
  });

  it("the page", async () => {
    const visit = await visits.visit({ ...options, viewport: { width: 1600, height: 940 } });
    await visit.opensStory("think-again", "slack");
    await visit.types("discord", "/ovh upcoming");
    await visit.reads("discord", /velo-cargo/);
    await visit.page.locator("[data-act=play-step]").click();
    await visit.reads("slack", "What is lost for good");
    await visit.page.locator("[data-step=done]").waitFor();
    await visit.page.mouse.move(0, 0);
    await visit.page.screenshot({ path: join(FOLDER, `playground-${colorScheme}.png`) });
  });
});
