import type { JsonObject } from "../../json.ts";
import { type Element, type Interactive, interactives, type Option, optionsOf } from "../elements.ts";

/** What a person picks or types: the words or the value of an option, several of them, or text. */
export type Choice = string | readonly string[];

/** An element by its place in the payload, where the same words may stand twice. */
export interface ElementRef {
  readonly blockId: string;
  readonly actionId: string;
}

/** The one thing in these blocks that `name` means: an action_id, or else the words that a person reads on or above it. */
export function findInteractive(
  blocks: readonly unknown[],
  name: string | ElementRef,
  fits: (element: Element) => boolean,
): Interactive {
  const all = interactives(blocks).filter(({ element }) => fits(element));
  if (typeof name !== "string") return findPlaced(all, name);
  const named = all.filter(({ element }) => element.action_id === name);
  const found = named.length > 0 ? named : all.filter((one) => labelOf(one) === name);
  const [first, second] = found;
  const offer = all.map((one) => `${labelOf(one)} (${one.element.action_id})`).join(", ") || "nothing";
  if (!first) throw new Error(`there is no "${name}" here; there is: ${offer}`);
  if (second) throw new Error(`"${name}" could mean several here: ${offer}`);
  return first;
}

function findPlaced(all: readonly Interactive[], { blockId, actionId }: ElementRef): Interactive {
  const found = all.find((one) => one.blockId === blockId && one.element.action_id === actionId);
  if (!found) throw new Error("that is not there any more");
  return found;
}

/** The words that a person knows an element by. */
export function labelOf({ element, input }: Interactive): string {
  const placeholder = element.placeholder;
  if (input) return input.label;
  if (element.text) return element.text.text;
  return typeof placeholder === "object" && placeholder !== null && "text" in placeholder
    ? String(placeholder.text)
    : element.type;
}

/** The choice as `state.values` and actions carry it. Throws for an option that is not offered. */
export function chosen(element: Element, choice: Choice, offered: readonly Option[]): JsonObject {
  const { type } = element;
  const options = [...optionsOf(element), ...offered];
  const first = typeof choice === "string" ? choice : (choice[0] ?? "");
  const several = typeof choice === "string" ? [choice] : choice;
  switch (type) {
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return { type, selected_options: several.map((one) => pick(options, one)) };
    case "overflow":
    case "radio_buttons":
    case "static_select":
    case "external_select":
      return { type, selected_option: pick(options, first) };
    case "datepicker":
      return { type, selected_date: first };
    case "timepicker":
      return { type, selected_time: first };
    case "datetimepicker":
      return { type, selected_date_time: Number(first) };
    case "users_select":
      return { type, selected_user: first };
    case "conversations_select":
      return { type, selected_conversation: first };
    case "channels_select":
      return { type, selected_channel: first };
    default:
      return { type, value: first === "" ? null : first };
  }
}

function pick(options: readonly Option[], wanted: string): Option {
  const found = options.find(({ text, value }) => value === wanted || text.text === wanted);
  if (found) return found;
  const offer = options.map(({ text }) => text.text).join(", ") || "nothing";
  throw new Error(`"${wanted}" is not offered; offered is: ${offer}`);
}
