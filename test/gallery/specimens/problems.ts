import { ACTIONS, type Action, type WhyNot } from "../../../src/domain/actions.ts";
import type { QueryProblem } from "../../../src/domain/parse-query.ts";
import { ProviderError, type ProviderErrorFacts, type ProviderErrorKind } from "../../../src/errors.ts";
import type { Verdict } from "../../../src/ports.ts";
import type { Problem } from "../../../src/problem.ts";
import {
  faultCard,
  notInChannelCard,
  type ProblemContext,
  problemCard,
  providerProblemCard,
} from "../../../src/views/problem-card.ts";
import { type domain, HOSTILE, hosting, LINKS, many, misnamed, NOON, PENDING, TYPED, worst } from "./data.ts";
import { cards, type Scene, type Specimen } from "./specimen.ts";

/** As much as Discord lets one type. */
const LONG = HOSTILE.repeat(20);

const FILTERS = (
  token: string,
): { [Kind in QueryProblem["kind"]]: Extract<QueryProblem, { kind: Kind }> } => ({
  "unknown-filter": { kind: "unknown-filter", token, expected: ["type", "state"], nearest: ["type"] },
  "unknown-value": {
    ...{ kind: "unknown-value", token, filter: "type", value: token },
    ...{ expected: ["domain", "hosting"], nearest: ["domain"] },
  },
  "bad-date": { kind: "bad-date", token, value: token },
  "bad-page": { kind: "bad-page", token, value: token },
  "no-value": { kind: "no-value", token, filter: "type", expected: ["domain", "hosting"] },
  twice: { kind: "twice", token, filter: "type" },
  "too-long": { kind: "too-long", length: 6000, most: 53 },
});

const WHYS = {
  terminated: [{ kind: "terminated" }],
  creating: [{ kind: "creating" }],
  unpaid: [{ kind: "unpaid" }],
  suspended: [{ kind: "suspended" }],
  expired: [{ kind: "expired" }],
  "one-shot": [{ kind: "one-shot" }],
  forced: [{ kind: "forced" }],
  "no-expiry": [{ kind: "no-expiry" }],
  "nothing-pending": [{ kind: "nothing-pending" }],
  "not-administrator": [{ kind: "not-administrator" }],
  "not-billing": [{ kind: "not-billing" }],
  "not-offered": [{ kind: "not-offered" }],
  "managed-elsewhere": [{ kind: "managed-elsewhere", family: "microsoft-365", where: "microsoft" }],
  "manual-renewal": [
    { kind: "manual-renewal", endsAt: NOON },
    { kind: "manual-renewal", endsAt: null },
  ],
  committed: [{ kind: "committed", endsAt: NOON }],
  "already-pending": [{ kind: "already-pending", termination: PENDING }],
  "cut-off-passed": [{ kind: "cut-off-passed", cutOff: NOON, endsAt: NOON }],
  "not-hosting": [{ kind: "not-hosting", family: "domain" }],
  "already-mode": [{ kind: "already-mode", mode: "manual" }],
  "mode-not-offered": [{ kind: "mode-not-offered", mode: "automatic" }],
} as const satisfies { [Kind in WhyNot["kind"]]: readonly Extract<WhyNot, { kind: Kind }>[] };

type Denial = Extract<Verdict, { may: false }>["why"];
const DENIALS = {
  "no-operators": { kind: "denied", why: "no-operators" },
  "not-operator": { kind: "denied", why: "not-operator" },
  "not-viewer": { kind: "denied", why: "not-viewer" },
  guest: { kind: "denied", why: "guest" },
  foreign: { kind: "denied", why: "foreign" },
  "unknown-groups": { kind: "denied", why: "unknown-groups" },
} as const satisfies { [Why in Denial]: { readonly kind: "denied"; readonly why: Why } };

