import type { Change, Confirmation, Decision, Outcome } from "../../../src/domain/change.ts";
import { DAY } from "../../../src/domain/instant.ts";
import type { LossFacts } from "../../../src/domain/loss.ts";
import { FAMILIES, type Service } from "../../../src/domain/service.ts";
import { confirmationCard } from "../../../src/views/confirmation-card.ts";
import { deletionForm, formCard, tokenForm } from "../../../src/views/deletion-forms.ts";
import { busyCard, outcomeCard, recentlyCard } from "../../../src/views/outcome-card.ts";
import {
  asked,
  domain,
  hosting,
  LATER,
  LINKS,
  misnamed,
  NOON,
  ORDINARY_FACTS,
  PENDING,
  UNREAD_FACTS,
  WORST_FACTS,
  worst,
} from "./data.ts";
import { cards, forms, type Scene, type Specimen } from "./specimen.ts";

/** Each change, and the renewal both ways. */
const CHANGES = {
  terminate: [{ kind: "terminate" }],
  keep: [{ kind: "keep" }],
  "set-renewal": [
    { kind: "set-renewal", mode: "manual", periodMonths: null },
    { kind: "set-renewal", mode: "automatic", periodMonths: 12 },
  ],
  "request-deletion": [{ kind: "request-deletion" }],
  "finish-deletion": [{ kind: "finish-deletion" }],
} as const satisfies { [Kind in Change["kind"]]: readonly Extract<Change, { kind: Kind }>[] };
const ALL_CHANGES: readonly Change[] = Object.values(CHANGES).flat();

const OUTCOMES = {
  done: [
    { kind: "done", shown: true },
    { kind: "done", shown: false },
  ],
  refused: [{ kind: "refused", message: "This service is locked", queryId: "EU.ext-1.abc" }],
  "not-sent": [{ kind: "not-sent" }],
  "not-done": [{ kind: "not-done" }],
  unknown: [{ kind: "unknown" }],
} as const satisfies { [Kind in Outcome["kind"]]: readonly Extract<Outcome, { kind: Kind }>[] };
const ALL_OUTCOMES: readonly Outcome[] = Object.values(OUTCOMES).flat();

const DECISIONS = {
  confirmed: true,
  cancelled: true,
  expired: false,
  "facts-changed": true,
} as const satisfies Record<Decision, boolean>;

const worded = (change: Change): string =>
  change.kind === "set-renewal" ? `${change.kind}-${change.mode}` : change.kind;

/** What the change is asked about: a termination that is to be taken back must be pending. */
function about(change: Change, make: typeof hosting): Service {
  if (change.kind === "keep") return make({ termination: PENDING, expiresAt: PENDING.at });
  if (change.kind !== "set-renewal" || change.mode === "manual") return make();
  return make({ renewal: { mode: "manual", periodMonths: null, modes: ["automatic", "manual"] } });
}

type Asking = Parameters<typeof confirmationCard>[0];

const question =
  (change: Change, service: Service, facts: LossFacts) =>
  (scene: Scene): [Asking] => [
    { confirmation: asked(scene, service, { change }), service, facts, links: LINKS },
  ];

const questions = Object.fromEntries(
  ALL_CHANGES.flatMap((change) => [
    [worded(change), question(change, about(change, hosting), ORDINARY_FACTS.hosting)] as const,
    [`${worded(change)}-domain`, question(change, about(change, domain), ORDINARY_FACTS.domain)] as const,
    [`worst-${worded(change)}`, question(change, about(change, worst), WORST_FACTS)] as const,
    [`worst-${worded(change)}-misnamed`, question(change, about(change, misnamed), WORST_FACTS)] as const,
    [`worst-${worded(change)}-unread`, question(change, about(change, worst), UNREAD_FACTS)] as const,
  ]),
);

const BARE: LossFacts = {
  kind: "domain",
  zoneRecords: { kind: "read", value: null },
  mailAccounts: { kind: "read", value: null },
};
const UNREAD: LossFacts = {
  kind: "domain",
  zoneRecords: { kind: "unread" },
  mailAccounts: { kind: "unread" },
};

/** What each family loses, and a domain of which little is known. */
const losses = {
  "terminate-bare": question({ kind: "terminate" }, domain(), BARE),
  "terminate-unread": question({ kind: "terminate" }, domain(), UNREAD),
  "terminate-hosting-unread": question({ kind: "terminate" }, hosting(), UNREAD_FACTS),
  ...Object.fromEntries(
    FAMILIES.map((family) => [
      `worst-family-${family}`,
      question({ kind: "terminate" }, worst({ family, expiresAt: null }), ORDINARY_FACTS.general),
    ]),
  ),
};

