import type { Desk } from "../desk.ts";
import type { Confirmation } from "../domain/change.ts";
import { fingerprint } from "../domain/fingerprint.ts";
import type { Service } from "../domain/service.ts";
import { ProviderError } from "../errors.ts";
import { open, TOKEN_LIFE } from "./ask.ts";
import { factsFor } from "./kind.ts";

/**
 * The confirmation that waits for the e-mailed token: after the e-mail was asked for (or may have been), and again
 * after a token was refused, as long as the first one would have lived. Null where no token is due.
 */
export async function nextToken(ended: Confirmation, desk: Desk): Promise<Confirmation | null> {
  if (!tokenIsDue(ended)) return null;
  const service = await readAgain(ended, desk);
  if (!service) return null;
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

function tokenIsDue({ change, state, expiresAt }: Confirmation): boolean {
  if (state.kind !== "finished") return false;
  const { outcome, finishedAt } = state;
  switch (change.kind) {
    case "request-deletion":
      return outcome.kind === "done" || outcome.kind === "unknown";
    case "finish-deletion":
      return (outcome.kind === "refused" || outcome.kind === "not-sent") && finishedAt < expiresAt;
    case "terminate":
    case "keep":
    case "set-renewal":
      return false;
  }
}

async function readAgain({ subject }: Confirmation, desk: Desk): Promise<Service | null> {
  try {
    return await desk.provider.getService(subject.id, { urgency: "person" });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    desk.log.warn("the step of the token could not be offered", { service: subject.id, error });
    return null;
  }
}
