import type { Call } from "../call.ts";
import type { Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import type { ActorRef } from "../domain/actor.ts";
import type { Confirmation, Decision } from "../domain/change.ts";
import { fingerprint } from "../domain/fingerprint.ts";
import type { Service } from "../domain/service.ts";
import { ProviderError } from "../errors.ts";
import { UserError } from "../problem.ts";
import { busyCard, outcomeCard, recentlyCard } from "../views/outcome-card.ts";
import { whyWords } from "../views/why.ts";
import { record } from "./audit.ts";
import { carryOut } from "./carry-out.ts";
import { factsFor, whyNotNow } from "./kind.ts";
import { readLive } from "./read-live.ts";
import { recentlyDone, underWay } from "./recently.ts";

/**
 * A press on the dangerous button. Everything is looked at again: is it known, not answered, still fresh, and are the
 * facts the ones that were shown? Then it is settled, durably and once, before the one call to OVHcloud.
 * The door has checked that this person may. One service's changes wait for one another.
 */
export async function confirm(id: string, token: string | null, call: Call, desk: Desk): Promise<Reply> {
  const known = await desk.store.confirmations.get(id);
  if (!known) throw new UserError({ kind: "too-old" });
  return desk.turns.run(String(known.subject.id), () => decide(id, token, call, desk));
}

async function decide(id: string, token: string | null, call: Call, desk: Desk): Promise<Reply> {
  const confirmation = await desk.store.confirmations.get(id);
  if (!confirmation) throw new UserError({ kind: "too-old" });
  if (confirmation.state.kind !== "open") return answeredAlready(confirmation, call);
  if (desk.clock.now() >= confirmation.expiresAt) return settleWithout("expired", confirmation, call, desk);
  const service = await readNow(confirmation, desk);
  if (!service) return settleWithout("facts-changed", confirmation, call, desk);
  const recent = await recentlyDone(confirmation.change, service, desk);
  if (recent) return sayRecently(confirmation, recent, call, desk);
  const busy = await underWay(confirmation.change, service, desk);
  if (busy) return { card: busyCard(busy, call.say), audience: "requester", replaces: false };
  const why = await whyChanged(confirmation, service, desk);
  if (why)
    return settleWithout("facts-changed", confirmation, call, desk, why.kind === "reason" ? why : undefined);
  if (desk.clock.now() >= confirmation.expiresAt) return settleWithout("expired", confirmation, call, desk);
  const settlement = await desk.store.confirmations.settle(id, "confirmed", call.actor, desk.clock.now());
  if (!settlement.won) return answeredAlready(settlement.confirmation ?? confirmation, call);
  await record({ kind: "decided", decision: "confirmed" }, settlement.confirmation, call.actor, desk);
  return carryOut(settlement.confirmation, service, token, call, desk);
}

/** The service as OVHcloud has it now; null when it is gone. Any other failure leaves the confirmation open. */
async function readNow({ subject }: Confirmation, desk: Desk): Promise<Service | null> {
  try {
    return await readLive(subject, desk);
  } catch (error) {
    if (error instanceof ProviderError && error.facts.kind === "gone") return null;
    throw error;
  }
}

type Changed =
  | { readonly kind: "facts" }
  | { readonly kind: "reason"; readonly whyNot: NonNullable<ReturnType<typeof whyNotNow>> };

async function whyChanged(confirmation: Confirmation, service: Service, desk: Desk): Promise<Changed | null> {
  const { change } = confirmation;
  const whyNot = whyNotNow(change, service, desk.clock.now());
  if (whyNot) return { kind: "reason", whyNot };
  const facts = await factsFor(change, service, desk.provider, { urgency: "person" });
  return fingerprint(service, facts) === confirmation.fingerprint ? null : { kind: "facts" };
}

async function settleWithout(
  decision: "expired" | "facts-changed",
  confirmation: Confirmation,
  call: Call,
  desk: Desk,
  changed?: Extract<Changed, { kind: "reason" }>,
): Promise<Reply> {
  const by = decision === "expired" ? null : call.actor;
  const settlement = await desk.store.confirmations.settle(confirmation.id, decision, by, desk.clock.now());
  if (!settlement.won) return answeredAlready(settlement.confirmation ?? confirmation, call);
  const why = changed ? whyWords(changed.whyNot, call.say, desk.provider.links) : null;
  return ended(decision, settlement.confirmation, by, why, call, desk);
}

async function ended(
  decision: Decision,
  confirmation: Confirmation,
  by: ActorRef | null,
  why: ReturnType<typeof whyWords> | null,
  call: Call,
  desk: Desk,
): Promise<Reply> {
  await record({ kind: "decided", decision }, confirmation, by, desk);
  const card = outcomeCard({ confirmation, after: null, finish: null, ...(why ? { why } : {}) }, call.say);
  return { card, audience: "channel", replaces: true };
}

/** A press on "change nothing". It waits for nothing, so that it comes before whatever is still being looked at. */
export async function cancel(id: string, call: Call, desk: Desk): Promise<Reply> {
  const known = await desk.store.confirmations.get(id);
  if (!known) throw new UserError({ kind: "too-old" });
  const settlement = await desk.store.confirmations.settle(id, "cancelled", call.actor, desk.clock.now());
  if (settlement.won) return ended("cancelled", settlement.confirmation, call.actor, null, call, desk);
  // Too late: the call that is being made ends first, so that its outcome can be said.
  return desk.turns.run(String(known.subject.id), async () =>
    answeredAlready((await desk.store.confirmations.get(id)) ?? known, call),
  );
}

async function sayRecently(mine: Confirmation, recent: Confirmation, call: Call, desk: Desk): Promise<Reply> {
  const settlement = await desk.store.confirmations.settle(
    mine.id,
    "facts-changed",
    call.actor,
    desk.clock.now(),
  );
  if (!settlement.won) return answeredAlready(settlement.confirmation ?? mine, call);
  await record({ kind: "decided", decision: "facts-changed" }, mine, call.actor, desk);
  return { card: recentlyCard(recent, call.say), audience: "channel", replaces: true };
}

/** The card in the channel tells more than can be told again here, so it is left as it stands. */
function answeredAlready(confirmation: Confirmation, call: Call): Reply {
  return {
    card: outcomeCard({ confirmation, after: null, finish: null }, call.say),
    audience: "requester",
    replaces: false,
  };
}
