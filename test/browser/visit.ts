import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { StoryKey } from "../../sandbox/playground/stories/story.ts";
import { launchChromium } from "./chromium.ts";
import { type Program, startProgram } from "./program.ts";

export type PlatformName = "slack" | "discord";
export const PLATFORMS: readonly PlatformName[] = ["slack", "discord"];

/** A visitor at the page. */
export interface Visit {
  readonly page: Page;
  /** The pane of a client. */
  pane(platform: PlatformName): Locator;
  /** Types a line into a client's message box and sends it. */
  types(platform: PlatformName, line: string): Promise<void>;
  /** Presses the newest button of a client that has these words. */
  presses(platform: PlatformName, words: string | RegExp): Promise<void>;
  /** Waits until a message of a client says this. */
  reads(platform: PlatformName, words: string | RegExp): Promise<void>;
  /** Sees with the eyes of this person. */
  becomes(who: string): Promise<void>;
  tab(name: string | RegExp): Promise<void>;
  opensStory(story: StoryKey, platform: PlatformName): Promise<void>;
}

export interface Visits {
  readonly program: () => Program;
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

const PATIENCE_MS = 10_000;

/** Each visit finds a fresh account. */
async function startOver(address: string): Promise<void> {
  const answer = await fetch(`${address}act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ who: "alice", act: { kind: "start-over", account: "example" } }),
  });
  expect(await answer.json()).toEqual({ kind: "done" });
}

/** One program and one browser for a file of tests; each visit has a context of its own, and may not complain. */
export function useVisits(): Visits {
  let program: Program;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), launchChromium()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  return {
    program: () => program,
    async visit(options = {}) {
      await startOver(program.address);
      const context = await browser.newContext({
        viewport: { width: 1600, height: 1000 },
        locale: "en-GB",
        permissions: ["clipboard-read", "clipboard-write"],
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("request", (request) => {
        if (!/^http:\/\/127\.0\.0\.1:\d+\//.test(request.url()))
          complaints.push(`asked for ${request.url()}`);
      });
      await page.goto(program.address);
      await page.locator("[data-pane=slack]").waitFor({ state: "attached" });
      return visitOf(page);
    },
  };
}

/** The message box of a pane. */
export const boxOf = (pane: Locator): Locator =>
  pane.locator("input[data-composer], textarea[data-composer]");

function visitOf(page: Page): Visit {
  const pane = (platform: PlatformName): Locator => page.locator(`[data-pane=${platform}]`);
  return {
    page,
    pane,
    async types(platform, line) {
      const box = boxOf(pane(platform));
      await box.fill("");
      await box.focus();
      await page.keyboard.insertText(line);
      // Discord turns a command into fields; the focus goes to them.
      if (platform === "discord" && line.startsWith("/"))
        await pane(platform).locator("form[aria-label^='/']").waitFor();
      await page.keyboard.press("Enter");
    },
    async presses(platform, words) {
      await pane(platform).locator("[data-message]").getByRole("button", { name: words }).last().click();
    },
    async reads(platform, words) {
      await pane(platform).locator("[data-message]").filter({ hasText: words }).last().waitFor();
    },
    async becomes(who) {
      await page.locator(`input[name=persona][value=${who}]`).check({ force: true });
      await page.locator(`.page[data-who=${who}]`).waitFor();
    },
    async tab(name) {
      await page.getByRole("tab", { name }).click();
    },
    async opensStory(story, platform) {
      await page.locator(`[data-act=story-${story}-${platform}]`).click();
      await page.locator(`[data-story-open=${story}]`).waitFor();
    },
  };
}
