import { PermissionFlagsBits as Flags } from "discord-api-types/v10";
import { asList, asNumber, asObject, asObjects, asText, type JsonObject } from "../../json.ts";
import type { StoredCommand } from "../commands.ts";
import { has, permissionsOf } from "../permissions.ts";
import { type Place, placeId, type State } from "../state.ts";
import { ImpossibleAct } from "./impossible.ts";

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const GROUP = 2;

/** A line of the menu that opens at "/". */
export interface MenuEntry {
  /** As this person reads it, as in `/ovh échéances`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly MenuOption[];
}

/** A field of a command, as this person reads it. */
export interface MenuOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** 3 text, 4 whole number, 5 true or false, 6 user, 7 channel, 8 role, 9 user or role, 10 number. */
  readonly type: number;
  /** Offers values while one types. */
  readonly autocomplete: boolean;
  /** The only values that it takes; empty where any will do. */
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
}

/** What was found under typed names: the command, the way down to it, and its own options. */
export interface Found {
  readonly command: StoredCommand;
  /** Subcommand group and subcommand, none to two. */
  readonly way: readonly JsonObject[];
  readonly options: readonly JsonObject[];
}

export const shownName = (holder: JsonObject, locale: string): string =>
  asText(asObject(holder.name_localizations)[locale]) || asText(holder.name);

const shownDescription = (holder: JsonObject, locale: string): string =>
  asText(asObject(holder.description_localizations)[locale]) || asText(holder.description);

/** The client finds a name in the reader's language, and the default one too. */
export const isCalled = (holder: JsonObject, typed: string, locale: string): boolean =>
  shownName(holder, locale) === typed || asText(holder.name) === typed;

/** The commands that this person is offered here.
 *  Source: https://discord.com/developers/docs/interactions/application-commands#permissions */
function offered(state: State, place: Place, userId: string): readonly StoredCommand[] {
  const guildId = place.kind === "guild" ? place.guild.id : null;
  const may = place.kind === "guild" ? permissionsOf(place.guild, userId, place.channel) : null;
  if (may !== null && !has(may, Flags.ViewChannel | Flags.UseApplicationCommands)) return [];
  const context = place.kind === "guild" ? 0 : 1;
  const all = [...state.commands.list(null), ...(guildId === null ? [] : state.commands.list(guildId))];
  return all.filter(({ type, payload }) => {
    if (type !== CHAT_INPUT) return false;
    if (Array.isArray(payload.contexts) && !asList(payload.contexts).includes(context)) return false;
    const needed = asText(payload.default_member_permissions);
    if (needed === "" || may === null) return true;
    return BigInt(needed) === 0n ? has(may, Flags.Administrator) : has(may, BigInt(needed));
  });
}

export function menuOf(state: State, place: Place, userId: string): readonly MenuEntry[] {
  const locale = state.person(userId)?.locale ?? "en-US";
  const lines = (holder: JsonObject, above: string): readonly MenuEntry[] => {
    const name = `${above}${shownName(holder, locale)}`;
    const options = asObjects(holder.options);
    const inner = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
    if (inner.length > 0) return inner.flatMap((one) => lines(one, `${name} `));
    return [
      {
        name,
        description: shownDescription(holder, locale),
        options: options.map((option) => menuOption(option, locale)),
      },
    ];
  };
  return offered(state, place, userId).flatMap(({ payload }) => lines(payload, "/"));
}

const menuOption = (option: JsonObject, locale: string): MenuOption => ({
  name: shownName(option, locale),
  description: shownDescription(option, locale),
  required: option.required === true,
  type: asNumber(option.type, 0),
  autocomplete: option.autocomplete === true,
  choices: asObjects(option.choices).map((choice) => ({
    name: shownName(choice, locale),
    value: typeof choice.value === "number" ? choice.value : asText(choice.value),
  })),
});

/** `subcommand` is one or two words, or null for a command without any. */
export function findCommand(
  state: State,
  place: Place,
  userId: string,
  name: string,
  subcommand: string | null,
): Found {
  const locale = state.person(userId)?.locale ?? "en-US";
  const command = offered(state, place, userId).find(({ payload }) => isCalled(payload, name, locale));
  if (!command) throw new ImpossibleAct(`/${name} is not offered in ${placeId(place)}`);
  const way: JsonObject[] = [];
  let level = command.payload;
  for (const word of subcommand === null ? [] : subcommand.split(" ")) {
    const next = asObjects(level.options).find(
      (one) => asNumber(one.type, 0) <= GROUP && isCalled(one, word, locale),
    );
    if (!next) throw new ImpossibleAct(`/${name} has no subcommand ${word}`);
    way.push(next);
    level = next;
  }
  const options = asObjects(level.options);
  if (options.some(({ type }) => type === SUBCOMMAND || type === GROUP))
    throw new ImpossibleAct(`/${name} needs a subcommand`);
  return { command, way, options };
}
