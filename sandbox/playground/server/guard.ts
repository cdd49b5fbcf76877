import type { HttpRequest } from "../../http.ts";

/**
 * Whether a request comes from this page, or from a program on this machine: a page of somebody else that the visitor
 * has open reaches the port neither by DNS rebinding (a foreign Host) nor by a cross-site request (a foreign Origin).
 */
export function isOurs({ headers }: Pick<HttpRequest, "headers">, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** On everything that is served: nothing from elsewhere is loaded, and nobody may frame the page. */
export const SAFE_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
} as const;
