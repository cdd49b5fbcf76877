import { asList, asObjects, asText, isObject, type JsonObject } from "../../../../json.ts";
import type { Choice } from "../form.ts";
import { type Option, readOption, valuesOf } from "./option.ts";

/** What an element names as chosen before anybody has touched it. */
export function initialOptions(
  { initial_option, initial_options, ...rest }: JsonObject,
  nameOf: (id: string) => string,
): readonly Option[] {
  const options = [...(isObject(initial_option) ? [initial_option] : []), ...asObjects(initial_options)];
  const ids = NAMES.flatMap((name) => [rest[`initial_${name}`], ...asList(rest[`initial_${name}s`])])
    .map(asText)
    .filter((id) => id !== "");
  return [
    ...options.map(readOption),
    ...ids.map((id) => ({ value: id, label: nameOf(id), description: "" })),
  ];
}

const NAMES = ["user", "channel", "conversation"];

/** What was entered before, in words where they are still known. */
export function enteredOptions(choice: Choice, known: readonly Option[]): readonly Option[] {
  return valuesOf(choice)
    .filter((value) => value !== "")
    .map((value) => known.find((one) => one.value === value) ?? { value, label: value, description: "" });
}
