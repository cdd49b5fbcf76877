import type { Act as DiscordOutcome } from "../../discord/person/act.ts";
import type { DiscordPerson } from "../../discord/person/person.ts";
import type { SeenMessage } from "../../discord/person/seen.ts";
import type { DiscordAct } from "../acts.ts";
import type { Life } from "../life.ts";
import type { Persona } from "../personas.ts";
import type { ActAnswer } from "../protocol.ts";
import { createScribe } from "./scribe.ts";

const DONE: ActAnswer = { kind: "done" };

/** What somebody does at the Discord client. What Discord itself says of a failure stands among its errors. */
export async function performDiscord(
  life: Life,
  { key, discordId }: Persona,
  act: DiscordAct,
): Promise<ActAnswer> {
  const { world, switches } = life;
  const person = world.discord.person(discordId);
  const write = createScribe(life, key, "discord");
  switch (act.kind) {
    case "discord-say":
      await write("says", act.text, () => person.says(act.channel, act.text));
      return DONE;
    case "discord-slash": {
      const { name, subcommand } = split(act.command);
      const options = Object.entries(act.options).map(([option, value]) => `${option}:${value}`);
      await write("types", [`/${act.command}`, ...options].join(" "), () =>
        person.slash(act.channel, name, subcommand, act.options),
      );
      return DONE;
    }
    case "discord-autocomplete": {
      const { name, subcommand } = split(act.command);
      const { channel, option, typed, others } = act;
      const outcome = await person.autocomplete(channel, name, subcommand, option, typed, others);
      return { kind: "choices", choices: outcome.kind === "choices" ? outcome.choices : [] };
    }
    case "discord-press": {
      const press = (): Promise<DiscordOutcome> => person.press(act.message, act.customId);
      const button = messageOf(person, act.message)?.buttons.find(
        ({ customId }) => customId === act.customId,
      );
      const words = button?.label ?? "";
      if (button?.disabled === false && switches.takeDoublePress())
        await write("presses", words, () => Promise.all([press(), press()]), 2);
      else await write("presses", words, press);
      return DONE;
    }
    case "discord-choose": {
      const select = messageOf(person, act.message)?.selects.find(
        ({ customId }) => customId === act.customId,
      );
      const chosen = select?.options.filter(({ value }) => act.values.includes(value)) ?? [];
      await write("chooses", chosen.map(({ label }) => label).join(", "), () =>
        person.select(act.message, act.customId, act.values),
      );
      return DONE;
    }
    case "discord-submit":
      await write("sends", person.modal()?.title ?? "", () => person.submit(act.values));
      return DONE;
    case "discord-close-modal":
      await write("closes", person.modal()?.title ?? "", person.closeModal);
      return DONE;
  }
}

/** "ovh services" → the command and the way below it. */
function split(command: string): { readonly name: string; readonly subcommand: string | null } {
  const [name = "", ...way] = command.split(" ");
  return { name, subcommand: way.length === 0 ? null : way.join(" ") };
}

const messageOf = (person: DiscordPerson, id: string): SeenMessage | undefined =>
  person
    .places()
    .flatMap((place) => person.sees(place.kind === "guild" ? place.channel.id : place.id))
    .find((message) => message.id === id);
