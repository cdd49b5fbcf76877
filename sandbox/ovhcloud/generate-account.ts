import { DAY, HOUR, type Instant } from "../../src/domain/instant.ts";
import type { Account, AccountService, HostingContent } from "./account.ts";
import { type Contract, newService } from "./contract.ts";
import type { ProductKey } from "./products.ts";

export interface GeneratedAccountOptions {
  readonly services: number;
  readonly seed: number;
  readonly start: Instant;
}

const NIC = "gn100000-ovh";
const CONTACTS = { administrator: NIC, billing: NIC, technical: NIC };

/** How often each product occurs among a hundred services. */
const MIX: readonly (readonly [ProductKey, number])[] = [
  ["domain", 34],
  ["zone", 18],
  ["hosting", 18],
  ["mxplan", 8],
  ["vps", 10],
  ["privateDatabase", 3],
  ["dedicated", 3],
  ["ip", 2],
  ["emailPro", 2],
  ["sms", 1],
  ["exchange", 1],
];

const PRODUCTS_BY_SHARE: readonly ProductKey[] = MIX.flatMap(([product, share]) =>
  Array.from({ length: share }, () => product),
);

/** A large account; the same for the same options. */
export function generateAccount({ services, seed, start }: GeneratedAccountOptions): Account {
  const random = createRandom(seed);
  const taken = new Set<string>();
  const made = Array.from({ length: services }, (_, index) => {
    const product = PRODUCTS_BY_SHARE[Math.floor(random() * PRODUCTS_BY_SHARE.length)] ?? "domain";
    return generateService(index, { product, name: freeName(product, index, taken) }, random, start);
  });
  return {
    nichandle: NIC,
    email: "owner@generated.example",
    firstname: "Gene",
    lastname: "Rated",
    organisation: "Generated",
    services: made,
    hostings: new Map(made.filter(({ product }) => product === "hosting").map(contentOf)),
    zones: new Map(),
    mail: new Map(),
    paymentMethods: [],
    autorenewDay: null,
  };
}

/** Mulberry32: small, fast, and the same everywhere. Numbers from 0 up to 1. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function generateService(
  index: number,
  what: Pick<AccountService, "product" | "name">,
  random: () => number,
  start: Instant,
): AccountService {
  // 1,000,003 is prime to 8,999,999, so that the ids differ and are in no order.
  const id = 20_000_000 + ((index * 1_000_003) % 8_999_999);
  const expiresAt = start + HOUR + Math.floor(random() * 365 * DAY);
  return newService({ id, ...what, expiresAt, ...variation(what.product, random()) }, CONTACTS, start);
}

/** Neighbours share a name, so that domains, zones, hostings and mail meet; never two of one product. */
function freeName(product: ProductKey, index: number, taken: Set<string>): string {
  const shared = nameOf(product, index);
  const name = taken.has(`${product} ${shared}`) ? `other-${index}.example` : shared;
  taken.add(`${product} ${name}`);
  return name;
}

function nameOf(product: ProductKey, index: number): string {
  if (product === "vps") return `vps-${index.toString(16).padStart(8, "0")}.vps.ovh.net`;
  if (product === "dedicated") return `ns${3_000_000 + index}.ip-198-51-100.eu`;
  return `site-${Math.floor(index / 4)}.example`;
}

function variation(product: ProductKey, chance: number): Partial<Contract> {
  if (product === "sms") return { renewal: "one-shot" };
  if (chance < 0.2) return { renewal: "manual" };
  if (chance < 0.23) return { lifecycle: "unpaid" };
  if (chance < 0.27 && product !== "mxplan") return { termination: "terminateAtExpirationDate" };
  return {};
}

const contentOf = ({ name, id }: AccountService): readonly [string, HostingContent] => [
  name,
  { offer: "perso2014", diskUsedMb: id % 90_000, diskSizeMb: 102_400, domains: [name], databases: [] },
];
