import type { Call } from "../call.ts";
import type { ParamInfo } from "../chat.ts";
import { UserError } from "../problem.ts";

/** Parameters that several commands take. */

export const SERVICE: ParamInfo = {
  key: "service",
  name: { en: "service", fr: "service" },
  summary: { en: "Its name, or its number at OVHcloud", fr: "Son nom, ou son numéro chez OVHcloud" },
  kind: "service",
  required: true,
};

export const PAGE: ParamInfo = {
  key: "page",
  name: { en: "page", fr: "page" },
  summary: { en: "Which page", fr: "Quelle page" },
  kind: "whole-number",
  required: false,
};

const MOST_PAGES = 99_999;

/** The page that {@link PAGE} names; the first where it names none. */
export const pageOf = (call: Call): number =>
  wholeNumber(call, "page", { min: 1, max: MOST_PAGES, otherwise: 1 });

/** A whole number within bounds, or the fallback where none was given. */
export function wholeNumber(
  call: Call,
  key: string,
  { min, max, otherwise }: { min: number; max: number; otherwise: number },
): number {
  const typed = call.input[key]?.trim();
  if (!typed) return otherwise;
  const value = /^\d{1,6}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (!(value >= min && value <= max)) throw new UserError({ kind: "number", typed, min, max });
  return value;
}
