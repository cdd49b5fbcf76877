import { DAY } from "../../../src/domain/instant.ts";
import {
  FAMILIES,
  RENEWAL_MODES,
  type RenewalMode,
  SERVICE_STATES,
  type Service,
} from "../../../src/domain/service.ts";
import { upcoming } from "../../../src/domain/upcoming.ts";
import { chooseCard } from "../../../src/views/choose-card.ts";
import { type HomeView, homeCard } from "../../../src/views/home-card.ts";
import { type ListView, listCard } from "../../../src/views/list-card.ts";
import { type UpcomingView, upcomingCard } from "../../../src/views/upcoming-card.ts";
import { someService } from "../../domain/some-service.ts";
import {
  domain,
  FULL_PAGE,
  FULL_QUERY,
  followed,
  hosting,
  many,
  misnamed,
  NOON,
  query,
  TYPED,
  worst,
} from "./data.ts";
import { cards, type Scene, type Specimen } from "./specimen.ts";

function listOf(services: readonly Service[], more: Partial<ListView> = {}, page = 1): [ListView] {
  const rows = services.slice((page - 1) * 10, page * 10).map((service) => ({ service, attachedTo: null }));
  const listing = { rows, total: services.length, pages: Math.max(1, Math.ceil(services.length / 10)), page };
  const snapshot = { services, readAt: NOON, progress: null, problem: null };
  return [{ query: query(), listing, snapshot, now: NOON, ...more }];
}

/** A service under the one that it belongs to. */
function attached(head: Service, under: Service): [ListView] {
  const [view] = listOf([head, under]);
  const rows = [
    { service: head, attachedTo: null },
    { service: under, attachedTo: head },
  ];
  return [{ ...view, listing: { ...view.listing, rows } }];
}

const READING = { services: [], readAt: null, progress: { done: 40, total: 5000 }, problem: null };
const OLD = {
  services: [],
  readAt: NOON,
  progress: null,
  problem: { kind: "unreachable", at: NOON, said: null },
} as const;

/** One service for each state, family and way of renewing. */
const EVERY_STATE = SERVICE_STATES.map((state, at) => someService({ id: at + 1, state }));
const EVERY_FAMILY = FAMILIES.map((family, at) => someService({ id: at + 1, family }));
const EVERY_RENEWAL = RENEWAL_MODES.map((mode: RenewalMode, at) =>
  someService({ id: at + 1, renewal: { mode, periodMonths: mode === "automatic" ? 12 : null, modes: [] } }),
);

function due(services: readonly Service[], more: Partial<UpcomingView> = {}): [UpcomingView] {
  return [{ days: 30, page: 1, upcoming: upcoming(services, NOON, more.days ?? 30), readAt: NOON, ...more }];
}

/** What can be due, once each. */
const EVERY_DUE = [
  domain({ state: "unpaid", expiresAt: NOON + 2 * DAY }),
  hosting({ expiresAt: NOON + 3 * DAY }),
  hosting({ id: 5, expiresAt: NOON + 4 * DAY, termination: { when: "at-expiry", at: NOON + 4 * DAY } }),
  hosting({ id: 6, expiresAt: NOON + 5 * DAY, renewal: { mode: "manual", periodMonths: null, modes: [] } }),
  hosting({ id: 7, expiresAt: NOON + 6 * DAY, price: null }),
  hosting({ id: 8, expiresAt: null, commitment: { endsAt: NOON + 7 * DAY } }),
  hosting({ id: 9, expiresAt: NOON + 8 * DAY, price: { ucents: 500, currency: "points" } }),
];

function home(
  services: readonly Service[],
  follows: HomeView["follows"],
  more: Partial<HomeView> = {},
): [HomeView] {
  return [{ upcoming: upcoming(services, NOON, 30), days: 30, follows, readAt: NOON, typed: TYPED, ...more }];
}

const follows = (scene: Scene, count: number): HomeView["follows"] =>
  Array.from({ length: count }, (_, at) => followed(scene, FULL_QUERY, { id: `follow-${at}` }));

export const LISTS: readonly Specimen[] = [
  ...cards(listCard, {
    none: () => listOf([]),
    one: () => listOf([domain()]),
    ten: () => listOf(many(10)),
    "five-thousand": () => listOf(many(5000), {}, 250),
    states: () => listOf(EVERY_STATE),
    renewals: () => listOf(EVERY_RENEWAL),
    attached: () => attached(domain(), hosting()),
    apart: () => listOf([domain(), hosting()], { query: query({ grouped: false }) }),
    "none-fits": () =>
      listOf([], { query: query({ words: ["mairei"] }), snapshot: { ...OLD, services: [domain()] } }),
    filtered: () => listOf([domain()], { query: FULL_QUERY }),
    reading: () => listOf([], { snapshot: READING }),
    old: () => listOf([domain()], { snapshot: OLD }),
    "worst-families": () => listOf(EVERY_FAMILY, {}, 2),
    "worst-names": () => listOf(many(10, worst), { query: FULL_QUERY }),
    "worst-page": () => listOf(many(5000, misnamed), { query: FULL_PAGE }, 250),
  }),
  ...cards(chooseCard, {
    two: () => ["mairie.example", "terminate", [domain(), hosting()]],
    thirty: () => ["site", "service", many(30)],
    "worst-names": ({ say }) => [say.locale.repeat(3000), "terminate", many(5000, misnamed)],
  }),
  ...cards(upcomingCard, {
    none: () => due([]),
    every: () => due(EVERY_DUE),
    pages: () => due(many(28), { page: 2 }),
    "worst-names": () => due(many(10, misnamed)),
    "worst-many": () => due(many(5000, worst), { days: 366, page: 20 }),
  }),
  ...cards(
    homeCard,
    {
      nothing: () => home([], []),
      ordinary: (scene) => home(EVERY_DUE, [followed(scene)]),
      reading: () => home([], [], { readAt: null }),
      "worst-names": (scene) => home(many(5000, misnamed), follows(scene, 200)),
    },
    "home",
  ),
];
