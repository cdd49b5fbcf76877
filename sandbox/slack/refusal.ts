import type { JsonObject } from "../json.ts";

/** The platform says no: answered as `{ok: false, error}` with HTTP 200. */
export class Refusal extends Error {
  readonly error: string;
  /** Further keys of the answer. */
  readonly more: JsonObject;

  constructor(error: string, more: JsonObject = {}) {
    super(`Slack refuses: ${error}`);
    this.error = error;
    this.more = more;
  }
}
