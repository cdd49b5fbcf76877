import { asList, asNumber, asObject, asObjects, asText, type JsonObject } from "../../json.ts";
import {
  checkCount,
  checkText,
  checkUnique,
  type Finding,
  join,
  length,
  type Note,
  noteInto,
} from "./finding.ts";

const COMMAND_PAGE = "https://discord.com/developers/docs/interactions/application-commands";
const LOCALE_PAGE = "https://discord.com/developers/docs/reference#locales";

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_TEXT = 8000;
const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const LAST_OPTION_TYPE = 11;

const LOCALES = new Set(
  (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th " +
    "zh-CN ja zh-TW ko"
  ).split(" "),
);

/** What Discord would refuse in a bulk overwrite (a list) or in one command. */
export function judgeCommands(body: unknown): Finding[] {
  const findings: Finding[] = [];
  const note = noteInto(findings, COMMAND_PAGE);
  const single = !Array.isArray(body);
  const commands = single ? [asObject(body)] : asObjects(body);
  for (const [index, command] of commands.entries())
    judgeCommand(command, single ? "" : `${index}`, findings);
  checkUnique(
    commands.map((one, index) => ({
      value: `${one.type ?? CHAT_INPUT} ${one.name}`,
      path: join(`${index}`, "name"),
    })),
    (path) => note(path, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"),
  );
  return findings;
}

function judgeCommand(command: JsonObject, path: string, findings: Finding[]): void {
  const note = noteInto(findings, COMMAND_PAGE);
  const chat = asNumber(command.type, CHAT_INPUT) === CHAT_INPUT;
  if (chat) checkName(command, path, note);
  checkText(note, command, path, "description", { min: chat ? 1 : 0, max: 100 });
  if (chat && typeof command.description !== "string")
    note(join(path, "description"), "BASE_TYPE_REQUIRED", "This field is required");
  for (const [index, context] of asList(command.contexts).entries()) {
    if (context !== 0 && context !== 1 && context !== 2)
      note(join(join(path, "contexts"), index), "BASE_TYPE_CHOICES", "Value must be one of {0, 1, 2}.");
  }
  checkLocales(command, path, chat, findings);
  checkOptions(command, path, findings);
  if (textLength(command) > MOST_TEXT)
    note(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
}

function checkName(holder: JsonObject, path: string, note: Note): void {
  const name = asText(holder.name);
  if (!NAME.test(name) || name !== name.toLowerCase())
    note(join(path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
}

function checkLocales(holder: JsonObject, path: string, named: boolean, findings: Finding[]): void {
  for (const key of ["name_localizations", "description_localizations"]) {
    for (const [locale, text] of Object.entries(asObject(holder[key]))) {
      const at = join(join(path, key), locale);
      if (!LOCALES.has(locale))
        noteInto(findings, LOCALE_PAGE)(at, "BASE_TYPE_CHOICES", `${locale} is not a locale of Discord`);
      if (key === "name_localizations" && named)
        checkName({ name: text }, at, noteInto(findings, COMMAND_PAGE));
      if (key === "description_localizations")
        checkText(noteInto(findings, COMMAND_PAGE), { [locale]: text }, join(path, key), locale, {
          min: 1,
          max: 100,
        });
    }
  }
}

function checkOptions(holder: JsonObject, path: string, findings: Finding[]): void {
  const note = noteInto(findings, COMMAND_PAGE);
  checkCount(note, holder, path, "options", { max: 25 });
  const options = asObjects(holder.options);
  let optional = false;
  for (const [index, option] of options.entries()) {
    const at = join(join(path, "options"), index);
    checkOption(option, at, note);
    checkLocales(option, at, true, findings);
    checkOptions(option, at, findings);
    const required = option.required === true;
    if (asNumber(option.type, 0) <= SUBCOMMAND_GROUP) continue;
    if (required && optional)
      note(
        at,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    optional ||= !required;
  }
  checkUnique(
    options.map((option, index) => ({
      value: option.name,
      path: join(join(join(path, "options"), index), "name"),
    })),
    (at) => note(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists"),
  );
}

function checkOption(option: JsonObject, path: string, note: Note): void {
  const type = asNumber(option.type, 0);
  if (type < SUBCOMMAND || type > LAST_OPTION_TYPE)
    note(join(path, "type"), "BASE_TYPE_CHOICES", "Value must be one of {1, ..., 11}.");
  checkName(option, path, note);
  checkText(note, option, path, "description", { min: 1, max: 100 });
  checkCount(note, option, path, "choices", { max: 25 });
  for (const [index, choice] of asObjects(option.choices).entries()) {
    const at = join(join(path, "choices"), index);
    checkText(note, choice, at, "name", { min: 1, max: 100 });
    checkText(note, choice, at, "value", { max: 100 });
  }
  if (option.autocomplete === true && asList(option.choices).length > 0)
    note(
      path,
      "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
      "choices and autocomplete exclude each other",
    );
  if (asNumber(option.min_length, 0) > asNumber(option.max_length, 6000))
    note(join(path, "min_length"), "APPLICATION_COMMAND_OPTIONS_LENGTHS", "min_length is above max_length");
}

/** Names, descriptions, choice names and choice values, options included. */
const textLength = (holder: JsonObject): number =>
  [
    holder.name,
    holder.description,
    ...asObjects(holder.choices).flatMap((choice) => [choice.name, choice.value]),
  ]
    .map((text) => length(asText(text)))
    .concat(asObjects(holder.options).map(textLength))
    .reduce((sum, part) => sum + part, 0);
