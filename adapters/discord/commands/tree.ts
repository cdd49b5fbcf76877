import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { atMost, within } from "../../../src/card/too-large.ts";
import type { CommandInfo, Localized, ParamInfo } from "../../../src/chat.ts";
import { CHOICES, COMMAND_DESCRIPTION, COMMAND_OPTIONS } from "../limits.ts";

const SUMMARY = {
  en: "OVHcloud services: list, explain, renew, end",
  fr: "Services OVHcloud : lister, expliquer, renouveler, résilier",
} as const satisfies Localized;

/**
 * `/ovh` with one subcommand for each command. English is what Discord shows to everybody whose language has no name
 * of its own. Only in servers, and only where the bot itself is installed: everything the bot says is for a team.
 */
export function commandTree(
  commands: readonly CommandInfo[],
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: "ovh",
      ...describedIn(SUMMARY),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      options: atMost(COMMAND_OPTIONS, "/ovh", commands).map(subcommand),
    },
  ];
}

function subcommand({ name, summary, params }: CommandInfo): APIApplicationCommandSubcommandOption {
  // Discord refuses a required option after an optional one.
  const inOrder = [
    ...params.filter(({ required }) => required),
    ...params.filter(({ required }) => !required),
  ];
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...namedIn(name),
    ...describedIn(summary),
    options: atMost(COMMAND_OPTIONS, `/ovh ${name.en}`, inOrder).map(option),
  };
}

function option(param: ParamInfo): APIApplicationCommandBasicOption {
  const common = { ...namedIn(param.name), ...describedIn(param.summary), required: param.required };
  switch (param.kind) {
    case "text":
      return { ...common, type: ApplicationCommandOptionType.String };
    case "service":
      return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
    case "whole-number":
      return { ...common, type: ApplicationCommandOptionType.Integer };
    case "choice":
      return { ...common, type: ApplicationCommandOptionType.String, choices: choices(param) };
  }
}

const choices = ({ name, choices = [] }: ParamInfo) =>
  atMost(CHOICES, `the option ${name.en}`, choices).map(({ label, value }) => ({ ...namedIn(label), value }));

const namedIn = ({ en, fr }: Localized) => ({ name: en, name_localizations: { fr } });

const describedIn = ({ en, fr }: Localized) => ({
  description: within(COMMAND_DESCRIPTION, "a description", en),
  description_localizations: { fr: within(COMMAND_DESCRIPTION, "a description", fr) },
});
