import type { DiscordPerson } from "../discord/person/person.ts";
import type { SeenMessage, SeenModal } from "../discord/person/seen.ts";
import { discordWords } from "../discord/words.ts";
import type { WorldPerson } from "../discord/world.ts";
import type { SandboxWorld } from "../world.ts";
import { actAndSee, awaitWords, newest, type Player, type Screen, type Shown } from "./player.ts";
import { latest } from "./slack-player.ts";

type SeenButton = SeenMessage["buttons"][number];
type SeenInput = SeenModal["inputs"][number];

/** A person in one Discord channel. */
export function discordPlayer(
  { discord: sandbox, clock }: Pick<SandboxWorld, "discord" | "clock">,
  { id, globalName, username, locale }: WorldPerson,
  channel: string,
): Player {
  const person = sandbox.person(id);
  const nameOf = (other: string): string =>
    sandbox.world.people.find((one) => one.id === other)?.globalName ?? other;
  const read = (text: string): string =>
    discordWords(text, { locale, timeZone: "UTC", now: clock.now() }, nameOf);
  const screen: Screen = {
    shown: () => shown(person, channel, read),
    changed: (look) => sandbox.changed(look),
  };
  const press = async (words: string | RegExp): Promise<void> => {
    const { message, button } = newest(placed(person.sees(channel)), ({ button }) => button.label, words);
    await person.press(message.id, button.customId ?? button.label);
  };
  return {
    name: globalName ?? username,
    platform: "Discord",
    asks: (command, values = {}) => actAndSee(screen, () => person.slash(channel, "ovh", command, values)),
    presses: (words) => actAndSee(screen, () => press(words)),
    pressesAndLeaves: press,
    chooses: (option) =>
      actAndSee(screen, async () => {
        const selects = person
          .sees(channel)
          .flatMap((message) => message.selects.map((select) => ({ message, select })));
        const { message, select } = newest(
          selects,
          (one) => one.select.options.map(({ label }) => label).join(" / "),
          option,
        );
        const { value } = newest(select.options, ({ label }) => label, option);
        await person.select(message.id, select.customId, [value]);
      }),
    sends: (values) => actAndSee(screen, () => person.submit(fill(person.modal(), values))),
    sees: () => latest(screen),
    seesAll: () => screen.shown().map(({ seen }) => seen),
    awaits: (words) => awaitWords(screen, words),
  };
}

function shown(person: DiscordPerson, channel: string, read: (text: string) => string): readonly Shown[] {
  const messages = person
    .sees(channel)
    .filter(({ thinking }) => !thinking)
    .map(
      (message): Shown => ({
        key: `${message.id}/${message.text}/${message.buttons.map(({ label }) => label).join()}`,
        seen: {
          kind: "message",
          isPrivate: message.ephemeral,
          text: [
            read(message.text),
            ...message.selects.map(({ placeholder }) => `<${placeholder}>`),
            words(message.buttons),
          ]
            .filter((line) => line !== "")
            .join("\n"),
          buttons: message.buttons.map(({ label }) => label),
        },
      }),
    );
  const modal = person.modal();
  if (!modal) return messages;
  const text = [`== ${modal.title} ==`, read(modal.text), ...modal.inputs.map(inputWords)].join("\n");
  return [
    ...messages,
    { key: `modal/${modal.customId}/${text}`, seen: { kind: "form", isPrivate: true, text, buttons: [] } },
  ];
}

const words = (buttons: readonly SeenButton[]): string => buttons.map(({ label }) => `[${label}]`).join(" ");

const inputWords = ({ label, description, options }: SeenInput): string =>
  [`${label}:`, description, ...options.map((option) => `[ ] ${option.label}`)]
    .filter((word) => word !== "")
    .join(" ");

function placed(
  messages: readonly SeenMessage[],
): readonly { readonly message: SeenMessage; readonly button: SeenButton }[] {
  return messages.flatMap((message) => message.buttons.map((button) => ({ message, button })));
}

function fill(
  modal: SeenModal | null,
  values: readonly (string | true)[],
): Readonly<Record<string, string | readonly string[]>> {
  if (!modal) throw new Error("no form is open");
  return Object.fromEntries(
    values.map((value, at) => {
      const input = modal.inputs[at];
      if (!input) throw new Error(`the form has no field ${at + 1}`);
      return [input.customId, value === true ? input.options.map((option) => option.value) : value];
    }),
  );
}
