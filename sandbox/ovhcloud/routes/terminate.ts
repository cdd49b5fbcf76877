import { z } from "zod";
import type { Route } from "../../routes.ts";
import type { AccountService } from "../account.ts";
import { end } from "../lifecycle.ts";
import { type ProductKey, productOf, variablesOf } from "../products.ts";
import { badRequest, conflict, expired, notGranted } from "../refusal.ts";
import type { RouteFamily } from "../terminations.ts";
import {
  type Answer,
  type ApiRequest,
  type Endpoint,
  post,
  present,
  trueNamed,
  value,
  type World,
} from "../world.ts";
import { readId } from "./services.ts";

const genericConfirmation = z.strictObject({ token: z.string() });

/** `services.confirmTermination`. */
const ownConfirmation = z.strictObject({
  token: z.string(),
  commentary: z.string().optional(),
  commentaryFutureUse: z.string().optional(),
  commentaryReason: z.string().optional(),
  futureUse: z
    .enum([
      "NOT_REPLACING_SERVICE",
      "OTHER",
      "SUBSCRIBE_AN_OTHER_SERVICE",
      "SUBSCRIBE_OTHER_KIND_OF_SERVICE_WITH_COMPETITOR",
      "SUBSCRIBE_SIMILAR_SERVICE_WITH_COMPETITOR",
    ])
    .optional(),
  reason: z
    .enum([
      "FEATURES_DONT_SUIT_ME",
      "LACK_OF_PERFORMANCES",
      "MIGRATED_TO_ANOTHER_OVH_PRODUCT",
      "MIGRATED_TO_COMPETITOR",
      "NOT_ENOUGH_RECOGNITION",
      "NOT_NEEDED_ANYMORE",
      "NOT_RELIABLE",
      "NO_ANSWER",
      "OTHER",
      "PRODUCT_DIMENSION_DONT_SUIT_ME",
      "PRODUCT_TOOLS_DONT_SUIT_ME",
      "TOO_EXPENSIVE",
      "TOO_HARD_TO_USE",
      "UNSATIFIED_BY_CUSTOMER_SUPPORT",
    ])
    .optional(),
});

/** Choice: the wording of these two answers is not known. */
const REQUESTED = "Your request has been recorded. An email with the steps to confirm it has been sent.";
const CONFIRMED = "The service will be terminated.";

/** The products that have such routes of their own, and their names in IAM. */
const OWN_ROUTES: readonly { readonly product: ProductKey; readonly iam: string }[] = [
  { product: "hosting", iam: "webHosting" },
  { product: "privateDatabase", iam: "webCloudDatabases" },
  { product: "vps", iam: "vps" },
  { product: "zone", iam: "dnsZone" },
];

/** Immediate termination, by `/services/{id}` and by the products' own routes. */
export function terminateRoutes(world: World): readonly Route<Endpoint>[] {
  return [
    ...genericRoutes(world),
    ...OWN_ROUTES.flatMap(({ product, iam }) => ownRoutes(world, product, iam)),
  ];
}

function genericRoutes(world: World): readonly Route<Endpoint>[] {
  const of = (request: ApiRequest): AccountService => {
    const id = readId(request);
    return present(world.ledger.find(id), id, world.clock.now());
  };
  return [
    post("/services/{id}/terminate", "account:apiovh:services/terminate", (request) => {
      requestTermination(world, of(request), "generic");
      return value({ message: REQUESTED });
    }),
    post("/services/{id}/terminate/confirm", "account:apiovh:services/terminate/confirm", (request) => {
      confirmTermination(world, of(request), "generic", readToken(genericConfirmation, request));
      return value({ message: CONFIRMED });
    }),
    ...neverServed("DELETE", "/services/{id}", "account:apiovh:services/terminateWithoutConfirmation"),
    ...neverServed(
      "POST",
      "/services/{id}/terminate/skipRetentionPeriod",
      "account:apiovh:services/terminate/skipRetentionPeriod",
    ),
  ];
}

/** Routes that exist at OVHcloud and that no credential of the sandbox may use: only their 403 is ever answered. */
export function neverServed(method: string, path: string, action: string): readonly Route<Endpoint>[] {
  const run = (): Answer => {
    throw new Error(`${method} ${path} must never be granted`);
  };
  return [{ method, path, handle: { action, run } }];
}

function ownRoutes(world: World, product: ProductKey, iam: string): readonly Route<Endpoint>[] {
  const { path } = productOf(product);
  const [variable = ""] = variablesOf(path);
  const of = ({ params }: ApiRequest): AccountService => trueNamed(world, product, params.get(variable));
  return [
    post(`${path}/terminate`, `${iam}:apiovh:terminate`, (request) => {
      requestTermination(world, of(request), "own");
      return value(REQUESTED);
    }),
    post(`${path}/confirmTermination`, `${iam}:apiovh:confirmTermination`, (request) => {
      confirmTermination(world, of(request), "own", readToken(ownConfirmation, request));
      return value(CONFIRMED);
    }),
  ];
}

function readToken(schema: z.ZodType<{ token: string }>, { body }: ApiRequest): string {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  return parsed.data.token;
}

function requestTermination(world: World, service: AccountService, family: RouteFamily): void {
  refuseEnded(service);
  if (service.contacts.administrator !== world.account().nichandle) throw notGranted("terminate");
  if (productOf(service.product).immediate === "none")
    throw badRequest("This service cannot be terminated immediately");
  // Choice: a debt is settled first.
  if (service.lifecycle === "unpaid") throw conflict("A bill of this service is unpaid");
  world.terminations.request(service, family);
}

function confirmTermination(world: World, service: AccountService, family: RouteFamily, token: string): void {
  // Choice: what is gone already answers 460, whatever the token; Terraform takes it for success.
  refuseEnded(service);
  world.terminations.redeem(service, family, token);
  world.ledger.write(end(service, world.clock.now()), world.lagMs());
}

function refuseEnded(service: AccountService): void {
  if (service.lifecycle === "unrenewed" || service.lifecycle === "terminated") throw expired(service.name);
}
