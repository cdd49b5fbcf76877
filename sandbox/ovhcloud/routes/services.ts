import type { Route } from "../../routes.ts";
import type { AccountService } from "../account.ts";
import { editService } from "../edit-service.ts";
import { presenceOf } from "../lifecycle.ts";
import { sortBy } from "../list.ts";
import { productOf } from "../products.ts";
import { badRequest } from "../refusal.ts";
import { toUrl, toWireService } from "../wire-service.ts";
import {
  type Answer,
  type ApiRequest,
  type Endpoint,
  get,
  listOf,
  present,
  VOID,
  value,
  type World,
} from "../world.ts";

export function servicesRoutes(world: World): readonly Route<Endpoint>[] {
  const seen = (request: ApiRequest): AccountService => {
    const id = readId(request);
    return present(world.ledger.seen(id), id, world.clock.now());
  };
  return [
    get("/services", "account:apiovh:services/get", createServiceList(world)),
    get("/services/{id}", "account:apiovh:services/get", (request) => value(toWireService(seen(request)))),
    {
      method: "PUT",
      path: "/services/{id}",
      handle: { action: "account:apiovh:services/edit", run: (request) => edit(world, request) },
    },
    get("/services/{id}/options", "account:apiovh:services/options/get", (request) =>
      value(optionsOf(world, seen(request)).map(toWireService)),
    ),
    get(
      "/services/{id}/renewPeriodCapacities",
      "account:apiovh:services/renewPeriodCapacities/get",
      (request) => value(productOf(seen(request).product).periods.map((months) => `P${months}M`)),
    ),
  ];
}

/** The number in the route of one service. */
export function readId({ params }: ApiRequest): number {
  const id = Number(params.get("id"));
  if (!Number.isSafeInteger(id)) throw badRequest("Invalid serviceId");
  return id;
}

/** Choice: without `orderBy` the order is the account's own, which is none; callers must not rely on it. */
function createServiceList(world: World): Endpoint["run"] {
  const whole = new WeakMap<readonly AccountService[], Answer>();
  return ({ query, header }) => {
    const paged = header("x-pagination-mode") !== undefined;
    const listed = world.listed(!paged || header("pragma") === "no-cache");
    if (query.size > 0) return answerOf(selectServices(world, listed, query));
    const answer = whole.get(listed) ?? answerOf(selectServices(world, listed, query));
    whole.set(listed, answer);
    return answer;
  };
}

const answerOf = (services: readonly AccountService[]): Answer =>
  listOf(services, ({ id }) => id, toWireService);

function selectServices(
  { clock }: World,
  listed: readonly AccountService[],
  query: URLSearchParams,
): readonly AccountService[] {
  const now = clock.now();
  const services = listed.filter((one) => presenceOf(one, now) === "present" && isAskedFor(one, query));
  const path = query.get("orderBy");
  if (!path) return services;
  const keyed = services.map((service) => ({ service, wire: toWireService(service) }));
  const descending = isDescending(query.get("sort"));
  return sortBy(keyed, { path: `wire.${path}`, descending }).map(({ service }) => service);
}

/** Choice: the schema names no values for `sort`. */
function isDescending(sort: string | null): boolean {
  if (sort === null || /^asc$/i.test(sort)) return false;
  if (/^desc$/i.test(sort)) return true;
  throw badRequest("sort is asc or desc");
}

/** Choice: a route matches when it is the template, or its beginning without the variables, or the very address. */
function isAskedFor(service: AccountService, query: URLSearchParams): boolean {
  const name = query.get("resourceName");
  if (name !== null && service.name !== name) return false;
  const routes = query.get("routes");
  if (routes === null) return true;
  const { path } = productOf(service.product);
  const beginning = path.replace(/(\/\{[^}]+\})+$/, "");
  return routes.split(",").some((route) => [path, beginning, toUrl(service)].includes(route));
}

function edit(world: World, request: ApiRequest): Answer {
  const id = readId(request);
  const now = world.clock.now();
  const service = present(world.ledger.find(id), id, now);
  const edited = editService(service, request.body, now, world.account().nichandle);
  if (edited !== service) world.ledger.write(edited, world.lagMs());
  return VOID;
}

const optionsOf = ({ ledger, clock }: World, service: AccountService): readonly AccountService[] =>
  ledger.seenAll().filter((one) => one.parentId === service.id && presenceOf(one, clock.now()) === "present");
