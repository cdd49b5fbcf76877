import type { Instant } from "../../src/domain/instant.ts";
import type { Finding } from "./judge/finding.ts";

/** One thing that went over a wire, its secrets masked. */
export type Traffic =
  | {
      readonly kind: "request";
      readonly at: Instant;
      readonly method: string;
      readonly path: string;
      /** Whether the bot's token came along, whatever it was. */
      readonly authorised: boolean;
      readonly body: unknown;
      /** Null when no answer was sent. */
      readonly status: number | null;
      /** What Discord would refuse; empty when the request was answered on its merits. */
      readonly findings: readonly Finding[];
      /** What Discord's own document has against the stand-in's answer: should be empty always. */
      readonly answerFindings: readonly Finding[];
      /** The fault that struck, if one did. */
      readonly fault: string | null;
    }
  | {
      readonly kind: "gateway";
      readonly at: Instant;
      readonly from: "bot" | "discord";
      readonly op: number;
      readonly event: string | null;
    }
  | { readonly kind: "gateway-closed"; readonly at: Instant; readonly code: number };

const MASK = "***";

/** The tokens of interactions stand in the path, and let whoever holds them speak as the bot. */
export const maskPath = (path: string): string =>
  path.replace(/^(\/(?:interactions|webhooks)\/[^/]+\/)[^/]+/, `$1${MASK}`);
