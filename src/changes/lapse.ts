import type { Desk } from "../desk.ts";
import type { Confirmation } from "../domain/change.ts";
import { MINUTE } from "../domain/instant.ts";
import { speak } from "../i18n/speak.ts";
import { outcomeCard } from "../views/outcome-card.ts";
import { record } from "./audit.ts";
import { showOnCard } from "./show.ts";

/** Wakes when a confirmation's life ends, so that its card says so and its buttons go. */
export function scheduleLapse(confirmation: Confirmation, desk: Desk, at = confirmation.expiresAt): void {
  desk.clock.at(at, () => {
    desk.turns
      .run(`lapse of ${confirmation.id}`, () => lapse(confirmation.id, desk))
      .catch((error: unknown) => {
        desk.log.error("a confirmation could not be ended", { confirmation: confirmation.id, error });
        scheduleLapse(confirmation, desk, desk.clock.now() + MINUTE);
      });
  });
}

async function lapse(id: string, desk: Desk): Promise<void> {
  const settlement = await desk.store.confirmations.settle(id, "expired", null, desk.clock.now());
  if (!settlement.won) return;
  const { confirmation } = settlement;
  await record({ kind: "decided", decision: "expired" }, confirmation, null, desk);
  await showOnCard(
    confirmation,
    outcomeCard({ confirmation, after: null, finish: null }, speak(confirmation.locale)),
    desk,
  );
}
