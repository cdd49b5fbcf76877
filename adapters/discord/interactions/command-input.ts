import type { Press } from "../../../src/card/card.ts";
import type { CommandInfo } from "../../../src/chat.ts";
import type { CommandData } from "./payload.ts";

/** A parameter that somebody is typing. */
export interface Asked extends Press {
  readonly param: string;
  readonly typed: string;
}

/**
 * The typed command with its parameters by their keys. Discord sends the names under which things were registered,
 * whatever language the person reads. Null for a command or option that the bot does not know (any more).
 */
export function readTyped(data: CommandData, commands: readonly CommandInfo[]): Press | null {
  const [{ name, options }] = data.options;
  const command = commands.find((one) => one.name.en === name);
  if (!command) return null;
  const input: Record<string, string> = {};
  for (const option of options) {
    const param = command.params.find((one) => one.name.en === option.name);
    if (!param) return null;
    if (option.value !== undefined && option.value !== "") input[param.key] = String(option.value);
  }
  return { command: command.name.en, input };
}

/** The same while one types: the focused option, beside the others as they stand. */
export function readAsked(data: CommandData, commands: readonly CommandInfo[]): Asked | null {
  const [{ name, options }] = data.options;
  const press = readTyped(data, commands);
  const focused = options.find((option) => option.focused === true);
  const command = commands.find((one) => one.name.en === name);
  const param = command?.params.find((one) => one.name.en === focused?.name);
  if (!press || !focused || !param) return null;
  const { [param.key]: _typed, ...others } = press.input;
  return { command: press.command, input: others, param: param.key, typed: String(focused.value ?? "") };
}
