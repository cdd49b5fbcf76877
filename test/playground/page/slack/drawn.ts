import { signal } from "@preact/signals";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { SlackPane } from "../../../../sandbox/playground/page/slack/pane.tsx";
import { AppContext } from "../../../../sandbox/playground/page/state/app.ts";
import { createStore } from "../../../../sandbox/playground/page/state/store.ts";
import { createView } from "../../../../sandbox/playground/page/state/view.ts";
import type { Persona } from "../../../../sandbox/playground/personas.ts";
import type { Single, SlackPlace, WorldFacts } from "../../../../sandbox/playground/protocol.ts";
import type { SeenMessage, SeenView } from "../../../../sandbox/slack/seen.ts";

/** Sunday, as the golden payloads have it. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export const NAMES: Readonly<Record<string, string>> = {
  U0ALICE: "Alice Martin",
  U0CAMILLE: "Camille Roux",
  U0LASTCALL: "lastcall",
  C0OPS: "ops",
  S0OPERATORS: "operators",
};

const OPS: SlackPlace = { id: "C0OPS", name: "ops", kind: "public", botIsIn: true, archived: false };

export interface Scene {
  readonly language?: Persona["language"];
  readonly timeZone?: string;
  readonly places?: readonly SlackPlace[];
  readonly messages?: readonly SeenMessage[];
  readonly modal?: SeenView;
  readonly home?: SeenView;
  readonly errors?: Single["slackErrors"];
  readonly mark?: string;
}

/** The pane's HTML, as one person sees it. */
export function drawn(scene: Scene): string {
  const { messages = [], mark = null } = scene;
  const store = createStore();
  const me: Persona = {
    key: "alice",
    name: "Alice Martin",
    role: "operator",
    slackId: "U0ALICE",
    discordId: "1",
    language: scene.language ?? "en",
    timeZone: scene.timeZone ?? "Europe/Paris",
  };
  store.apply({
    whole: true,
    single: {
      who: me,
      world: world(me),
      slackPlaces: scene.places ?? [OPS],
      slackModal: scene.modal ?? null,
      slackHome: scene.home ?? null,
      slackErrors: scene.errors ?? [],
    },
    many: {
      slackMessages: {
        set: Object.fromEntries(messages.map((one) => [`${one.channel}/${one.ts}`, one])),
        gone: [],
      },
    },
  });
  const app = {
    store,
    link: {
      connected: signal(true),
      look() {},
      act: async () => ({ kind: "done" as const }),
      services: async () => ({ total: 0, rows: [] }),
    },
    settings: { language: signal(me.language), theme: signal("light" as const) },
    now: signal(NOW),
    view: createView(),
  };
  const pane = h(SlackPane, { mark: signal(mark) });
  return renderToString(h(AppContext.Provider, { value: app }, pane));
}

const world = (me: Persona): WorldFacts => ({
  personas: [me],
  slack: {
    team: "Demo",
    botUserId: "U0LASTCALL",
    command: { command: "/ovh", description: "Services", usageHint: "services | help" },
    names: NAMES,
  },
  discord: { botUserId: "2", botName: "Lastcall", names: {} },
  addresses: [],
});

/** A message of the bot. */
export const message = (parts: Partial<SeenMessage>): SeenMessage => ({
  channel: "C0OPS",
  ts: `${NOW / 1000}.000100`,
  user: "U0LASTCALL",
  text: "",
  blocks: [],
  attachments: [],
  files: [],
  threadTs: null,
  ephemeral: false,
  edits: 0,
  ...parts,
});

const TAG = /<(?:[^>"]|"[^"]*")*>/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&amp;", "&"],
]);

/** What is read: text without tags. */
export const textOf = (html: string): string =>
  html.replace(TAG, "").replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES.get(entity) ?? entity);

/** Without white space, which tags and text set differently. */
export const close = (text: string): string => text.replace(/\s+/gu, "");