type Ending = Parameters<typeof outcomeCard>[0];

const ended = (scene: Scene, change: Change, service: Service, state: Confirmation["state"]): Confirmation =>
  asked(scene, service, { change, state });

const finished = (scene: Scene, outcome: Outcome): Confirmation["state"] => ({
  kind: "finished",
  by: scene.other,
  at: NOON,
  finishedAt: LATER,
  outcome,
});

function result(scene: Scene, change: Change, service: Service, outcome: Outcome): [Ending] {
  const confirmation = ended(scene, change, service, finished(scene, outcome));
  const mailed = change.kind === "request-deletion" && outcome.kind === "done";
  const finish = mailed
    ? asked(scene, service, { change: { kind: "finish-deletion" }, expiresAt: NOON + DAY })
    : null;
  return [{ confirmation, after: outcome.kind === "done" ? service : null, finish }];
}

function decided(scene: Scene, change: Change, service: Service, decision: Decision): [Ending] {
  const by = DECISIONS[decision] ? scene.other : null;
  const confirmation = ended(scene, change, service, { kind: "settled", decision, by, at: LATER });
  const why = scene.say.text("why.unpaid");
  return [{ confirmation, after: null, finish: null, ...(decision === "facts-changed" ? { why } : {}) }];
}

const namedOutcome = (outcome: Outcome): string =>
  outcome.kind === "done" && !outcome.shown ? "done-not-shown" : outcome.kind;

/** Each outcome of each change. */
const outcomes = Object.fromEntries(
  ALL_CHANGES.flatMap((change) =>
    ALL_OUTCOMES.flatMap((outcome) => {
      const longest =
        outcome.kind === "refused"
          ? { ...outcome, message: "@everyone *b* ".repeat(72).slice(0, 1000) }
          : outcome;
      const name = `${worded(change)}-${namedOutcome(outcome)}`;
      return [
        [name, (scene: Scene) => result(scene, change, about(change, hosting), outcome)] as const,
        [`worst-${name}`, (scene: Scene) => result(scene, change, about(change, worst), longest)] as const,
        [
          `worst-${name}-misnamed`,
          (scene: Scene) => result(scene, change, about(change, misnamed), longest),
        ] as const,
      ];
    }),
  ),
);

const decisions = Object.fromEntries(
  ALL_CHANGES.flatMap((change) =>
    (["confirmed", "cancelled", "expired", "facts-changed"] as const).flatMap((decision) => {
      // The words of a decision are the same for every change.
      const name = `${change.kind === "terminate" ? "" : "worst-"}${worded(change)}-${decision}`;
      const make = change.kind === "terminate" ? hosting : worst;
      return [[name, (scene: Scene) => decided(scene, change, make(), decision)] as const];
    }),
  ),
);

const elsewhere =
  (make: typeof hosting) =>
  (scene: Scene): [Confirmation] => [
    ended(scene, { kind: "terminate" }, make(), finished(scene, { kind: "done", shown: true })),
  ];
const ELSEWHERE = {
  ordinary: elsewhere(hosting),
  worst: elsewhere(worst),
  "worst-misnamed": elsewhere(misnamed),
};

const form =
  (make: typeof hosting, again: boolean) =>
  (scene: Scene): [Confirmation, ReturnType<Scene["say"]["text"]> | null] => [
    asked(scene, make(), { change: { kind: "finish-deletion" } }),
    again ? scene.say.text("delete-form.wrong-name") : null,
  ];
const FORMS = {
  first: form(hosting, false),
  again: form(hosting, true),
  worst: form(worst, true),
  "worst-misnamed": form(misnamed, true),
};

type Made = [ReturnType<typeof deletionForm>, string, string, ReturnType<Scene["say"]["text"]> | null];

const inPlaceOf =
  (make: typeof deletionForm, opener: string, again: boolean) =>
  (scene: Scene): Made => {
    const [confirmation, problem] = form(worst, again)(scene);
    return [make(confirmation, problem, scene.say), opener, confirmation.id, problem];
  };

export const CHANGE: readonly Specimen[] = [
  ...cards(confirmationCard, { ...questions, ...losses }),
  ...cards(outcomeCard, { ...outcomes, ...decisions }),
  ...cards(recentlyCard, ELSEWHERE),
  ...cards(busyCard, ELSEWHERE),
  ...forms(deletionForm, FORMS),
  ...forms(tokenForm, FORMS),
  ...cards(formCard, {
    deletion: inPlaceOf(deletionForm, "delete-form", false),
    token: inPlaceOf(tokenForm, "token-form", false),
    again: inPlaceOf(tokenForm, "token-form", true),
  }),
];
