import { z } from "zod";
import type { JsonObject } from "../../json.ts";
import { readView } from "../drafts.ts";
import { stateOf } from "../elements.ts";
import type { View } from "../modals.ts";
import { Refusal } from "../refusal.ts";
import { viewOnWire } from "../wire.ts";
import type { Workspace } from "../workspace.ts";
import { type Methods, method } from "./method.ts";

const view = { view: z.unknown().optional() };
const hash = { hash: z.string().optional() };

export function viewMethods({ modals, triggers, directory, world }: Workspace): Methods {
  const answer = (shown: View): JsonObject => ({ view: viewOnWire(shown, world, stateOf(shown)) });
  const exchange = (trigger: string): string => triggers.exchange(trigger);

  return {
    "views.open": method({}, z.object({ trigger_id: z.string(), ...view }), ({ trigger_id, view: raw }) => {
      const draft = readView(raw, "modal");
      return answer(modals.open(exchange(trigger_id), draft));
    }),
    "views.push": method({}, z.object({ trigger_id: z.string(), ...view }), ({ trigger_id, view: raw }) => {
      const draft = readView(raw, "modal");
      return answer(modals.push(exchange(trigger_id), draft));
    }),
    "views.update": method(
      {},
      z.object({ view_id: z.string().optional(), external_id: z.string().optional(), ...hash, ...view }),
      ({ view_id, external_id, hash: seen, view: raw }) => {
        const found = modals.find(view_id ?? external_id ?? "");
        if (!found) throw new Refusal("not_found");
        return answer(modals.update(found, readView(raw, found.type), seen));
      },
    ),
    "views.publish": method(
      {},
      z.object({ user_id: z.string(), ...hash, ...view }),
      ({ user_id, hash: seen, view: raw }) =>
        answer(modals.publish(directory.user(user_id).id, readView(raw, "home"), seen)),
    ),
  };
}
