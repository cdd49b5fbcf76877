import { z } from "zod";
import { LOCALES } from "../../src/card/card.ts";
import { PLATFORMS } from "../../src/domain/actor.ts";
import type { RecordedEntry } from "../../src/domain/audit.ts";
import type { Confirmation } from "../../src/domain/change.ts";
import type { Follow } from "../../src/domain/follow.ts";
import { FAMILIES, serviceId } from "../../src/domain/service.ts";
import type { ReminderRecord } from "../../src/ports.ts";

/**
 * What stands in the files. Objects are strict: a field that this version does not know would be lost with the
 * next write, so the file is refused.
 */

const instant = z.number();
const id = z.int().transform(serviceId);
const ref = z.strictObject({ platform: z.enum(PLATFORMS), id: z.string() });
const message = z.strictObject({ channel: ref, id: z.string() });

const change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("terminate") }),
  z.strictObject({ kind: z.literal("keep") }),
  z.strictObject({
    kind: z.literal("set-renewal"),
    mode: z.enum(["automatic", "manual"]),
    periodMonths: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal("request-deletion") }),
  z.strictObject({ kind: z.literal("finish-deletion") }),
]);

const decision = z.enum(["confirmed", "cancelled", "expired", "facts-changed"]);

const outcome = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("done"), shown: z.boolean() }),
  z.strictObject({ kind: z.literal("refused"), message: z.string(), queryId: z.string().nullable() }),
  z.strictObject({ kind: z.literal("not-sent") }),
  z.strictObject({ kind: z.literal("not-done") }),
  z.strictObject({ kind: z.literal("unknown") }),
]);

const state = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open") }),
  z.strictObject({ kind: z.literal("settled"), decision, by: ref.nullable(), at: instant }),
  z.strictObject({
    kind: z.literal("finished"),
    by: ref.nullable(),
    at: instant,
    finishedAt: instant,
    outcome,
  }),
]);

export const confirmationRecord = z.strictObject({
  id: z.string(),
  change,
  subject: z.strictObject({
    id,
    name: z.string(),
    displayName: z.string(),
    family: z.enum(FAMILIES),
    product: z.string().nullable(),
    endsAt: instant.nullable(),
  }),
  fingerprint: z.string(),
  requester: ref,
  locale: z.enum(LOCALES),
  place: ref,
  openedAt: instant,
  expiresAt: instant,
  message: message.nullable(),
  state,
}) satisfies z.ZodType<Confirmation>;

export const reminderRecord = z.strictObject({
  key: z.string(),
  claimedAt: instant,
  until: instant,
  message: message.nullable(),
}) satisfies z.ZodType<ReminderRecord>;

export const followRecord = z.strictObject({
  id: z.string(),
  channel: ref,
  query: z.string(),
  thresholds: z.array(z.number()),
  locale: z.enum(LOCALES),
  by: ref,
  since: instant,
}) satisfies z.ZodType<Follow>;

const event = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("asked") }),
  z.strictObject({ kind: z.literal("decided"), decision }),
  z.strictObject({ kind: z.literal("finished"), outcome }),
  z.strictObject({ kind: z.literal("followed"), query: z.string() }),
  z.strictObject({ kind: z.literal("unfollowed"), query: z.string() }),
]);

export const auditRecord = z.strictObject({
  number: z.int().positive(),
  at: instant,
  actor: ref.nullable(),
  place: ref,
  event,
  change: change.nullable(),
  service: z.strictObject({ id, name: z.string() }).nullable(),
  confirmation: z.string().nullable(),
}) satisfies z.ZodType<RecordedEntry>;
