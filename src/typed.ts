import type { Press } from "./card/card.ts";
import type { ParamInfo } from "./chat.ts";
import type { Command } from "./commands/command.ts";
import { fold } from "./domain/fold.ts";

/**
 * Reads one line as a person types it, in either language: `terminate example.com`, `renouvellement example.com
 * manuel mois:12`. A command that is not known keeps its name, so that the answer can propose the nearest.
 */
export function parseLine(line: string, commands: readonly Command[]): Press {
  const text = line.trim();
  const [typed = "", ...words] = text.split(/\s+/u);
  if (typed === "") return { command: "help", input: {} };
  const command = commands.find(
    ({ info }) => info && [info.name.en, info.name.fr].some((name) => fold(name) === fold(typed)),
  );
  if (!command?.info) return { command: typed, input: {} };
  if (command.raw)
    return { command: command.name, input: words.length > 0 ? { q: text.slice(typed.length).trim() } : {} };
  return { command: command.name, input: readParams(words, command.info.params) };
}

function readParams(
  words: readonly string[],
  params: readonly ParamInfo[],
): Readonly<Record<string, string>> {
  const input: Record<string, string> = {};
  const rest = words.filter((word) => !readNamed(word, params, input));
  readTrailing(rest, params, input);
  const [first] = params;
  if (first && rest.length > 0 && input[first.key] === undefined) input[first.key] = rest.join(" ");
  return input;
}

/** `mode:manual`, by either language's name. */
function readNamed(word: string, params: readonly ParamInfo[], input: Record<string, string>): boolean {
  const at = word.indexOf(":");
  if (at < 1) return false;
  const name = fold(word.slice(0, at));
  const param = params.find((one) =>
    [one.name.en, one.name.fr, one.key].some((known) => fold(known) === name),
  );
  if (!param) return false;
  input[param.key] = choiceOf(word.slice(at + 1), param) ?? word.slice(at + 1);
  return true;
}

/** Words at the end that can only be a choice, or a mention, or a number after one: `example.com manual 12`. */
function readTrailing(rest: string[], params: readonly ParamInfo[], input: Record<string, string>): void {
  for (const param of params.slice(1).toReversed()) {
    const last = rest.at(-1);
    if (last === undefined || rest.length < 2 || input[param.key] !== undefined) continue;
    const value = trailingValue(last, param);
    if (value === null) continue;
    input[param.key] = value;
    rest.pop();
  }
}

function trailingValue(word: string, param: ParamInfo): string | null {
  switch (param.kind) {
    case "choice":
      return choiceOf(word, param);
    case "whole-number":
      return /^\d+$/u.test(word) ? word : null;
    case "text":
      return /^<@[^>]+>$/u.test(word) ? word : null;
    case "service":
      return null;
  }
}

function choiceOf(typed: string, { choices }: ParamInfo): string | null {
  const wanted = fold(typed);
  const found = choices?.find(({ value, label }) =>
    [value, label.en, label.fr].some((known) => fold(known) === wanted),
  );
  return found?.value ?? null;
}
