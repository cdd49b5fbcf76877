import { createHash } from "node:crypto";

export interface SignedRequest {
  readonly method: string;
  /** With scheme, host, base path and query, exactly as sent. */
  readonly url: string;
  /** The bytes of the body as text; empty where there is none. */
  readonly body: string;
  /** Unix seconds, on OVHcloud's clock. */
  readonly timestamp: number;
}

/** The value of `X-Ovh-Signature` (first-steps guide; go-ovh, node-ovh and python-ovh compute the same). */
export function signRequest(
  { applicationSecret, consumerKey }: { readonly applicationSecret: string; readonly consumerKey: string },
  { method, url, body, timestamp }: SignedRequest,
): string {
  const text = [applicationSecret, consumerKey, method.toUpperCase(), url, body, timestamp].join("+");
  return `$1$${createHash("sha1").update(text, "utf8").digest("hex")}`;
}
