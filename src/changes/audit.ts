import type { Desk } from "../desk.ts";
import { type ActorRef, refOf } from "../domain/actor.ts";
import type { AuditEntry, AuditEvent } from "../domain/audit.ts";
import type { Confirmation } from "../domain/change.ts";

/** Writes down one step of a confirmation's life. */
export function record(
  event: AuditEvent,
  { id, change, subject, place }: Confirmation,
  actor: ActorRef | null,
  desk: Desk,
): Promise<void> {
  return writeDown(
    {
      at: desk.clock.now(),
      actor: actor && refOf(actor),
      place,
      event,
      change,
      service: { id: subject.id, name: subject.name },
      confirmation: id,
    },
    desk,
  );
}

/**
 * Never rejects. What an entry tells has happened and is durable elsewhere, so that nothing that follows may hang on it:
 * a line that cannot be kept stands whole in the log.
 */
export async function writeDown(
  entry: AuditEntry,
  { store, log }: Pick<Desk, "store" | "log">,
): Promise<void> {
  try {
    await store.audit.append(entry);
  } catch (error) {
    log.error("an entry of the history could not be kept", { entry, error });
  }
}
