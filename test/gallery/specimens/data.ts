import type { Confirmation } from "../../../src/domain/change.ts";
import type { Follow } from "../../../src/domain/follow.ts";
import { DAY, HOUR, MINUTE } from "../../../src/domain/instant.ts";
import type { LossFacts } from "../../../src/domain/loss.ts";
import { EVERYTHING, LAST_PAGE, type Query } from "../../../src/domain/query.ts";
import { FAMILIES, type Service } from "../../../src/domain/service.ts";
import type { ConsoleLinks } from "../../../src/ports.ts";
import type { Followed } from "../../../src/views/follow-cards.ts";
import { NOON, type ServiceOverrides, someFollow, someService } from "../../domain/some-service.ts";
import type { Scene } from "./specimen.ts";

export { NOON };

/** The longest that DNS allows: 253 characters. */
const LONGEST_DOMAIN = [63, 63, 63, 61].map((length, at) => "abcd".charAt(at).repeat(length)).join(".");

/** Markup, mentions, a picture of several characters and an override of the reading direction: 300 characters. */
export const HOSTILE =
  "@everyone <!channel> <@U1> <#C1> [x](http://e.example) *b* _i_ `c` ~~ || > # -# 👩‍👩‍👧 \u202Egnp.\n# head ".padEnd(
    300,
    "*é|~",
  );

export const LINKS: ConsoleLinks = {
  services: "https://console.example/services",
  bills: "https://console.example/bills",
  telecom: "https://console.example/telecom",
  microsoft: "https://console.example/microsoft",
};

export const TYPED = { follow: "/ovh follow", unfollow: "/ovh unfollow" };

/** The usual domain. */
export const domain = (overrides: ServiceOverrides = {}): Service =>
  someService({
    id: 4711,
    name: "mairie.example",
    family: "domain",
    product: "Domain .example",
    ...overrides,
  });

export const hosting = (overrides: ServiceOverrides = {}): Service =>
  someService({ id: 4712, name: "mairie.example", ...overrides });

/** Everything as long and as odd as it can be. */
export const worst = (overrides: ServiceOverrides = {}): Service =>
  someService({
    id: 999_999_999_999_999,
    name: LONGEST_DOMAIN,
    displayName: HOSTILE,
    product: HOSTILE,
    price: { ucents: 99_999_999_900_000_000, currency: "EUR" },
    ...overrides,
  });

/** A service whose only name is hostile. */
export const misnamed = (overrides: ServiceOverrides = {}): Service => worst({ name: HOSTILE, ...overrides });

export const PENDING = { when: "at-expiry", at: NOON + 20 * DAY } as const;

/** A catalogue of so many services, one family after the other. */
export const many = (count: number, one: (overrides: ServiceOverrides) => Service = someService): Service[] =>
  Array.from({ length: count }, (_, at) =>
    one({
      id: 1000 + at,
      family: FAMILIES[at % FAMILIES.length] ?? "other",
      expiresAt: NOON + (at + 1) * DAY,
    }),
  );

export const ORDINARY_FACTS = {
  hosting: {
    kind: "hosting",
    domains: { kind: "read", value: ["mairie.example", "www.mairie.example"] },
    databases: {
      kind: "read",
      value: [
        { name: "mairie", sizeBytes: 250_000_000, newestDumpAt: { kind: "read", value: NOON - 2 * DAY } },
        { name: "old", sizeBytes: null, newestDumpAt: { kind: "read", value: null } },
      ],
    },
    diskUsedBytes: { kind: "read", value: 3_400_000_000 },
  },
  domain: {
    kind: "domain",
    zoneRecords: { kind: "read", value: 17 },
    mailAccounts: { kind: "read", value: 5 },
  },
  general: { kind: "general" },
} as const satisfies Record<LossFacts["kind"], LossFacts>;

export const UNREAD_FACTS: LossFacts = {
  kind: "hosting",
  domains: { kind: "unread" },
  databases: { kind: "unread" },
  diskUsedBytes: { kind: "unread" },
};

/** 25 of the longest domains and 40 databases. */
export const WORST_FACTS: LossFacts = {
  kind: "hosting",
  domains: {
    kind: "read",
    value: Array.from({ length: 25 }, (_, at) => LONGEST_DOMAIN.replace("a", `${at}`)),
  },
  databases: {
    kind: "read",
    value: Array.from({ length: 40 }, (_, at) => ({
      name: `${at}-@everyone <!channel> *b* ~~ \``.padEnd(64, "x"),
      sizeBytes: 9_999_900_000_000,
      newestDumpAt: at % 2 === 0 ? { kind: "unread" } : { kind: "read", value: NOON - at * DAY },
    })),
  },
  diskUsedBytes: { kind: "read", value: 9_999_900_000_000 },
};

const subjectOf = (service: Service): Confirmation["subject"] => ({
  id: service.id,
  name: service.name,
  displayName: service.displayName,
  family: service.family,
  product: service.product,
  endsAt: service.expiresAt,
});

/** A question about a change, still open, and whatever is said otherwise. */
export const asked = (
  { person }: Scene,
  service: Service,
  more: Partial<Confirmation> & Pick<Confirmation, "change">,
): Confirmation => ({
  id: "abcdefghijklmnopqrst",
  subject: subjectOf(service),
  fingerprint: "f",
  requester: person,
  locale: "fr",
  place: { platform: person.platform, id: "C1" },
  openedAt: NOON,
  expiresAt: NOON + 10 * MINUTE,
  message: null,
  state: { kind: "open" },
  ...more,
});

export const query = (more: Partial<Query> = {}): Query => ({ ...EVERYTHING, ...more });

/** As much as a filter may hold. */
export const FULL_QUERY = query({
  words: ["@everyone<!channel>*b*~|#-#"],
  family: "microsoft-365",
  expires: { op: "before", day: { kind: "days", days: 366 } },
});

/** The longest that a button carries. */
export const FULL_PAGE: Query = {
  ...FULL_QUERY,
  sort: { by: "name", descending: true },
  grouped: false,
  page: LAST_PAGE,
};

export const followed = (scene: Scene, of: Query = query(), more: Partial<Follow> = {}): Followed => ({
  follow: someFollow({ by: scene.person, since: NOON - 30 * DAY, ...more }),
  query: of,
});

export const LATER = NOON + 3 * HOUR;
