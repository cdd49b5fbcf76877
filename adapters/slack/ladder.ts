import type { Card } from "../../src/card/card.ts";
import type { Log } from "../../src/ports.ts";
import { refusesBlocks } from "./failure.ts";
import { reasonOf } from "./logger.ts";
import { hasTable, renderMessage, type SlackMessage } from "./render/message.ts";
import { TABLE_SHAPES } from "./render/table.ts";

/** Shows a card with the best table that this workspace takes, and remembers which that is. */
export interface Ladder {
  send<T>(card: Card, deliver: (message: SlackMessage) => Promise<T>): Promise<T>;
}

export function createLadder(log: Log): Ladder {
  let best = 0;

  async function attempt<T>(
    card: Card,
    deliver: (message: SlackMessage) => Promise<T>,
    step: number,
  ): Promise<T> {
    const shape = TABLE_SHAPES[step] ?? "list";
    try {
      const result = await deliver(renderMessage(card, shape));
      if (hasTable(card)) best = Math.max(best, step);
      return result;
    } catch (error) {
      // A refusal is a certain answer: nothing was posted, so that another attempt posts nothing twice.
      if (!refusesBlocks(error) || !hasTable(card) || step + 1 >= TABLE_SHAPES.length) throw error;
      log.warn("slack.table-refused", { shape, reason: reasonOf(error) });
      return attempt(card, deliver, step + 1);
    }
  }

  return { send: (card, deliver) => attempt(card, deliver, best) };
}
