import type { Invocation } from "./chat.ts";
import type { Instant } from "./domain/instant.ts";
import type { Speak } from "./i18n/speak.ts";

/** An invocation, with the instant it is answered at and the reader's language. */
export interface Call extends Invocation {
  readonly now: Instant;
  readonly say: Speak;
}
