import { z } from "zod";
import type { Press } from "./card.ts";

/** Discord's `custom_id` holds 100 characters (Slack's `value` 2,000): the smaller rules. */
const PRESS_LENGTH = 100;

const PressPart = z.string().regex(/^[a-z-]+$/);

/** Thrown for a press that no button could carry: a bug of the view that made it. */
export class PressTooLong extends Error {
  override name = "PressTooLong";
}

/**
 * The text that a button carries: `command`, then `key=value` pairs, parted by `|` (escaped in values).
 * It is data and carries no authority: everything is checked again when it comes back.
 */
export function encodePress(press: Press): string {
  const words = [press.command, ...Object.keys(press.input)];
  const odd = words.find((word) => !PressPart.safeParse(word).success);
  if (odd !== undefined)
    throw new TypeError(`a press is made of lower-case words and hyphens, not of "${odd}"`);
  const pairs = Object.entries(press.input).map(([key, value]) => `${key}=${escaped(value)}`);
  const text = [press.command, ...pairs].join(SEPARATOR);
  if (text.length > PRESS_LENGTH) {
    throw new PressTooLong(
      `a press holds ${PRESS_LENGTH} characters, this one has ${text.length}: ${press.command}`,
    );
  }
  return text;
}

/** Null for what {@link encodePress} did not write. */
export function decodePress(text: string): Press | null {
  const [command, ...pairs] = text.split(SEPARATOR);
  if (text.length > PRESS_LENGTH || !PressPart.safeParse(command).success || command === undefined)
    return null;
  const input: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const key = pair.slice(0, at);
    if (at < 1 || !PressPart.safeParse(key).success || Object.hasOwn(input, key) || STRAY.test(pair))
      return null;
    input[key] = unescaped(pair.slice(at + 1));
  }
  return { command, input };
}

const SEPARATOR = "|";
/** An escape that {@link escaped} does not write. */
const STRAY = /~(?![01])/u;
const escaped = (value: string): string => value.replaceAll("~", "~0").replaceAll(SEPARATOR, "~1");
const unescaped = (value: string): string => value.replaceAll("~1", SEPARATOR).replaceAll("~0", "~");
