import type { CommandInfo } from "../../../src/chat.ts";
import { COMMANDS } from "../../../src/commands/all.ts";
import type { AuditEvent, RecordedEntry } from "../../../src/domain/audit.ts";
import { MINUTE } from "../../../src/domain/instant.ts";
import type { Service } from "../../../src/domain/service.ts";
import {
  chooseFollowCard,
  type Followed,
  followedCard,
  followsCard,
  nothingFollowedCard,
  unfollowedCard,
} from "../../../src/views/follow-cards.ts";
import { commandHelpCard, type HelpView, helpCard } from "../../../src/views/help-card.ts";
import { type HistoryView, historyCard } from "../../../src/views/history-card.ts";
import { domain, FULL_QUERY, followed, misnamed, NOON, query, TYPED, worst } from "./data.ts";
import { cards, type Scene, type Specimen } from "./specimen.ts";

const FILTER = query({ family: "domain", words: ["mairie"] });

const some = (scene: Scene, count: number): Followed[] =>
  Array.from({ length: count }, (_, at) =>
    followed(scene, FULL_QUERY, {
      id: `follow-${at}`,
      thresholds: [365, 300, 200, 100, 90, 60, 30, 14, 7, 1],
    }),
  );

const EVENTS = {
  asked: [{ kind: "asked" }],
  decided: [
    { kind: "decided", decision: "confirmed" },
    { kind: "decided", decision: "cancelled" },
    { kind: "decided", decision: "expired" },
    { kind: "decided", decision: "facts-changed" },
  ],
  finished: [
    { kind: "finished", outcome: { kind: "done", shown: true } },
    { kind: "finished", outcome: { kind: "refused", message: "Locked", queryId: null } },
    { kind: "finished", outcome: { kind: "not-sent" } },
    { kind: "finished", outcome: { kind: "not-done" } },
    { kind: "finished", outcome: { kind: "unknown" } },
  ],
  followed: [
    { kind: "followed", query: "" },
    { kind: "followed", query: "t:domain" },
  ],
  unfollowed: [{ kind: "unfollowed", query: "s:active" }],
} as const satisfies { [Kind in AuditEvent["kind"]]: readonly Extract<AuditEvent, { kind: Kind }>[] };
const ALL_EVENTS: readonly AuditEvent[] = Object.values(EVENTS).flat();

function history(
  scene: Scene,
  events: readonly AuditEvent[],
  service: Service,
  more: { readonly total?: number; readonly page?: number } = {},
): [HistoryView] {
  const entries = events.map((event, at): RecordedEntry => {
    const follows = event.kind === "followed" || event.kind === "unfollowed";
    return {
      number: at + 1,
      at: NOON - at * MINUTE,
      actor: at % 4 === 3 ? null : scene.person,
      place: { platform: scene.person.platform, id: "C1" },
      event,
      change: follows ? null : { kind: "set-renewal", mode: "manual", periodMonths: null },
      service: follows ? null : service,
      confirmation: null,
    };
  });
  const { total = entries.length, page = 1 } = more;
  const input = { service: String(service.id), person: `${scene.other.platform}:${scene.other.id}` };
  return [{ audit: { entries, total }, page, size: 10, input }];
}

const INFOS = COMMANDS.flatMap(({ info }) => (info ? [info] : []));

const explained = Object.fromEntries(
  INFOS.map((info) => [info.name.en, (): [CommandInfo, string] => [info, "/ovh"]]),
);

const helped = (rights: HelpView["rights"]) => (): [HelpView] => [
  { commands: INFOS, prefix: "/ovh", rights },
];

export const FOLLOWS: readonly Specimen[] = [
  ...cards(followedCard, {
    everything: (scene) => [followed(scene), 42, TYPED],
    filter: (scene) => [followed(scene, FILTER, { thresholds: [7] }), 0, TYPED],
    worst: (scene) => [followed(scene, FULL_QUERY), 5000, TYPED],
  }),
  ...cards(unfollowedCard, {
    filter: (scene) => [followed(scene, FILTER), TYPED],
    worst: (scene) => [followed(scene, FULL_QUERY), TYPED],
  }),
  ...cards(nothingFollowedCard, { ordinary: () => [TYPED] }),
  ...cards(chooseFollowCard, {
    two: (scene) => [[followed(scene), followed(scene, FILTER, { id: "follow-2" })]],
    worst: (scene) => [some(scene, 200)],
  }),
  ...cards(followsCard, {
    none: () => [[], TYPED],
    two: (scene) => [[followed(scene), followed(scene, FILTER, { id: "follow-2" })], TYPED],
    worst: (scene) => [some(scene, 200), TYPED],
  }),
  ...cards(historyCard, {
    none: (scene) => history(scene, [], domain()),
    first: (scene) => history(scene, ALL_EVENTS.slice(0, 7), domain()),
    second: (scene) => history(scene, ALL_EVENTS.slice(7), domain(), { total: 5000, page: 2 }),
    worst: (scene) => history(scene, ALL_EVENTS.slice(0, 10), worst(), { total: 5000, page: 250 }),
    "worst-misnamed": (scene) =>
      history(scene, ALL_EVENTS.slice(-10), misnamed(), { total: 5000, page: 250 }),
  }),
  ...cards(helpCard, {
    change: helped("change"),
    look: helped("look"),
    none: helped("none"),
  }),
  ...cards(commandHelpCard, explained),
];
