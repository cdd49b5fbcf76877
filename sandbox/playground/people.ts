import type { DiscordSandbox } from "../discord/sandbox.ts";
import * as Discord from "../discord/world.ts";
import type { SlackSandbox } from "../slack/sandbox.ts";
import * as Slack from "../slack/world.ts";
import { IDENTITIES, PERSONAS, type Persona, type PersonaKey } from "./personas.ts";
import type { Language } from "./protocol.ts";

/** The people of both platforms, with the language and the zone that they have set. */
export interface People {
  all(): readonly Persona[];
  get(key: PersonaKey): Persona;
  /** Both clients take it over; Slack tells the bot, as the real one does. Throws for a zone that does not exist. */
  change(key: PersonaKey, settings: Partial<Pick<Persona, "language" | "timeZone">>): Promise<void>;
}

/** What the two clients call a language. */
const LOCALES: Readonly<Record<Language, { readonly slack: string; readonly discord: string }>> = {
  fr: { slack: "fr-FR", discord: "fr" },
  en: { slack: "en-US", discord: "en-US" },
};

export function createPeople(slack: SlackSandbox, discord: DiscordSandbox): People {
  const people = new Map(PERSONAS.map((key) => [key, firstOf(key)]));
  const get = (key: PersonaKey): Persona => people.get(key) ?? firstOf(key);
  return {
    all: () => PERSONAS.map(get),
    get,
    async change(key, settings) {
      const { timeZone } = settings;
      if (timeZone !== undefined) new Intl.DateTimeFormat("en", { timeZone });
      const changed = { ...get(key), ...settings };
      people.set(key, changed);
      const locale = LOCALES[changed.language];
      discord.setLocale(changed.discordId, locale.discord);
      await slack.admin.changePerson(changed.slackId, { locale: locale.slack, timeZone: changed.timeZone });
    },
  };
}

function firstOf(key: PersonaKey): Persona {
  const identity = IDENTITIES[key];
  const atSlack = Slack.EXAMPLE_WORLD.people.find(({ id }) => id === identity.slackId);
  const atDiscord = Discord.WORLD.people.find(({ id }) => id === identity.discordId);
  if (!atSlack || !atDiscord) throw new Error(`${key} is missing on a platform`);
  return {
    key,
    ...identity,
    name: atSlack.realName.split(" ")[0] ?? atSlack.name,
    language: atSlack.locale.startsWith("fr") ? "fr" : "en",
    timeZone: atSlack.timeZone,
  };
}
