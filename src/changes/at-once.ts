import type { Call } from "../call.ts";
import type { Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import type { Change } from "../domain/change.ts";
import type { Service } from "../domain/service.ts";
import { UserError } from "../problem.ts";
import { busyCard, recentlyCard } from "../views/outcome-card.ts";
import { newConfirmation } from "./ask.ts";
import { record } from "./audit.ts";
import { carryOut } from "./carry-out.ts";
import { actionOf, factsFor, whyNotNow } from "./kind.ts";
import { scheduleLapse } from "./lapse.ts";
import { readLive } from "./read-live.ts";
import { recentlyDone, underWay } from "./recently.ts";

/**
 * A harmless change, from one press: read live, written down as decided, called once. It waits for its turn with
 * the other changes of the same service, so a second press finds it done.
 */
export function actAtOnce(change: Change, known: Service, call: Call, desk: Desk): Promise<Reply> {
  return desk.turns.run(String(known.id), async () => {
    const service = await readLive(known, desk);
    const recent = await recentlyDone(change, service, desk);
    if (recent) return { card: recentlyCard(recent, call.say), audience: "requester", replaces: false };
    const busy = await underWay(change, service, desk);
    if (busy) return { card: busyCard(busy, call.say), audience: "requester", replaces: false };
    const why = whyNotNow(change, service, desk.clock.now());
    if (why) throw new UserError({ kind: "unavailable", action: actionOf(change), service, whyNot: why });
    const facts = await factsFor(change, service, desk.provider, { urgency: "person" });
    const confirmation = newConfirmation(change, service, facts, call, desk);
    await desk.store.confirmations.open(confirmation);
    scheduleLapse(confirmation, desk);
    const settlement = await desk.store.confirmations.settle(
      confirmation.id,
      "confirmed",
      call.actor,
      desk.clock.now(),
    );
    if (!settlement.won) throw new UserError({ kind: "too-old" });
    await record({ kind: "decided", decision: "confirmed" }, confirmation, call.actor, desk);
    const reply = await carryOut(settlement.confirmation, service, null, call, desk);
    return { ...reply, replaces: false, track: reply.track ?? confirmation.id };
  });
}
