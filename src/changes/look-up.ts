import type { Desk } from "../desk.ts";
import type { Confirmation, Outcome } from "../domain/change.ts";
import { MINUTE, SECOND } from "../domain/instant.ts";
import { speak } from "../i18n/speak.ts";
import { outcomeCard } from "../views/outcome-card.ts";
import { type After, endedReply, finish, readBack, seenIn } from "./finish.ts";
import { LAG } from "./recently.ts";
import { showOnCard } from "./show.ts";

/**
 * When a lost answer is looked up. OVHcloud shows a change late: until {@link LAG} has passed, a service that
 * looks unchanged proves nothing.
 */
const LOOKS: readonly number[] = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE, LAG];
/** How long the last look is repeated when OVHcloud cannot be read at all. */
const LAST_GAP = LAG;

/** Reads the service again, later and later, until it is known whether the change took effect; then says so. */
export function lookUpLater(confirmation: Confirmation, desk: Desk, settledAt = desk.clock.now()): void {
  schedule(confirmation, 0, settledAt, desk);
}

/** After a restart: what was decided and never finished is looked up, at once. Nothing is sent again. */
export async function resume(desk: Desk): Promise<void> {
  for (const confirmation of await desk.store.confirmations.unfinished()) {
    const settledAt = confirmation.state.kind === "settled" ? confirmation.state.at : desk.clock.now();
    const card = outcomeCard({ confirmation, after: null, finish: null }, speak(confirmation.locale));
    await showOnCard(confirmation, card, desk);
    await look(confirmation, 0, settledAt, desk);
  }
}

function schedule(confirmation: Confirmation, step: number, settledAt: number, desk: Desk): void {
  const due = LOOKS[step];
  const at = due === undefined ? desk.clock.now() + LAST_GAP : Math.max(settledAt + due, desk.clock.now());
  desk.clock.at(at, () => {
    look(confirmation, step, settledAt, desk).catch((error: unknown) => {
      desk.log.error("a lost answer could not be looked up", { confirmation: confirmation.id, error });
      schedule(confirmation, step + 1, settledAt, desk);
    });
  });
}

async function look(confirmation: Confirmation, step: number, settledAt: number, desk: Desk): Promise<void> {
  await desk.turns.run(String(confirmation.subject.id), async () => {
    const after = await readBack(confirmation, desk);
    const outcome = conclude(confirmation, after, desk.clock.now() - settledAt);
    if (!outcome) return schedule(confirmation, step + 1, settledAt, desk);
    const finished = await finish(confirmation, outcome, after, desk);
    const reply = await endedReply(finished, after, speak(confirmation.locale), desk);
    await showOnCard(confirmation, reply.card, desk);
  });
}

function conclude({ change }: Confirmation, after: After, waited: number): Outcome | null {
  const seen = seenIn(after, change);
  if (seen === true) return { kind: "done", shown: true };
  if (change.kind === "request-deletion") return { kind: "unknown" };
  if (after === "gone") return { kind: "unknown" };
  return seen === false && waited >= LAG ? { kind: "not-done" } : null;
}
