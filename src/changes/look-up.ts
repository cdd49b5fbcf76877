import type { Desk } from "../desk.ts";
import type { Confirmation, Outcome } from "../domain/change.ts";
import { type Instant, MINUTE, SECOND } from "../domain/instant.ts";
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
export function lookUpLater(confirmation: Confirmation, desk: Desk): void {
  schedule(confirmation, 0, desk);
}

/** After a restart: what was decided and never finished is looked up, at once. Nothing is sent again. */
export async function resume(unfinished: readonly Confirmation[], desk: Desk): Promise<void> {
  for (const confirmation of unfinished) {
    const card = outcomeCard({ confirmation, after: null, finish: null }, speak(confirmation.locale));
    await showOnCard(confirmation, card, desk);
    lookAt(desk.clock.now(), confirmation, 0, desk);
  }
}

function schedule(confirmation: Confirmation, step: number, desk: Desk): void {
  const due = LOOKS[step];
  const now = desk.clock.now();
  const at = due === undefined ? now + LAST_GAP : Math.max(settledAt(confirmation, desk) + due, now);
  lookAt(at, confirmation, step, desk);
}

function lookAt(when: Instant, confirmation: Confirmation, step: number, desk: Desk): void {
  desk.clock.at(when, () => {
    desk.turns
      .run(String(confirmation.subject.id), () => look(confirmation, step, desk))
      .catch((error: unknown) => {
        desk.log.error("a lost answer could not be looked up", { confirmation: confirmation.id, error });
        schedule(confirmation, step + 1, desk);
      });
  });
}

/** The outcome can be known already, where only what comes after it failed. */
async function look(known: Confirmation, step: number, desk: Desk): Promise<void> {
  const confirmation = (await desk.store.confirmations.get(known.id)) ?? known;
  const after = await readBack(confirmation, desk);
  const finished = await finishedNow(confirmation, after, desk);
  if (!finished) return schedule(confirmation, step + 1, desk);
  await showEnd(finished, after, desk);
  // A reply that is still on its way to the chat has no place yet where its end could be shown.
  const isPlaced = (await desk.store.confirmations.get(known.id))?.message != null;
  if (!isPlaced && step < LOOKS.length) schedule(finished, step + 1, desk);
}

async function finishedNow(
  confirmation: Confirmation,
  after: After,
  desk: Desk,
): Promise<Confirmation | null> {
  if (confirmation.state.kind === "finished") return confirmation;
  const outcome = conclude(confirmation, after, desk.clock.now() - settledAt(confirmation, desk));
  return outcome && finish(confirmation, outcome, after, desk);
}

/** Shows on a confirmation's own message how it ended, with the next step where there is one. */
export async function showEnd(finished: Confirmation, after: After, desk: Desk): Promise<void> {
  const reply = await endedReply(finished, after, null, speak(finished.locale), desk);
  await showOnCard(finished, reply.card, desk);
  const { message } = (await desk.store.confirmations.get(finished.id)) ?? finished;
  if (reply.track && message) await desk.store.confirmations.attach(reply.track, message);
}

function conclude({ change }: Confirmation, after: After, waited: number): Outcome | null {
  const seen = seenIn(after, change);
  if (seen === true) return { kind: "done", shown: true };
  if (after === null) return null;
  if (after === "gone" || change.kind === "request-deletion") return { kind: "unknown" };
  return seen === false && waited >= LAG ? { kind: "not-done" } : null;
}

const settledAt = ({ state }: Confirmation, { clock }: Desk): Instant =>
  state.kind === "open" ? clock.now() : state.at;
