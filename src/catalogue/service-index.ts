import { createGrouping, groupKeys } from "../domain/attached.ts";
import { endOf } from "../domain/end.ts";
import { fold } from "../domain/fold.ts";
import type { Instant } from "../domain/instant.ts";
import { dependsOnTheDay, matcher, searchText, startOfDay } from "../domain/matcher.ts";
import { EVERYTHING, formatQuery, type Query, type SortKey } from "../domain/query.ts";
import { FAMILIES, type Service, type ServiceState } from "../domain/service.ts";
import { type Breathe, SLICE, sortInSlices } from "./sort-in-slices.ts";

/** A list in order: service by service, each with the head that it hangs on. */
interface Ordered {
  readonly services: readonly Service[];
  readonly heads: readonly (Service | null)[];
}

/** The services of one moment, sorted in every order that a list can have. */
export interface ServiceIndex {
  /** What the query shows, whatever its page. Costs the number of services at the first asking, nothing afterwards. */
  find(query: Query, now: Instant, zone: string): Ordered;
}

/** How many answers are kept: as many as people page through at the same time. */
const KEPT = 8;

export async function indexServices(services: readonly Service[], breathe: Breathe): Promise<ServiceIndex> {
  const texts = await inSlices(services, searchText, breathe);
  const orders = await sortEveryWay(services, breathe);
  const keys = new Map<Service, string>();
  const keyOf = groupKeys(services);
  await inSlices(services, (service) => keys.set(service, keyOf(service)), breathe);
  const answers = new Map<string, Ordered>();

  /** Pauses between slices; who waits for the answer does not stop there. */
  function* work(query: Query, now: Instant, zone: string): Generator<undefined, Ordered> {
    const matches = matcher(query, { now, zone });
    const order = orders[query.sort.by];
    const found: Service[] = [];
    for (let step = 0; step < order.length; step++) {
      const position = order[query.sort.descending ? order.length - 1 - step : step] ?? 0;
      const service = services[position];
      if (service && matches(service, texts[position])) found.push(service);
      if (step % SLICE === SLICE - 1) yield;
    }
    if (!query.grouped) return { services: found, heads: found.map(() => null) };
    return yield* underHeads(found, (service) => keys.get(service) ?? "");
  }

  const keyFor = (query: Query, now: Instant, zone: string): string => {
    const day = dependsOnTheDay(query) ? startOfDay(now, zone) : "";
    return `${day} ${formatQuery({ ...query, page: 1 })}`;
  };

  const keep = (key: string, answer: Ordered): Ordered => {
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value ?? "");
    return answer;
  };

  // The list that most people ask for is answered before anybody asks.
  const first = work(EVERYTHING, 0, "UTC");
  let step = first.next();
  for (; !step.done; step = first.next()) await breathe();
  keep(keyFor(EVERYTHING, 0, "UTC"), step.value);

  return {
    find(query, now, zone) {
      const key = keyFor(query, now, zone);
      return keep(key, answers.get(key) ?? atOnce(work(query, now, zone)));
    },
  };
}

function atOnce<Value>(steps: Generator<undefined, Value>): Value {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function* underHeads(
  services: readonly Service[],
  keyOf: (service: Service) => string,
): Generator<undefined, Ordered> {
  const grouping = createGrouping(keyOf);
  let steps = 0;
  for (const service of services) {
    grouping.add(service);
    if (++steps % SLICE === 0) yield;
  }
  const flat: Service[] = [];
  const heads: (Service | null)[] = [];
  for (const { head, attached } of grouping.groups()) {
    flat.push(head);
    heads.push(null);
    for (const one of attached) {
      flat.push(one);
      heads.push(head);
    }
    if (++steps % SLICE === 0) yield;
  }
  return { services: flat, heads };
}

async function sortEveryWay(
  services: readonly Service[],
  breathe: Breathe,
): Promise<Readonly<Record<SortKey, Int32Array>>> {
  const names = await inSlices(services, ({ displayName }) => fold(displayName), breathe);
  const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  const name = await sortInSlices(
    services.length,
    (one, other) =>
      compareText(names[one] ?? "", names[other] ?? "") || idAt(services, one) - idAt(services, other),
    breathe,
  );
  const places = new Int32Array(services.length);
  name.forEach((position, place) => {
    places[position] = place;
  });
  const by = async (rank: (service: Service) => number): Promise<Int32Array> => {
    const ranks = Float64Array.from(services, rank);
    const compare = (one: number, other: number): number =>
      difference(ranks[one] ?? 0, ranks[other] ?? 0) || (places[one] ?? 0) - (places[other] ?? 0);
    return sortInSlices(services.length, compare, breathe);
  };
  return {
    name,
    expiry: await by(expiryRank),
    type: await by(({ family }) => FAMILIES.indexOf(family)),
    state: await by(stateRank),
  };
}

/** What never ends comes after what does, and what has ended for good, which nobody can act on, comes last. */
function expiryRank(service: Service): number {
  if (service.state === "terminated") return Number.POSITIVE_INFINITY;
  return endOf(service) ?? Number.MAX_SAFE_INTEGER;
}

/** Infinity minus infinity is not zero. */
const difference = (one: number, other: number): number => (one === other ? 0 : one - other);

const idAt = (services: readonly Service[], position: number): number => services[position]?.id ?? 0;

/** What needs somebody comes first. */
const BY_NEED: readonly ServiceState[] = [
  "unpaid",
  "suspended",
  "expired",
  "error",
  "to-renew",
  "active",
  "creating",
  "terminated",
];

/** A pending termination stands right before what is simply active. */
function stateRank({ state, termination }: Service): number {
  return BY_NEED.indexOf(state) - (state === "active" && termination ? 0.5 : 0);
}

async function inSlices<T>(
  services: readonly Service[],
  make: (service: Service) => T,
  breathe: Breathe,
): Promise<readonly T[]> {
  const made: T[] = [];
  for (const service of services) {
    made.push(make(service));
    if (made.length % SLICE === 0) await breathe();
  }
  return made;
}
