import { z } from "zod";

/** What goes between the playground and the bot in its own process, besides signals, logs and the exit code. */

const instant = z.number();

/** To the bot. Each is answered with `heard` of the same number, but for the first, which says what time it is. */
export const orderSchema = z.discriminatedUnion("kind", [
  /** It is `now`, and time flows on from here; what is due by then wakes. */
  z.strictObject({ kind: z.literal("moved"), number: z.int(), now: instant }),
  /** Answered when nothing is being written or read that ends by itself. */
  z.strictObject({ kind: z.literal("settle"), number: z.int() }),
]);
export type Order = z.output<typeof orderSchema>;

/** From the bot. */
export const reportSchema = z.discriminatedUnion("kind", [
  /** It waits for its first `moved`. */
  z.strictObject({ kind: z.literal("here") }),
  z.strictObject({ kind: z.literal("ready") }),
  z.strictObject({
    kind: z.literal("heard"),
    number: z.int(),
    /** When something of it wakes next. */
    next: instant.nullable(),
    /** When a reminder may become due. */
    reminder: instant.nullable(),
    /** How often something was being written when it was asked to settle. */
    work: z.int(),
  }),
]);
export type Report = z.output<typeof reportSchema>;
