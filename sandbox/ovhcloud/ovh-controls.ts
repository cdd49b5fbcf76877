import { z } from "zod";
import type { SandboxClock } from "../clock.ts";
import { act, type Control, look } from "../controls.ts";
import { faultOrderSchema } from "../faults.ts";
import type { OvhSandbox } from "./sandbox.ts";

const nothing = z.strictObject({});
const ms = z.strictObject({ ms: z.number().nonnegative() });

/** What somebody may change in the console, as far as another process needs it. */
const patchSchema = z.strictObject({
  displayName: z.string().exactOptional(),
  expiresAt: z.number().nullable().exactOptional(),
  lifecycle: z
    .enum(["active", "error", "inCreation", "rupture", "terminated", "toRenew", "unpaid", "unrenewed"])
    .exactOptional(),
  renewal: z.enum(["automatic", "forced", "manual", "one-shot", "none"]).exactOptional(),
  termination: z.enum(["terminateAtExpirationDate", "terminateAtEngagementDate"]).nullable().exactOptional(),
});

/** The sandbox's methods for another process. */
export function ovhControls(
  sandbox: Omit<OvhSandbox, "controlUrl" | "bytes" | "close">,
  clock: SandboxClock,
): Readonly<Record<string, Control>> {
  return {
    clock: look(nothing, () => ({ now: clock.now() })),
    advance: act(ms, (input) => clock.advance(input.ms)),
    mailbox: look(nothing, sandbox.mailbox),
    calls: look(nothing, sandbox.calls),
    services: look(nothing, sandbox.services),
    service: look(z.strictObject({ id: z.coerce.number() }), ({ id }) => sandbox.service(id)),
    faults: look(nothing, sandbox.faults.pending),
    "add-fault": act(faultOrderSchema, sandbox.faults.add),
    "clear-faults": act(nothing, sandbox.faults.clear),
    "clear-calls": act(nothing, sandbox.clearCalls),
    "set-lag": act(ms, (input) => sandbox.setLag(input.ms)),
    "set-list-age": act(ms, (input) => sandbox.setListAge(input.ms)),
    "set-list-mode": act(z.strictObject({ mode: z.enum(["objects", "ids", "mixed"]) }), ({ mode }) =>
      sandbox.setListMode(mode),
    ),
    "revoke-tokens": act(nothing, sandbox.revokeTokens),
    change: act(z.strictObject({ id: z.number(), patch: patchSchema }), ({ id, patch }) =>
      sandbox.change(id, patch),
    ),
  };
}
