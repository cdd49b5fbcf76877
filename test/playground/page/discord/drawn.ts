import { signal } from "@preact/signals";
import { h } from "preact";
import { render } from "preact-render-to-string";
import { CHANNELS, WORLD } from "../../../../sandbox/discord/world.ts";
import type { JsonObject } from "../../../../sandbox/json.ts";
import { DiscordPane } from "../../../../sandbox/playground/page/discord/pane.tsx";
import { type App, AppContext } from "../../../../sandbox/playground/page/state/app.ts";
import { createStore } from "../../../../sandbox/playground/page/state/store.ts";
import { createView } from "../../../../sandbox/playground/page/state/view.ts";
import { IDENTITIES, type Persona } from "../../../../sandbox/playground/personas.ts";
import type { Patch, Single } from "../../../../sandbox/playground/protocol.ts";

/** Sunday 22 November 2026, noon in London. */
export const NOW = 1_795_348_800_000;

export const ALICE: Persona = {
  key: "alice",
  name: "Alice",
  ...IDENTITIES.alice,
  language: "fr",
  timeZone: "Europe/Paris",
};
export const BRUNO: Persona = {
  key: "bruno",
  name: "Bruno",
  ...IDENTITIES.bruno,
  language: "en",
  timeZone: "America/New_York",
};

interface Scene {
  readonly who?: Persona;
  readonly now?: number;
  readonly mark?: string;
  readonly messages?: readonly JsonObject[];
  readonly single?: Partial<Single>;
}

/** A message of the bot's with this body, as the stand-in tells of it. */
export const message = (body: JsonObject, id = "1215000000000000001"): JsonObject => ({
  id,
  channel_id: CHANNELS.ops,
  type: 0,
  author: { id: WORLD.applicationId, username: WORLD.botName, global_name: null, bot: true },
  content: "",
  timestamp: new Date(NOW).toISOString(),
  edited_timestamp: null,
  flags: 0,
  mention_everyone: false,
  mentions: [],
  attachments: [],
  embeds: [],
  components: [],
  ...body,
});

export const text = (content: string): JsonObject => ({
  flags: 32768,
  components: [{ type: 10, content }],
});

/** The whole pane as HTML. */
export const drawPane = (scene: Scene): string =>
  render(
    h(AppContext.Provider, { value: appOf(scene) }, h(DiscordPane, { mark: signal(scene.mark ?? null) })),
  );

/** What one message says, as HTML, without the line above it. */
export function drawText(content: string, scene: Scene = {}): string {
  const [, body = ""] = drawPane({ ...scene, messages: [message(text(content))] }).split(
    '<div class="markdown">',
  );
  return body.split("</article>")[0] ?? "";
}

function appOf({ who = ALICE, now = NOW, messages = [], single = {} }: Scene): App {
  const store = createStore();
  const patch: Patch = {
    whole: true,
    single: {
      who,
      world: {
        personas: [ALICE, BRUNO],
        slack: {
          team: "",
          botUserId: "",
          command: { command: "", description: "", usageHint: "" },
          names: {},
        },
        discord: { botUserId: WORLD.applicationId, botName: WORLD.botName, names: NAMES },
        addresses: [],
      },
      discordPlaces: [
        { id: CHANNELS.general, name: "general", server: "Atelier Lumière", menu: [] },
        { id: CHANNELS.ops, name: "ops", server: "Atelier Lumière", menu: [] },
        { id: CHANNELS.aliceDirect, name: "", server: null, menu: [] },
      ],
      discordModal: null,
      discordErrors: [],
      clock: { now, movingTo: null },
      ...single,
    },
    many: { discordMessages: { set: Object.fromEntries(messages.map((one) => [one.id, one])), gone: [] } },
  };
  store.apply(patch);
  return {
    store,
    now: signal(now),
    view: createView(),
    settings: { language: signal("en"), theme: signal("dark") },
    link: {
      connected: signal(true),
      look: () => undefined,
      act: async () => ({ kind: "done" }),
      services: async () => ({ total: 0, rows: [] }),
    },
  };
}

const NAMES = Object.fromEntries([
  ...WORLD.people.map(({ id, globalName }) => [id, globalName]),
  ...WORLD.guilds.flatMap(({ channels, roles }) => [...channels, ...roles].map(({ id, name }) => [id, name])),
]);

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };

/** What can be read of HTML: without its tags, and without blanks, which blocks have none between them. */
export const readable = (html: string): string =>
  squeezed(
    html.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );

export const squeezed = (words: string): string => words.replace(/\s+/gu, "");
