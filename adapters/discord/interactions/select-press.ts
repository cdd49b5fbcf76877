import type { Press, Select } from "../../../src/card/card.ts";

/**
 * What a select carries. Discord hands back its `custom_id` and the chosen value, and not which parameter the value
 * is for; the last key of the press names it.
 */
export function selectPress({ press, param }: Pick<Select, "press" | "param">): Press {
  const { [param]: _replaced, ...others } = press.input;
  return { command: press.command, input: { ...others, [param]: "" } };
}

/** The press of a select in which `value` was chosen. */
export function chosenPress(press: Press, value: string): Press {
  const param = Object.keys(press.input).at(-1);
  return param === undefined ? press : { ...press, input: { ...press.input, [param]: value } };
}
