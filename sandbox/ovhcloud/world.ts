import type { Clock } from "../../src/clock.ts";
import type { Route, RouteParams } from "../routes.ts";
import type { Account, AccountService } from "./account.ts";
import type { Ledger } from "./ledger.ts";
import { presenceOf } from "./lifecycle.ts";
import type { ProductKey } from "./products.ts";
import { expired, notFound } from "./refusal.ts";
import type { Terminations } from "./terminations.ts";

/** What the routes work on. */
export interface World {
  readonly clock: Clock;
  readonly account: () => Account;
  readonly ledger: Ledger;
  readonly terminations: Terminations;
  /** How long after a write reads still show the old state. */
  readonly lagMs: () => number;
  /** The server's own time, which may differ from the callers'. */
  readonly serverNow: () => number;
  /** What a paged list reads from: as old as the cache may be, unless the request says `Pragma: no-cache`. */
  readonly listed: (fresh: boolean) => readonly AccountService[];
}

export interface ApiRequest {
  readonly params: RouteParams;
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
}

/** What a route answers: one value, or a list that the request may want as keys or as pages of objects. */
export type Answer =
  | { readonly kind: "value"; readonly value: unknown }
  | {
      readonly kind: "list";
      readonly keys: readonly (number | string)[];
      readonly expand: (key: number | string) => unknown;
    };

/** A route's work, and the IAM action that it needs (null where any valid credential will do). */
export interface Endpoint {
  readonly action: string | null;
  readonly run: (request: ApiRequest) => Answer;
}

export const get = (path: string, action: string | null, run: Endpoint["run"]): Route<Endpoint> => ({
  method: "GET",
  path,
  handle: { action, run },
});

export const post = (path: string, action: string, run: Endpoint["run"]): Route<Endpoint> => ({
  method: "POST",
  path,
  handle: { action, run },
});

export const value = (what: unknown): Answer => ({ kind: "value", value: what });

/** OVHcloud answers `null` where its schema says void. */
export const VOID: Answer = { kind: "value", value: null };

function list<K extends number | string>(
  keys: readonly K[],
  expand: (key: number | string) => unknown,
): Answer {
  return { kind: "list", keys, expand };
}

/** A list whose objects are at hand, addressed by one of their properties. */
export function listOf<T>(
  objects: readonly T[],
  keyOf: (one: T) => number | string,
  toWire: (one: T) => unknown,
) {
  const byKey = new Map(objects.map((one) => [keyOf(one), one]));
  return list([...byKey.keys()], (key) => {
    const found = byKey.get(key);
    return found === undefined ? null : toWire(found);
  });
}

/** The service, as a read or as the truth shows it; 460 some time after its end, then 404. */
export function present(
  found: AccountService | undefined,
  name: string | number,
  now: number,
): AccountService {
  const presence = found ? presenceOf(found, now) : "unknown";
  if (!found || presence === "unknown") throw notFound(`The service ${name}`);
  if (presence === "expired") throw expired(found.name);
  return found;
}

/** A product by its name, for the routes that need it to be running: 460 when it has lapsed or was terminated. */
export function running({ ledger, clock }: World, product: ProductKey, name: string): AccountService {
  const service = present(ledger.seenNamed(product, name), name, clock.now());
  if (service.lifecycle === "unrenewed" || service.lifecycle === "terminated") throw expired(name);
  return service;
}

/** The true state of a product by its name, for writes. */
export function trueNamed({ ledger, clock }: World, product: ProductKey, name: string): AccountService {
  const found = ledger.named(name).find((service) => service.product === product);
  return present(found, name, clock.now());
}

/** All services of a product that reads show. */
export const seenOf = ({ ledger, clock }: World, product: ProductKey): readonly AccountService[] =>
  ledger.seenAll().filter((one) => one.product === product && presenceOf(one, clock.now()) === "present");
