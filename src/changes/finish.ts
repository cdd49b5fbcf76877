import type { Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import type { Confirmation, Outcome } from "../domain/change.ts";
import type { Service } from "../domain/service.ts";
import { ProviderError } from "../errors.ts";
import type { Speak } from "../i18n/speak.ts";
import type { Read } from "../ports.ts";
import { outcomeCard } from "../views/outcome-card.ts";
import { record } from "./audit.ts";
import { goneMeansDone, shows } from "./kind.ts";
import { nextToken } from "./next-token.ts";
import { readLive } from "./read-live.ts";

/** What the service looks like now: `gone` where OVHcloud no longer has it, null where it could not be read. */
export type After = Service | "gone" | null;

export async function readBack(
  { subject }: Confirmation,
  desk: Desk,
  urgency: Read["urgency"] = "person",
): Promise<After> {
  try {
    return await readLive(subject, desk, urgency);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return error.facts.kind === "gone" ? "gone" : null;
  }
}

/** Whether the change shows; null where that cannot be told. */
export function seenIn(after: After, change: Confirmation["change"]): boolean | null {
  if (after === null) return null;
  return after === "gone" ? goneMeansDone(change) : shows(change, after);
}

/** Writes the outcome down, once. */
export async function finish(
  confirmation: Confirmation,
  outcome: Outcome,
  after: After,
  desk: Desk,
): Promise<Confirmation> {
  const finished = await desk.store.confirmations.finish(confirmation.id, outcome, desk.clock.now());
  const by = finished.state.kind === "finished" ? finished.state.by : null;
  await record({ kind: "finished", outcome }, finished, by, desk);
  if (after === "gone") desk.log.info("a service is gone", { service: confirmation.subject.id });
  return finished;
}

/** How it ended. `known` is the service as it was read before the call, for when it cannot be read now. */
export async function endedReply(
  finished: Confirmation,
  after: After,
  known: Service | null,
  say: Speak,
  desk: Desk,
): Promise<Reply> {
  const next = after === "gone" ? null : await nextToken(finished, after ?? known, desk);
  const shown = after === "gone" || seenIn(after, finished.change) === false ? null : after;
  const card = outcomeCard({ confirmation: finished, after: shown, finish: next }, say);
  return { card, audience: "channel", replaces: true, ...(next ? { track: next.id } : {}) };
}
