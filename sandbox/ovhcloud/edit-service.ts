import { z } from "zod";
import type { Instant } from "../../src/domain/instant.ts";
import type { AccountService, TerminationPolicy } from "./account.ts";
import { isPastCutOff } from "./lifecycle.ts";
import { productOf } from "./products.ts";
import { badRequest, conflict, expired, forbidden, notGranted } from "./refusal.ts";
import { actionsOf, modesOf } from "./wire-service.ts";

/** `services.update.Service`. Choice: a property that the schema does not have is refused. */
const editSchema = z.strictObject({
  displayName: z.string().nullish(),
  renew: z
    .strictObject({ mode: z.enum(["automatic", "manual"]).optional(), period: z.string().nullish() })
    .nullish(),
  terminationPolicy: z.enum(["empty", "terminateAtEngagementDate", "terminateAtExpirationDate"]).nullish(),
});

type RenewEdit = NonNullable<z.output<typeof editSchema>["renew"]>;

/** The service after `PUT /services/{id}`; throws a Refusal and changes nothing when any part is refused. */
export function editService(
  service: AccountService,
  body: unknown,
  now: Instant,
  caller: string,
): AccountService {
  const parsed = editSchema.safeParse(body);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  const { displayName, renew, terminationPolicy } = parsed.data;
  let edited = service;
  if (displayName !== undefined) edited = { ...edited, displayName: displayName ?? service.name };
  if (renew) edited = editRenewal(edited, renew, caller);
  if (terminationPolicy) edited = editTermination(edited, terminationPolicy, now, caller);
  return edited;
}

/** Choice: what has lapsed answers 460 to every change of its contract. */
function refuseLapsed(service: AccountService): void {
  if (service.lifecycle === "unrenewed" || service.lifecycle === "terminated") throw expired(service.name);
}

/** Choice: unpaid, erroneous or unfinished contracts answer 409 to every change. */
function refuseBlocked(service: AccountService): void {
  if (service.lifecycle !== "active" && service.lifecycle !== "toRenew")
    throw conflict(`The service is in state ${service.lifecycle}`);
}

/** Guide "managing contacts": cancelling needs the administrator, the renewal needs the billing contact. */
function refuseStranger(contact: string, caller: string): void {
  if (contact !== caller) throw notGranted("account:apiovh:services/edit");
}

function editRenewal(service: AccountService, renew: RenewEdit, caller: string): AccountService {
  refuseLapsed(service);
  refuseBlocked(service);
  refuseStranger(service.contacts.billing, caller);
  // Choice: the console hides the renewal of a service that is to end; here it is refused.
  if (service.termination) throw conflict("A termination is pending");
  const mode = renew.mode ?? (service.renewal === "manual" ? "manual" : "automatic");
  if (!modesOf(service).includes(mode)) throw badRequest(`The renewal mode cannot be ${mode}`);
  const months = renew.period ? readPeriod(renew.period) : service.months;
  const offered = productOf(service.product).periods;
  if (renew.period && !offered.includes(months)) throw badRequest(`The period cannot be ${renew.period}`);
  const renewal = mode === "automatic" && service.renewal === "forced" ? "forced" : mode;
  return { ...service, renewal, months };
}

/** Months of `P1M`, `P12M` or `P1Y`; NaN for anything else. */
function readPeriod(period: string): number {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(period);
  return match ? Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0) : Number.NaN;
}

function editTermination(
  service: AccountService,
  policy: "empty" | TerminationPolicy,
  now: Instant,
  caller: string,
): AccountService {
  if (policy === "empty") return keep(service, now, caller);
  refuseLapsed(service);
  refuseBlocked(service);
  refuseStranger(service.contacts.administrator, caller);
  // Choice: asking again for what is already pending changes nothing and is not refused.
  if (service.termination === policy) return service;
  if (!actionsOf(service).includes(policy)) throw badRequest(`${policy} is not possible for this service`);
  refuseLate(service, now);
  // Choice: the renewal mode stays automatic, as in OVH's mock of a cancelled service.
  return { ...service, termination: policy };
}

function keep(service: AccountService, now: Instant, caller: string): AccountService {
  refuseLapsed(service);
  refuseStranger(service.contacts.administrator, caller);
  // Choice: nothing pending, nothing to refuse.
  if (!service.termination) return service;
  refuseLate(service, now);
  return { ...service, termination: null };
}

/** Choice: the 24 hours are documented, the refusal is not. */
function refuseLate(service: AccountService, now: Instant): void {
  if (isPastCutOff(service, now)) throw forbidden("Too late: the service ends in less than 24 hours");
}
