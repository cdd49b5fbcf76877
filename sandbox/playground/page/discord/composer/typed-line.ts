import type { MenuEntry, MenuOption } from "../../../../discord/person/menu.ts";
import { foldedText } from "../search.ts";

/** A line as one types it where there are no fields, as `/ovh renewal example.com manual`. */
export interface TypedLine {
  readonly entry: MenuEntry;
  /** What was typed for an option, by its shown name. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Null when the line begins with no command of the menu. */
export function splitLine(line: string, menu: readonly MenuEntry[]): TypedLine | null {
  const words = wordsOf(line);
  const entry = menu
    .filter(({ name }) => beginsWith(words, wordsOf(name)))
    .reduce<MenuEntry | null>(
      (best, one) => (best && best.name.length >= one.name.length ? best : one),
      null,
    );
  if (!entry) return null;
  return { entry, texts: textsOf(entry.options, words.slice(wordsOf(entry.name).length)) };
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/u);

const beginsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.every((word, at) => foldedText(word) === foldedText(words[at] ?? ""));

type Texts = Readonly<Record<string, string>>;

function textsOf(options: readonly MenuOption[], words: readonly string[]): Texts {
  const named: Record<string, string> = {};
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const option = options.find(({ name }) => foldedText(word).startsWith(`${foldedText(name)}:`));
    const inside = word.slice(word.indexOf(":") + 1);
    const value = inside === "" ? (words[at + 1] ?? "") : inside;
    if (option && value !== "" && fits(option, value)) {
      named[option.name] = value;
      if (inside === "") at++;
    } else rest.push(word);
  }
  return {
    ...named,
    ...inOrder(
      options.filter(({ name }) => !(name in named)),
      rest,
    ),
  };
}

/**
 * The needed options first, or the first one where none is needed; the last of them takes all the words that are left.
 * Words at the end that can only be meant for one of the others, a choice or a number, go there.
 */
function inOrder(options: readonly MenuOption[], words: readonly string[]): Texts {
  const count = Math.max(1, options.filter(({ required }) => required).length);
  const needed = options.slice(0, count);
  if (needed.length === 0 || words.length === 0) return {};
  const others = options.slice(count);
  const ends = words.map((_, at) => at + 1).filter((end) => end >= needed.length);
  for (const end of ends) {
    const tail = meant(others, words.slice(end));
    if (tail) return { ...spread(needed, words.slice(0, end)), ...tail };
  }
  return spread(needed, words);
}

/** One word each; the last one takes the rest. */
function spread(options: readonly MenuOption[], words: readonly string[]): Texts {
  const last = options.length - 1;
  return Object.fromEntries(
    options.flatMap(({ name }, at) => {
      const text = at === last ? words.slice(at).join(" ") : (words[at] ?? "");
      return text === "" ? [] : [[name, text]];
    }),
  );
}

/** Every word into an option that takes nothing else; null when one of them finds none. */
function meant(options: readonly MenuOption[], words: readonly string[]): Texts | null {
  const texts: Record<string, string> = {};
  let next = 0;
  for (const word of words) {
    const at = options.findIndex((option, nth) => nth >= next && isNarrow(option) && fits(option, word));
    const name = options[at]?.name;
    if (name === undefined) return null;
    texts[name] = word;
    next = at + 1;
  }
  return texts;
}

const WHOLE_NUMBER = 4;
const NUMBER = 10;

const isNumber = ({ type }: MenuOption): boolean => type === WHOLE_NUMBER || type === NUMBER;

const isNarrow = (option: MenuOption): boolean => option.choices.length > 0 || isNumber(option);

function fits(option: MenuOption, word: string): boolean {
  if (option.choices.length > 0)
    return option.choices.some(({ name, value }) =>
      [name, String(value)].some((one) => foldedText(one) === foldedText(word)),
    );
  return !isNumber(option) || /^-?\d+$/.test(word);
}
