import { z } from "zod";

/** `complexType.UnitAndValue`: a size with its unit as a word. */
export const unitAndValueSchema = z.object({ unit: z.string(), value: z.number().nonnegative() });

/** OVHcloud does not say whether its MB is 10^6 or 2^20; the name means the first. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ["B", 1],
  ["KB", 1e3],
  ["MB", 1e6],
  ["GB", 1e9],
  ["TB", 1e12],
  ["KIB", 2 ** 10],
  ["MIB", 2 ** 20],
  ["GIB", 2 ** 30],
  ["TIB", 2 ** 40],
]);

/** Null for a unit that is not known: a wrong size is worse than none. */
export function readBytes({ unit, value }: z.output<typeof unitAndValueSchema>): number | null {
  const factor = UNITS.get(unit.toUpperCase());
  return factor === undefined ? null : Math.round(value * factor);
}
