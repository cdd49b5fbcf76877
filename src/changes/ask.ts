import type { Call } from "../call.ts";
import type { Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import { refOf } from "../domain/actor.ts";
import type { Change, Confirmation } from "../domain/change.ts";
import { fingerprint } from "../domain/fingerprint.ts";
import { DAY, type Instant, MINUTE } from "../domain/instant.ts";
import type { LossFacts } from "../domain/loss.ts";
import type { Service } from "../domain/service.ts";
import { UserError } from "../problem.ts";
import { confirmationCard } from "../views/confirmation-card.ts";
import { record } from "./audit.ts";
import { actionOf, factsFor, whyNotNow } from "./kind.ts";
import { scheduleLapse } from "./lapse.ts";
import { subjectOf } from "./subject.ts";

/** A Discord interaction token lives fifteen minutes: the card can still be answered and edited within ten. */
const CONFIRMATION_LIFE = 10 * MINUTE;
/** OVHcloud's token: 72 hours (stated for Private Cloud, assumed for web hosting). */
export const TOKEN_LIFE = 3 * DAY;

/**
 * Asks for a change: reads the service live, refuses with the reason where it cannot be done, else opens a
 * confirmation and shows in the channel what is lost.
 */
export async function ask(change: Change, service: Service, call: Call, desk: Desk): Promise<Reply> {
  const why = whyNotNow(change, service, call.now);
  if (why) throw new UserError({ kind: "unavailable", action: actionOf(change), service, whyNot: why });
  const facts = await factsFor(change, service, desk.provider, { urgency: "person" });
  const confirmation = newConfirmation(change, service, facts, call, desk);
  await open(confirmation, desk);
  return {
    card: confirmationCard({ confirmation, service, facts, links: desk.provider.links }, call.say),
    audience: "channel",
    replaces: false,
    track: confirmation.id,
  };
}

export function newConfirmation(
  change: Change,
  service: Service,
  facts: LossFacts,
  { actor, locale, place }: Pick<Call, "actor" | "locale" | "place">,
  desk: Desk,
): Confirmation {
  const openedAt = desk.clock.now();
  return {
    id: desk.newId(),
    change,
    subject: subjectOf(service),
    fingerprint: fingerprint(service, facts),
    requester: refOf(actor),
    locale,
    place,
    openedAt,
    expiresAt: openedAt + lifeOf(change),
    message: null,
    state: { kind: "open" },
  };
}

function lifeOf(change: Change): Instant {
  return change.kind === "finish-deletion" ? TOKEN_LIFE : CONFIRMATION_LIFE;
}

export async function open(confirmation: Confirmation, desk: Desk): Promise<void> {
  await desk.store.confirmations.open(confirmation);
  scheduleLapse(confirmation, desk);
  await record({ kind: "asked" }, confirmation, confirmation.requester, desk);
}
