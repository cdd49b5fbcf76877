import { asNumber, asObject, asObjects, asText, type JsonObject } from "../../../../json.ts";
import { TYPES } from "../wire.ts";

/** Text, the values of chosen options, or whether a box is ticked. */
export type FormValue = string | readonly string[] | boolean;
export type FormValues = ReadonlyMap<string, FormValue>;

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly input: JsonObject;
}

/** A part of a form, from top to bottom. */
export type FormPart =
  | { readonly kind: "text"; readonly content: string }
  | { readonly kind: "field"; readonly field: FormField }
  | { readonly kind: "unknown"; readonly component: JsonObject };

const INPUTS: ReadonlySet<unknown> = new Set([
  TYPES.textInput,
  TYPES.stringSelect,
  TYPES.userSelect,
  TYPES.roleSelect,
  TYPES.mentionableSelect,
  TYPES.channelSelect,
  TYPES.fileUpload,
  TYPES.radioGroup,
  TYPES.checkboxGroup,
  TYPES.checkbox,
]);

export const partsOf = (components: readonly JsonObject[]): readonly FormPart[] => components.flatMap(parts);

function parts(component: JsonObject): readonly FormPart[] {
  switch (component.type) {
    case TYPES.textDisplay:
      return [{ kind: "text", content: asText(component.content) }];
    case TYPES.label:
      return [part(component, asObject(component.component))];
    case TYPES.actionRow:
      return asObjects(component.components).map((input) => part(input, input));
  }
  return [{ kind: "unknown", component }];
}

function part(label: JsonObject, input: JsonObject): FormPart {
  if (!INPUTS.has(input.type)) return { kind: "unknown", component: input };
  return {
    kind: "field",
    field: {
      id: asText(input.custom_id),
      label: asText(label.label),
      description: asText(label.description),
      // A lone checkbox cannot be required.
      required: input.required !== false && input.type !== TYPES.checkbox,
      input,
    },
  };
}

/** Text lengths: https://discord.com/developers/docs/components/reference#text-input */
const LONGEST = 4000;

/** How many characters, or options, a field takes. */
export function boundsOf({ input, required }: FormField): { readonly least: number; readonly most: number } {
  if (input.type === TYPES.textInput)
    return {
      least: Math.max(required ? 1 : 0, asNumber(input.min_length, 0)),
      most: asNumber(input.max_length, LONGEST),
    };
  const isGroup = input.type === TYPES.checkboxGroup;
  return {
    least: required ? Math.max(1, asNumber(input.min_values, 1)) : asNumber(input.min_values, 0),
    most: asNumber(input.max_values, isGroup ? asObjects(input.options).length : 1),
  };
}

/** Discord counts whole characters. */
export const lengthOf = (text: string): number => [...text].length;

export type Fault = "missing" | "length" | "between";

/** What the client holds against a value before it lets it go; null where nothing is wrong. */
export function faultOf(field: FormField, value: FormValue | undefined): Fault | null {
  if (value === undefined || typeof value === "boolean") return null;
  const size = typeof value === "string" ? lengthOf(value) : value.length;
  const { least, most } = boundsOf(field);
  if (size === 0) return field.required ? "missing" : null;
  if (size >= least && size <= most) return null;
  return typeof value === "string" ? "length" : "between";
}

/** What stands in a field at first; undefined for one that nothing can be put into. */
export function firstValue({ input }: FormField): FormValue | undefined {
  switch (input.type) {
    case TYPES.fileUpload:
      return undefined;
    case TYPES.checkbox:
      return input.default === true;
    case TYPES.textInput:
      return asText(input.value);
  }
  const presets = asObjects(input.options).filter((option) => option.default === true);
  return [
    ...presets.map(({ value }) => asText(value)),
    ...asObjects(input.default_values).map(({ id }) => asText(id)),
  ];
}

/** As it is sent: a radio group has one value or none. */
export function sentValues(
  fields: readonly FormField[],
  values: FormValues,
): Record<string, string | boolean | string[]> {
  const sent: Record<string, string | boolean | string[]> = {};
  for (const { id, input } of fields) {
    const value = values.get(id);
    if (value === undefined) continue;
    if (typeof value !== "object") sent[id] = value;
    else if (input.type !== TYPES.radioGroup) sent[id] = [...value];
    else if (value[0] !== undefined) sent[id] = value[0];
  }
  return sent;
}