/** Every problem, with what somebody typed and with services that are made so. */
const problems = (
  typed: string,
  make: typeof domain,
  actions: readonly Action[],
): { [Kind in Problem["kind"]]: readonly Extract<Problem, { kind: Kind }>[] } => ({
  "unknown-command": [{ kind: "unknown-command", typed, nearest: "services" }],
  "unknown-service": [
    { kind: "unknown-service", typed, nearest: [] },
    { kind: "unknown-service", typed, nearest: many(3, make) },
  ],
  "missing-service": [{ kind: "missing-service", command: "terminate" }],
  ambiguous: [{ kind: "ambiguous", typed, command: "terminate", services: many(12, make) }],
  filter: Object.values(FILTERS(typed)).map((problem) => ({ kind: "filter", problem })),
  number: [{ kind: "number", typed, min: 1, max: 366 }],
  thresholds: [{ kind: "thresholds", typed }],
  person: [{ kind: "person", typed }],
  mode: [
    { kind: "mode", typed, service: make(), offered: ["automatic", "manual"] },
    { kind: "mode", typed, service: make(), offered: [] },
  ],
  unavailable: Object.values(WHYS)
    .flat()
    .flatMap((whyNot) =>
      actions.map((action) => ({ kind: "unavailable", action, service: make(), whyNot }) as const),
    ),
  "too-old": [{ kind: "too-old" }],
  "still-reading": [{ kind: "still-reading" }],
  "nothing-followed": [{ kind: "nothing-followed" }],
  denied: Object.values(DENIALS),
});

const context = ({ person, other }: Scene): ProblemContext => ({
  links: LINKS,
  operators: [person, other],
  typed: TYPED,
  typedAs: (command) => `/ovh ${command}`,
  operatorExample: `${person.platform}:${person.id}`,
});

function problemCases(
  prefix: string,
  typed: string,
  make: typeof domain,
  actions: readonly Action[] = ACTIONS,
) {
  return Object.fromEntries(
    Object.values(problems(typed, make, actions)).flatMap((list: readonly Problem[]) =>
      list.map((problem, at) => [
        `${prefix}${problem.kind}${list.length > 1 ? `-${at + 1}` : ""}`,
        (scene: Scene): [Problem, ProblemContext] => [problem, context(scene)],
      ]),
    ),
  );
}

const STATUSES = {
  refused: 409,
  gone: 404,
  forbidden: 403,
  busy: 429,
  unreachable: 503,
  misunderstood: 200,
} as const satisfies Record<ProviderErrorKind, number>;

const failure = (kind: ProviderErrorKind, said?: string): [ProviderError] => {
  const facts: ProviderErrorFacts = { kind, sent: "no", status: STATUSES[kind], queryId: "EU.ext-1.abc" };
  return [new ProviderError("x", said === undefined ? facts : { ...facts, said })];
};

type Fault = [kind: "bug" | "undeliverable", id: string];
const fault = (kind: Fault[0]) => (): Fault => [kind, "abcdefghijklmnopqrst"];

export const PROBLEMS: readonly Specimen[] = [
  ...cards(problemCard, {
    ...problemCases("", "exmaple.com", hosting, ["terminate"]),
    ...problemCases("worst-", LONG, worst),
    ...problemCases("worst-misnamed-", LONG, misnamed),
  }),
  ...cards(providerProblemCard, {
    refused: () => failure("refused", "This service is locked"),
    gone: () => failure("gone"),
    forbidden: () => failure("forbidden"),
    busy: () => failure("busy"),
    unreachable: () => failure("unreachable"),
    misunderstood: () => failure("misunderstood"),
    "worst-refused": () => failure("refused", LONG.slice(0, 1000)),
    "worst-forbidden": () => failure("forbidden", LONG.slice(0, 1000)),
  }),
  ...cards(faultCard, {
    bug: fault("bug"),
    undeliverable: fault("undeliverable"),
  }),
  ...cards(notInChannelCard, { ordinary: () => [] }),
];
