import type { Card } from "../card/card.ts";
import type { Desk } from "../desk.ts";
import type { Confirmation } from "../domain/change.ts";

/**
 * Shows on a confirmation's own message how it ended. The message may be gone, or its channel closed to the bot:
 * the decision stands all the same, so that is logged and not an error.
 */
export async function showOnCard(confirmation: Confirmation, card: Card, desk: Desk): Promise<void> {
  try {
    const latest = (await desk.store.confirmations.get(confirmation.id)) ?? confirmation;
    if (latest.message) await desk.post.edit(latest.message, card);
  } catch (error) {
    desk.log.warn("a card could not be edited", { confirmation: confirmation.id, error });
  }
}
