import { isDeepStrictEqual } from "node:util";
import type { Desk } from "../desk.ts";
import type { Change, Confirmation } from "../domain/change.ts";
import { MINUTE } from "../domain/instant.ts";
import type { Service } from "../domain/service.ts";
import { shows } from "./kind.ts";

/** OVHcloud's own clients poll for up to ten minutes until a change shows (Terraform provider, services.go). */
export const LAG = 10 * MINUTE;

/**
 * The same change, carried out so recently that OVHcloud may just not show it yet: it is not sent a second time.
 * One that OVHcloud did show, and shows no longer, was taken back meanwhile and may be asked for again.
 */
export async function recentlyDone(
  change: Change,
  service: Service,
  desk: Desk,
): Promise<Confirmation | null> {
  if (shows(change, service) !== false) return null;
  const last = await desk.store.confirmations.lastDone(service.id);
  if (last?.state.kind !== "finished" || last.state.outcome.kind !== "done" || last.state.outcome.shown)
    return null;
  const fresh = desk.clock.now() - last.state.finishedAt < LAG;
  return fresh && isDeepStrictEqual(last.change, change) ? last : null;
}

/** The same change of the same service, called for and not yet known to be done or not: it is not sent a second time. */
export async function underWay(
  change: Change,
  { id }: Service,
  { store }: Pick<Desk, "store">,
): Promise<Confirmation | null> {
  const unfinished = await store.confirmations.unfinished();
  return unfinished.find((one) => one.subject.id === id && isDeepStrictEqual(one.change, change)) ?? null;
}
