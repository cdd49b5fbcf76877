import { FatalError } from "../../src/errors.ts";
import type { ConsoleLinks } from "../../src/ports.ts";

/** Where one of OVHcloud's platforms answers. Keys work only on the platform they were made on. */
export interface Endpoint {
  /** Without a slash at the end. */
  readonly base: string;
  readonly tokenUrl: string;
  readonly links: ConsoleLinks;
}

/** Addresses as in OVHcloud's own SDKs (go-ovh); the consoles as in its manager's source, per region. */
const PLATFORMS: ReadonlyMap<string, Endpoint> = new Map([
  [
    "ovh-eu",
    {
      base: "https://eu.api.ovh.com/1.0",
      tokenUrl: "https://www.ovh.com/auth/oauth2/token",
      links: linksOf("https://www.ovh.com/manager"),
    },
  ],
  [
    "ovh-ca",
    {
      base: "https://ca.api.ovh.com/1.0",
      tokenUrl: "https://ca.ovh.com/auth/oauth2/token",
      links: linksOf("https://ca.ovh.com/manager"),
    },
  ],
  [
    "ovh-us",
    {
      base: "https://api.us.ovhcloud.com/1.0",
      tokenUrl: "https://us.ovhcloud.com/auth/oauth2/token",
      links: linksOf("https://us.ovhcloud.com/manager"),
    },
  ],
]);

function linksOf(manager: string): ConsoleLinks {
  return {
    services: `${manager}/#/billing/autorenew/services`,
    bills: `${manager}/#/billing/history`,
    telecom: `${manager}/#/telecom`,
    // Exchange and Microsoft 365 stand under Web Cloud; the page of each has no address of its own.
    microsoft: `${manager}/#/web`,
  };
}

/**
 * `ovh-eu`, `ovh-ca`, `ovh-us`, or the address of a stand-in on this machine. Anything else is a FatalError:
 * keys must not travel to a host that somebody typed wrong.
 */
export function resolveEndpoint(name: string): Endpoint {
  const platform = PLATFORMS.get(name);
  if (platform) return platform;
  if (isLoopback(name)) {
    return {
      base: name.replace(/\/+$/, ""),
      tokenUrl: new URL("/auth/oauth2/token", name).href,
      links: linksOf("https://www.ovh.com/manager"),
    };
  }
  throw new FatalError(
    `OVH_ENDPOINT is "${name}"; it takes ${[...PLATFORMS.keys()].join(", ")} or a loopback address such as http://127.0.0.1:8080/1.0`,
  );
}

function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const plain = username === "" && search === "" && hash === "";
  return plain && protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
