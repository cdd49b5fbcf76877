import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian's package `chromium` puts it, and others. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser that is left alone asks the network for things that no test needs. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  const { CHROMIUM_PATH = "" } = process.env;
  const executablePath = [CHROMIUM_PATH, ...PLACES].find((path) => path !== "" && existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      "no Chromium was found: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH",
    );
  return chromium.launch({ executablePath, args: QUIET });
}
