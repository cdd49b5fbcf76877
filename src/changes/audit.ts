import type { Desk } from "../desk.ts";
import type { ActorRef } from "../domain/actor.ts";
import type { AuditEvent } from "../domain/audit.ts";
import type { Confirmation } from "../domain/change.ts";

/** Writes down one step of a confirmation's life. */
export async function record(
  event: AuditEvent,
  { id, change, subject, place }: Confirmation,
  actor: ActorRef | null,
  { store, clock }: Desk,
): Promise<void> {
  await store.audit.append({
    at: clock.now(),
    actor: actor && { platform: actor.platform, id: actor.id },
    place,
    event,
    change,
    service: { id: subject.id, name: subject.name },
    confirmation: id,
  });
}
