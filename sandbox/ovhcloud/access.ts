import { matchesWildcard } from "../faults.ts";

/** One line of what a credential may do; `*` matches further parts of a path too, as OVHcloud's does. */
export interface AccessRule {
  readonly method: "DELETE" | "GET" | "PATCH" | "POST" | "PUT";
  readonly path: string;
}

/**
 * What the bot needs, and nothing beside it: `GET /domain/*` would also read the code with which a domain is
 * transferred away. README.md shows these rules ready to paste.
 */
export const LEAST_PRIVILEGE: readonly AccessRule[] = [
  { method: "GET", path: "/me" },
  { method: "GET", path: "/services" },
  { method: "GET", path: "/services/*" },
  { method: "PUT", path: "/services/*" },
  { method: "GET", path: "/hosting/web/*" },
  { method: "POST", path: "/hosting/web/*/terminate" },
  { method: "POST", path: "/hosting/web/*/confirmTermination" },
  { method: "GET", path: "/domain/*/serviceInfos" },
  { method: "GET", path: "/domain/zone/*/record" },
  { method: "GET", path: "/email/domain/*/account" },
  { method: "GET", path: "/email/domain/*/serviceInfos" },
  { method: "GET", path: "/hosting/privateDatabase/*/serviceInfos" },
  { method: "GET", path: "/vps/*/serviceInfos" },
  { method: "GET", path: "/dedicated/server/*/serviceInfos" },
  { method: "GET", path: "/vrack/*/serviceInfos" },
];

/**
 * Rights that could end a service without the e-mail, or read the e-mail. Choice: this sandbox never grants them,
 * whatever the rules say, so that a client which relies on them fails here first.
 */
const NEVER_GRANTED: readonly AccessRule[] = [
  { method: "DELETE", path: "/services/*" },
  { method: "POST", path: "/services/*/terminate/skipRetentionPeriod" },
  { method: "GET", path: "/me/notification/*" },
];

const covers = (rules: readonly AccessRule[], method: string, path: string): boolean =>
  rules.some((rule) => rule.method === method && matchesWildcard(rule.path, path));

export const isGranted = (rules: readonly AccessRule[], method: string, path: string): boolean =>
  covers(rules, method, path) && !covers(NEVER_GRANTED, method, path);
