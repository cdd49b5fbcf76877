import type { Desk } from "../desk.ts";
import type { Confirmation } from "../domain/change.ts";
import { speak } from "../i18n/speak.ts";
import { outcomeCard } from "../views/outcome-card.ts";
import { readBack } from "./finish.ts";
import { showEnd } from "./look-up.ts";
import { LAG } from "./recently.ts";
import { showOnCard } from "./show.ts";

/** How many entries of the history are looked through. */
const NEWEST = 20;

/**
 * After a restart: a process can die after a decision and before its card says so, and leave buttons on it that lead
 * nowhere. The cards of what ended last are therefore shown once more; most of them say it already.
 */
export async function repairCards(desk: Desk): Promise<void> {
  for (const { id, subject } of await lastOnTheirCards(desk)) {
    await desk.turns.run(String(subject.id), async () => {
      // Again, since the chat goes on meanwhile.
      const confirmation = (await lastOnTheirCards(desk)).find((one) => one.id === id);
      if (confirmation) await repair(confirmation, desk);
    });
  }
}

/** What ended last on each card: the step of the token stands on the card of the request before it. */
async function lastOnTheirCards(desk: Desk): Promise<readonly Confirmation[]> {
  const { confirmations, audit } = desk.store;
  const { entries } = await audit.page({}, 1, NEWEST);
  const since = (entries[0]?.at ?? 0) - LAG;
  const ids = new Set(entries.filter(({ at }) => at >= since).map(({ confirmation }) => confirmation ?? ""));
  const running = await confirmations.unfinished();
  const seen = new Set(running.map(({ message }) => message?.id));
  const last: Confirmation[] = [];
  for (const id of ids) {
    const found = await confirmations.get(id);
    if (!found?.message || found.state.kind === "open" || seen.has(found.message.id)) continue;
    seen.add(found.message.id);
    last.push(found);
  }
  return last;
}

async function repair(confirmation: Confirmation, desk: Desk): Promise<void> {
  if (confirmation.state.kind === "finished") {
    // Most of these cards are right already: no person waits, and none may have to wait for them.
    return showEnd(confirmation, await readBack(confirmation, desk, "background"), desk);
  }
  const card = outcomeCard({ confirmation, after: null, finish: null }, speak(confirmation.locale));
  await showOnCard(confirmation, card, desk);
}
