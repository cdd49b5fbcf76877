import { asNumber, asObjects, asText, type JsonObject } from "../../json.ts";
import { BUTTON, placedComponents } from "../judge/components.ts";
import type { StoredMessage } from "../messages.ts";
import type { Place, State } from "../state.ts";
import { ImpossibleAct } from "./impossible.ts";
import { PICKED } from "./options.ts";
import { type Named, resolve } from "./resolved.ts";

const SELECTS: ReadonlyMap<number, Named | null> = new Map<number, Named | null>([
  [3, null],
  [5, "user"],
  [6, "role"],
  [7, "mentionable"],
  [8, "channel"],
]);

export const buttonOf = (message: StoredMessage, wanted: string): JsonObject =>
  componentOf(message, (one) => one.type === BUTTON && isNamed(one, wanted, "label"), wanted);

export const selectOf = (message: StoredMessage, wanted: string): JsonObject =>
  componentOf(
    message,
    (one) => SELECTS.has(asNumber(one.type, 0)) && isNamed(one, wanted, "placeholder"),
    wanted,
  );

const isNamed = (component: JsonObject, wanted: string, key: "label" | "placeholder"): boolean =>
  component.custom_id === wanted || component[key] === wanted;

function componentOf(
  message: StoredMessage,
  fits: (component: JsonObject) => boolean,
  wanted: string,
): JsonObject {
  const all = [...placedComponents({ components: message.components }, "")].map(({ component }) => component);
  const found = all.find(fits);
  if (!found) throw new ImpossibleAct(`the message has no ${wanted}`);
  return found;
}

/** The part of `data` that a used select adds. */
export function pickValues(
  state: State,
  place: Place,
  userId: string,
  select: JsonObject,
  wanted: readonly string[],
): JsonObject {
  const options = asObjects(select.options);
  if (wanted.length < asNumber(select.min_values, 1) || wanted.length > asNumber(select.max_values, 1))
    throw new ImpossibleAct(`the select does not take ${wanted.length} values`);
  const kind = SELECTS.get(asNumber(select.type, 0)) ?? null;
  if (kind !== null) return { values: wanted, resolved: resolve(state, place, userId, kind, wanted) };
  const values = wanted.map((one) => {
    const option = options.find(({ value, label }) => value === one || label === one);
    if (!option) throw new ImpossibleAct(`the select has no option ${one}`);
    return asText(option.value);
  });
  return { values };
}

/** The `resolved` of a command whose options name people, channels or roles; empty when none does. */
export function resolveOptions(
  state: State,
  place: Place,
  userId: string,
  options: readonly JsonObject[],
): JsonObject {
  const merged: Record<string, JsonObject> = {};
  for (const option of options) {
    const kind = PICKED.get(asNumber(option.type, 0));
    const found = kind ? resolve(state, place, userId, kind, [asText(option.value)]) : {};
    for (const [key, objects] of Object.entries(found)) merged[key] = { ...merged[key], ...objects };
  }
  return merged;
}
