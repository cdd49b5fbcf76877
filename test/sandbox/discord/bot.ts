import { Client, Events, GatewayIntentBits, type Interaction } from "discord.js";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import { createJudge } from "../../../sandbox/discord/judge/judge.ts";
import { createDiscordSandbox, type DiscordSandbox } from "../../../sandbox/discord/sandbox.ts";
import { asObject, type JsonObject } from "../../../sandbox/json.ts";
import { conformanceFound, readConformance } from "../../conformance.ts";

const START = Date.UTC(2026, 10, 22, 9, 0, 0);

export interface Scene {
  readonly sandbox: DiscordSandbox;
  readonly clock: SandboxClock;
  /** Logs a real discord.js client in; what `handle` throws is kept in `failures`. */
  bot(
    handle?: (interaction: Interaction) => unknown,
    intents?: readonly GatewayIntentBits[],
  ): Promise<Client<true>>;
  readonly failures: unknown[];
  close(): Promise<void>;
}

const judge = await createJudge(
  conformanceFound ? asObject(readConformance("discord/openapi.json")) : undefined,
);

export async function openScene(options: { readonly heartbeatInterval?: number } = {}): Promise<Scene> {
  const clock = createSandboxClock({ start: START, frozen: true });
  const sandbox = await createDiscordSandbox({ clock, judge, ...options });
  const clients: Client[] = [];
  const failures: unknown[] = [];
  return {
    sandbox,
    clock,
    failures,
    async bot(handle = () => undefined, intents = [GatewayIntentBits.Guilds]) {
      const client = makeClient(sandbox, intents);
      clients.push(client);
      client.on(Events.InteractionCreate, async (interaction) => {
        try {
          await handle(interaction);
        } catch (error) {
          failures.push(error);
        }
      });
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(sandbox.token);
      return ready;
    },
    async close() {
      await Promise.all(clients.map((client) => client.destroy()));
      await sandbox.close();
      clock.stop();
    },
  };
}

export const makeClient = (sandbox: DiscordSandbox, intents: readonly GatewayIntentBits[]): Client =>
  new Client({
    intents: [...intents],
    waitGuildTimeout: 200,
    allowedMentions: { parse: [] },
    rest: { api: sandbox.apiUrl },
    // discord.js leaves five seconds between two IDENTIFYs.
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: () => Promise.resolve() }) },
  });

/** A command with a subcommand, one option of autocomplete and one of choices, named in French too. */
export const COMMANDS: readonly JsonObject[] = [
  {
    name: "ovh",
    type: 1,
    description: "Looks after services",
    contexts: [0, 1],
    integration_types: [0],
    options: [
      {
        type: 1,
        name: "upcoming",
        name_localizations: { fr: "échéances" },
        description: "What is coming",
        description_localizations: { fr: "Ce qui vient" },
        options: [
          {
            type: 3,
            name: "sort",
            description: "The order",
            choices: [{ name: "by name", name_localizations: { fr: "par nom" }, value: "name" }],
          },
          { type: 4, name: "days", description: "How many", min_value: 1, max_value: 365 },
        ],
      },
      {
        type: 1,
        name: "service",
        description: "One service",
        options: [{ type: 3, name: "name", description: "Which", required: true, autocomplete: true }],
      },
    ],
  },
];
