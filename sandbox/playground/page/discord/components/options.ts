import { asObject, asObjects, asText, type JsonObject } from "../../../../json.ts";
import { useApp } from "../../state/app.ts";
import { type NamedKind, namedOf } from "../named.ts";
import { TYPES } from "../wire.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly emoji: string;
  /** Chosen before anybody has chosen. */
  readonly preset: boolean;
}

const NAMED: Readonly<Record<number, readonly NamedKind[]>> = {
  [TYPES.userSelect]: ["user"],
  [TYPES.roleSelect]: ["role"],
  [TYPES.mentionableSelect]: ["user", "role"],
  [TYPES.channelSelect]: ["channel"],
};

/** What a select, radio group or checkbox group offers. */
export function useOptions(field: JsonObject): readonly Option[] {
  const { store } = useApp();
  const kinds = typeof field.type === "number" ? NAMED[field.type] : undefined;
  if (!kinds) return asObjects(field.options).map(option);
  const presets = asObjects(field.default_values).map(({ id }) => asText(id));
  return namedOf(kinds, store).map(({ id, name }) => ({
    value: id,
    label: name,
    description: "",
    emoji: "",
    preset: presets.includes(id),
  }));
}

const option = (one: JsonObject): Option => ({
  value: asText(one.value),
  label: asText(one.label),
  description: asText(one.description),
  emoji: asText(asObject(one.emoji).name),
  preset: one.default === true,
});

export const presetOf = (options: readonly Option[]): readonly string[] =>
  options.filter(({ preset }) => preset).map(({ value }) => value);
