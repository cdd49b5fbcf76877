import type { Desk } from "../desk.ts";
import type { Confirmation } from "../domain/change.ts";
import { fingerprint } from "../domain/fingerprint.ts";
import type { Service } from "../domain/service.ts";
import { open, TOKEN_LIFE } from "./ask.ts";
import { factsFor } from "./kind.ts";

/**
 * The confirmation that waits for the e-mailed token: after the e-mail was asked for (or may have been), and again
 * after a token was refused or had no effect, as long as the first one would have lived. Null where no token is due,
 * or nothing is known of the service. Asked for twice, it is the same one.
 */
export async function nextToken(
  ended: Confirmation,
  service: Service | null,
  desk: Desk,
): Promise<Confirmation | null> {
  if (!service || !tokenIsDue(ended)) return null;
  const waiting = await waitingSince(ended, desk);
  if (waiting) return waiting;
  const now = desk.clock.now();
  const change = { kind: "finish-deletion" } as const;
  const facts = await factsFor(change, service, desk.provider, { urgency: "person" });
  const next: Confirmation = {
    ...ended,
    id: desk.newId(),
    change,
    fingerprint: fingerprint(service, facts),
    openedAt: now,
    expiresAt: ended.change.kind === "finish-deletion" ? ended.expiresAt : now + TOKEN_LIFE,
    state: { kind: "open" },
  };
  await open(next, desk);
  return next;
}

async function waitingSince({ state, subject }: Confirmation, desk: Desk): Promise<Confirmation | null> {
  if (state.kind !== "finished") return null;
  const waiting = await desk.store.confirmations.waiting();
  const fits = ({ change, subject: { id }, openedAt }: Confirmation): boolean =>
    change.kind === "finish-deletion" && id === subject.id && openedAt >= state.finishedAt;
  return waiting.find(fits) ?? null;
}

function tokenIsDue({ change, state, expiresAt }: Confirmation): boolean {
  if (state.kind !== "finished") return false;
  const { outcome, finishedAt } = state;
  switch (change.kind) {
    case "request-deletion":
      return outcome.kind === "done" || outcome.kind === "unknown";
    case "finish-deletion":
      return isUnused(outcome.kind) && finishedAt < expiresAt;
    case "terminate":
    case "keep":
    case "set-renewal":
      return false;
  }
}

const isUnused = (outcome: string): boolean => ["refused", "not-sent", "not-done"].includes(outcome);
