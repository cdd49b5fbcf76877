import { asNumber, asObject, asObjects, asText, type JsonObject } from "../../json.ts";
import { length } from "../judge/finding.ts";
import { ImpossibleAct } from "./impossible.ts";
import { isCalled, shownName } from "./menu.ts";
import type { Named } from "./resolved.ts";

type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const NUMBER = 10;
const LONGEST = 6000;

export const PICKED: ReadonlyMap<number, Named> = new Map([
  [USER, "user"],
  [CHANNEL, "channel"],
  [ROLE, "role"],
  [MENTIONABLE, "mentionable"],
]);

/** The `options` of a slash command, in the order of the command, by the rules that the client applies. */
export function fillOptions(
  options: readonly JsonObject[],
  values: OptionValues,
  locale: string,
): JsonObject[] {
  checkNames(options, values, locale);
  return options.flatMap((option) => {
    const value = givenValue(option, values, locale);
    if (value !== undefined)
      return [{ type: option.type, name: option.name, value: checkValue(option, value, locale) }];
    if (option.required === true) throw new ImpossibleAct(`the option ${asText(option.name)} is required`);
    return [];
  });
}

/** As sent while a person types: nothing is complete yet, one option is focused. */
export function typedOptions(
  options: readonly JsonObject[],
  focused: string,
  typed: string,
  others: OptionValues,
  locale: string,
): JsonObject[] {
  checkNames(options, others, locale);
  const field = options.find((option) => isCalled(option, focused, locale));
  if (field?.autocomplete !== true) throw new ImpossibleAct(`${focused} is no option with autocomplete`);
  return options.flatMap((option) => {
    if (option === field) return [{ type: option.type, name: option.name, value: typed, focused: true }];
    const value = givenValue(option, others, locale);
    return value === undefined ? [] : [{ type: option.type, name: option.name, value }];
  });
}

function checkNames(options: readonly JsonObject[], values: OptionValues, locale: string): void {
  for (const name of Object.keys(values))
    if (!options.some((option) => isCalled(option, name, locale)))
      throw new ImpossibleAct(`there is no option ${name}`);
}

const givenValue = (option: JsonObject, values: OptionValues, locale: string): OptionValue | undefined =>
  Object.entries(values).find(([name]) => isCalled(option, name, locale))?.[1];

function checkValue(option: JsonObject, value: OptionValue, locale: string): OptionValue {
  const choices = asObjects(option.choices);
  if (choices.length > 0) {
    const chosen = choices.find((choice) => choice.value === value || shownName(choice, locale) === value);
    if (!chosen) throw new ImpossibleAct(`${value} is no choice of ${asText(option.name)}`);
    return typeof chosen.value === "number" ? chosen.value : asText(chosen.value);
  }
  if (!fits(asNumber(option.type, 0), option, value))
    throw new ImpossibleAct(`${value} does not fit the option ${asText(option.name)}`);
  return value;
}

function fits(type: number, option: JsonObject, value: OptionValue): boolean {
  switch (type) {
    case STRING: {
      const size = typeof value === "string" ? length(value) : -1;
      return (
        size >= Math.max(1, asNumber(option.min_length, 0)) && size <= asNumber(option.max_length, LONGEST)
      );
    }
    case INTEGER:
    case NUMBER:
      return (
        typeof value === "number" &&
        (type === NUMBER || Number.isSafeInteger(value)) &&
        value >= asNumber(option.min_value, -(2 ** 53)) &&
        value <= asNumber(option.max_value, 2 ** 53)
      );
    case BOOLEAN:
      return typeof value === "boolean";
  }
  return PICKED.has(type) && typeof value === "string";
}

/** Wraps the options in the subcommands that lead to them. */
export const nest = (way: readonly JsonObject[], options: readonly JsonObject[]): readonly JsonObject[] =>
  way.reduceRight<readonly JsonObject[]>(
    (inner, step) => [{ type: asObject(step).type, name: step.name, options: inner }],
    options,
  );
