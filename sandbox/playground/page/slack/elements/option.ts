import { asObjects, asText, type JsonObject } from "../../../../json.ts";
import type { Choice } from "../form.ts";
import { wordsIn } from "../text.tsx";

/** Something that can be picked. */
export interface Option {
  /** What is sent for it. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

export interface OptionGroup {
  /** "" for options without a group. */
  readonly label: string;
  readonly options: readonly Option[];
}

export function readOption(option: JsonObject): Option {
  const label = wordsIn(option.text);
  return { value: asText(option.value) || label, label, description: wordsIn(option.description) };
}

/** The options of a select, in groups if it has some. */
export function readGroups({ options, option_groups }: JsonObject): readonly OptionGroup[] {
  const groups = asObjects(option_groups).map((group) => ({
    label: wordsIn(group.label),
    options: asObjects(group.options).map(readOption),
  }));
  const alone = asObjects(options).map(readOption);
  return alone.length > 0 ? [{ label: "", options: alone }, ...groups] : groups;
}

/** What typed words leave of them: Slack looks for the words anywhere in a label. */
export function narrowed(groups: readonly OptionGroup[], typed: string): readonly OptionGroup[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return groups;
  return groups
    .map(({ label, options }) => ({
      label,
      options: options.filter((option) => option.label.toLowerCase().includes(wanted)),
    }))
    .filter(({ options }) => options.length > 0);
}

export const valuesOf = (choice: Choice): readonly string[] =>
  typeof choice === "string" ? [choice] : choice;
