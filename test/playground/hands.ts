import { onTestFinished } from "vitest";
import { BUTTON, placedComponents, textOf } from "../../sandbox/discord/judge/components.ts";
import * as Discord from "../../sandbox/discord/world.ts";
import { asText } from "../../sandbox/json.ts";
import type { Act } from "../../sandbox/playground/acts.ts";
import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import type { PlatformName } from "../../sandbox/playground/protocol.ts";
import { interactives, optionsOf } from "../../sandbox/slack/elements.ts";
import { readable } from "../../sandbox/slack/readable.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import type { OpenPlayground } from "./open.ts";
import type { Watching } from "./watching.ts";

/**
 * Somebody at the page, until the test ends: acts by what the page was told, and by nothing else. Each act waits for
 * what it needs.
 */
export interface Hands {
  readonly sight: Watching;
  /** A command as the story shows it: `/ovh terminate NAME`. */
  types(line: string): Promise<void>;
  presses(label: RegExp): Promise<void>;
  /** Fills the open form, its fields in order, and sends it; `true` ticks. */
  sends(values: readonly (string | true)[]): Promise<void>;
  /** What stands in #ops, oldest first, buttons excepted. */
  texts(): readonly string[];
  buttons(): readonly string[];
  /** Resolves when this stands in #ops. */
  sees(words: RegExp | string): Promise<string>;
}

/** Where somebody's page is: in front of a playground in this process, or of the program. */
export type Page = Pick<OpenPlayground, "does" | "watch">;

export async function handsOf(page: Page, who: PersonaKey, platform: PlatformName): Promise<Hands> {
  const sight = await page.watch(who);
  onTestFinished(sight.close);
  const client = platform === "slack" ? slackClient(sight) : discordClient(sight);
  const texts = (): readonly string[] => client.messages().map(({ text }) => text);
  const pressables = (): readonly Pressable[] => client.messages().flatMap(({ buttons }) => buttons);
  return {
    sight,
    texts,
    buttons: () => pressables().map(({ label }) => label),
    types: async (line) => page.does(who, await sight.until(() => client.slash(line))),
    async presses(label) {
      const found = await sight.until(() => pressables().findLast((one) => label.test(one.label)));
      if (found) await page.does(who, found.press);
    },
    async sends(values) {
      const submit = await sight.until(() => client.submit(values));
      if (submit) await page.does(who, submit);
    },
    sees: async (words) => (await sight.until(() => texts().find((text) => has(text, words)))) ?? "",
  };
}

const has = (text: string, words: RegExp | string): boolean =>
  typeof words === "string" ? text.includes(words) : words.test(text);

interface Pressable {
  readonly label: string;
  readonly press: Act;
}

interface Client {
  messages(): readonly { readonly text: string; readonly buttons: readonly Pressable[] }[];
  slash(line: string): Act;
  /** Null while no form is open. */
  submit(values: readonly (string | true)[]): Act | null;
}

function slackClient(sight: Watching): Client {
  const channel = Slack.OPS.id;
  const ops = () => sight.many("slackMessages").filter((message) => message.channel === channel);
  return {
    messages: () =>
      ops().map((message) => ({
        text: readable(message, {
          locale: "en-US",
          timeZone: "UTC",
          now: sight.single("clock").now,
          nameOf: (id) => id,
        }),
        buttons: interactives(message.blocks)
          .filter(({ element }) => element.type === "button")
          .map(({ blockId, element }) => ({
            label: element.text?.text ?? "",
            press: {
              kind: "slack-press",
              place: { channel, ts: message.ts },
              element: { blockId, actionId: element.action_id },
            },
          })),
      })),
    slash(line) {
      const [command = "", ...words] = line.split(" ");
      return { kind: "slack-slash", channel, command, text: words.join(" ") };
    },
    submit(values) {
      const modal = sight.single("slackModal");
      if (!modal) return null;
      const fields = interactives(modal.blocks).filter(({ input }) => input !== null);
      const entered = fields.map(({ blockId, element }, at) => [
        blockId,
        values[at] === true ? (optionsOf(element)[0]?.value ?? "") : (values[at] ?? ""),
      ]);
      return { kind: "slack-submit", values: Object.fromEntries(entered) };
    },
  };
}

function discordClient(sight: Watching): Client {
  const channel = Discord.CHANNELS.ops;
  const ops = () => sight.many("discordMessages").filter((message) => message.channel_id === channel);
  return {
    messages: () =>
      ops().map((message) => ({
        text: asText(message.content) + textOf(message),
        buttons: [...placedComponents(message, "")]
          .filter(({ component }) => component.type === BUTTON)
          .map(({ component }) => ({
            label: asText(component.label),
            press: {
              kind: "discord-press",
              message: asText(message.id),
              customId: asText(component.custom_id),
            },
          })),
      })),
    slash(line) {
      const menu = sight.single("discordPlaces").find(({ id }) => id === channel)?.menu ?? [];
      const entry = menu.find(({ name }) => `${line} `.startsWith(`${name} `));
      if (!entry) throw new Error(`the menu has no "${line}": ${menu.map(({ name }) => name).join(", ")}`);
      const words = line
        .slice(entry.name.length)
        .split(" ")
        .filter((word) => word !== "");
      const options = words.map((word, at) => {
        const named = entry.options.find(({ name }) => word.startsWith(`${name}:`));
        const option = named ?? entry.options[at];
        const typed = named ? word.slice(named.name.length + 1) : word;
        const choice = option?.choices.find(({ name, value }) => name === typed || value === typed);
        return [option?.name ?? "", choice?.value ?? typed];
      });
      const command = entry.name.slice(1);
      return { kind: "discord-slash", channel, command, options: Object.fromEntries(options) };
    },
    submit(values) {
      const modal = sight.single("discordModal");
      if (!modal) return null;
      const entered = modal.inputs.map(({ customId, options }, at) => [
        customId,
        values[at] === true ? options.map(({ value }) => value) : (values[at] ?? ""),
      ]);
      return { kind: "discord-submit", values: Object.fromEntries(entered) };
    },
  };
}
