import { asNumber, asObject, asObjects, asText, isObject, type JsonObject } from "../../json.ts";
import type { OpenModal } from "../interaction/interaction.ts";
import { ACTION_ROW, CHECKBOX, CHECKBOX_GROUP, LABEL, RADIO_GROUP, TEXT_INPUT } from "../judge/components.ts";
import { length } from "../judge/finding.ts";
import { ImpossibleAct } from "./impossible.ts";

type FormValue = string | boolean | readonly string[];
/** By custom id or by label. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** The `data` of a submitted form, by the rules that the client applies before it lets a person send it. */
export function fillForm(modal: OpenModal, values: FormValues): JsonObject {
  const used = new Set<string>();
  const find = (input: JsonObject, label: string): FormValue | undefined => {
    const key = [asText(input.custom_id), label].find((name) => name in values);
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : values[key];
  };
  const components = modal.components.map((top) => fillTop(top, find));
  const unknown = Object.keys(values).find((name) => !used.has(name));
  if (unknown !== undefined) throw new ImpossibleAct(`the form has no field ${unknown}`);
  return { custom_id: modal.customId, components };
}

type Find = (input: JsonObject, label: string) => FormValue | undefined;

function fillTop(top: JsonObject, find: Find): JsonObject {
  const { type, id } = top;
  if (type === LABEL) {
    const input = asObject(top.component);
    return { type, id, component: fillInput(input, find(input, asText(top.label))) };
  }
  if (type === ACTION_ROW) {
    const inputs = asObjects(top.components);
    return {
      type,
      id,
      components: inputs.map((input) => fillInput(input, find(input, asText(input.label)))),
    };
  }
  return { type, id };
}

function fillInput(input: JsonObject, value: FormValue | undefined): JsonObject {
  const { type, id, custom_id } = input;
  const base = { type, id, custom_id };
  switch (type) {
    case TEXT_INPUT:
      return { ...base, value: text(input, value) };
    case CHECKBOX:
      return { ...base, value: value === undefined ? input.default === true : value === true };
    case RADIO_GROUP:
      return { ...base, value: picked(input, value, 1)[0] ?? null };
    case CHECKBOX_GROUP:
      return { ...base, values: picked(input, value, asObjects(input.options).length) };
  }
  return { ...base, values: picked(input, value, asNumber(input.max_values, 1)) };
}

function text(input: JsonObject, value: FormValue | undefined): string {
  const typed = value === undefined ? asText(input.value) : value;
  const name = asText(input.custom_id);
  if (typeof typed !== "string") throw new ImpossibleAct(`${name} takes text`);
  if (typed === "" && input.required === false) return "";
  const size = length(typed);
  if (size < Math.max(1, asNumber(input.min_length, 0)) || size > asNumber(input.max_length, 4000))
    throw new ImpossibleAct(`${name} does not take ${size} characters`);
  return typed;
}

function picked(input: JsonObject, value: FormValue | undefined, most: number): readonly string[] {
  const name = asText(input.custom_id);
  const options = asObjects(input.options);
  const preset = options.filter((option) => option.default === true).map((option) => asText(option.value));
  const wanted = value === undefined ? preset : typeof value === "string" ? [value] : value;
  if (typeof wanted === "boolean") throw new ImpossibleAct(`${name} takes values`);
  const values = wanted.map((one) => {
    const option = options.find((other) => other.value === one || other.label === one);
    if (isObject(option)) return asText(option.value);
    if (options.length === 0) return one;
    throw new ImpossibleAct(`${name} has no option ${one}`);
  });
  const least = input.required === false ? 0 : Math.max(1, asNumber(input.min_values, 1));
  if (values.length < least || values.length > Math.min(most, asNumber(input.max_values, most)))
    throw new ImpossibleAct(`${name} does not take ${values.length} values`);
  return values;
}
