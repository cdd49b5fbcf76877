import { z } from "zod";

const text = z.string();

/**
 * `services.expanded.Service` (schema of eu.api.ovh.com/1.0, /services), as far as the bot reads it. Enums are
 * plain text here: the API may grow, and each reader says what it makes of a value that it does not know. What only
 * decorates a service is not looked at here but by decoration.ts; ids, dates and what decides are.
 */
export const rawServiceSchema = z.object({
  serviceId: z.int().positive(),
  parentServiceId: z.int().positive().nullish(),
  route: z.object({ path: text.nullish() }).nullish(),
  resource: z.object({
    name: text.min(1),
    displayName: z.unknown().optional(),
    state: text.nullish(),
    product: z.unknown().optional(),
  }),
  customer: z.unknown().optional(),
  billing: z.object({
    nextBillingDate: text.nullish(),
    expirationDate: text.nullish(),
    plan: z.unknown().optional(),
    pricing: z.unknown().optional(),
    lifecycle: z
      .object({
        current: z.object({
          state: text,
          pendingActions: z.array(text).nullish(),
          terminationDate: text.nullish(),
        }),
        capacities: z.object({ actions: z.array(text).nullish() }).nullish(),
      })
      .nullish(),
    renew: z
      .object({
        current: z.object({ mode: text.nullish(), period: z.union([text, z.number()]).nullish() }).nullish(),
        capacities: z.object({ mode: z.array(text).nullish() }).nullish(),
      })
      .nullish(),
    engagement: z.object({ endDate: text.nullish() }).nullish(),
  }),
});
export type RawService = z.output<typeof rawServiceSchema>;

/**
 * `services.Service`, what `…/serviceInfos` answers (ovhcloud-cli's webhosting.json). A service without an end has
 * only the contacts, the id and the status ("NonExpiringService").
 */
export const rawServiceInfosSchema = z.object({
  serviceId: z.int().positive(),
  status: text.nullish(),
  renewalType: text.nullish(),
  canDeleteAtExpiration: z.boolean().nullish(),
  engagedUpTo: text.nullish(),
  expiration: text.nullish(),
  possibleRenewPeriod: z.array(z.int()).nullish(),
  renew: z
    .object({
      automatic: z.boolean().nullish(),
      deleteAtExpiration: z.boolean().nullish(),
      forced: z.boolean().nullish(),
      manualPayment: z.boolean().nullish(),
      period: z.number().nullish(),
    })
    .nullish(),
});
export type RawServiceInfos = z.output<typeof rawServiceInfosSchema>;

/** One service as the two APIs tell it; `infos` is null where it could not or need not be read. */
export interface RawPair {
  readonly service: RawService;
  readonly infos: RawServiceInfos | null;
}

/** Told of a value that the bot does not know; `what` names the field. */
export type Unknown = (what: string, value: string) => void;
