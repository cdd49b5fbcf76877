import { createHash } from "node:crypto";

export interface Signed {
  readonly applicationSecret: string;
  readonly consumerKey: string;
  readonly method: string;
  /** Scheme, host, path and query exactly as sent. */
  readonly url: string;
  readonly body: string | Buffer;
  /** Unix seconds, as sent. */
  readonly timestamp: string;
}

/** What `X-Ovh-Signature` has to be (guide "first steps with the API"). */
export function expectedSignature({
  applicationSecret,
  consumerKey,
  method,
  url,
  body,
  timestamp,
}: Signed): string {
  const hash = createHash("sha1");
  hash.update(`${applicationSecret}+${consumerKey}+${method}+${url}+`);
  hash.update(body);
  hash.update(`+${timestamp}`);
  return `$1$${hash.digest("hex")}`;
}
