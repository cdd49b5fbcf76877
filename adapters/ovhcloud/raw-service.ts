import { z } from "zod";

/** What only decorates is worth losing for a service that can be read; a wrong date or id is not. */
const decoration = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);

const text = z.string();

/**
 * `services.expanded.Service` (schema of eu.api.ovh.com/1.0, /services), as far as the bot reads it. Enums are
 * plain text here: the API may grow, and each reader says what it makes of a value that it does not know.
 */
export const rawServiceSchema = z.object({
  serviceId: z.int().positive(),
  parentServiceId: z.int().positive().nullish(),
  route: z.object({ path: text.nullish() }).nullish(),
  resource: z.object({
    name: text.min(1),
    displayName: decoration(text),
    state: text.nullish(),
    product: decoration(z.object({ name: text.nullish(), description: text.nullish() })),
  }),
  customer: decoration(
    z.object({ contacts: z.array(z.object({ customerCode: text.nullish(), type: text.nullish() })) }),
  ),
  billing: z.object({
    nextBillingDate: text.nullish(),
    expirationDate: text.nullish(),
    plan: decoration(z.object({ code: text.nullish() })),
    pricing: decoration(
      z.object({
        duration: text.nullish(),
        price: z.object({
          currencyCode: text,
          priceInUcents: z.int().nullish(),
          value: z.number().nullish(),
        }),
      }),
    ),
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
