import type { MenuEntry } from "../../../../discord/person/menu.ts";
import { foldedText } from "../search.ts";

/** The commands whose names hold what was typed: those that are called so first, then those that begin so. */
export function found(typed: string, menu: readonly MenuEntry[]): readonly MenuEntry[] {
  const wanted = folded(typed);
  const rank = ({ name }: MenuEntry): number => {
    const one = folded(name);
    if (one === wanted) return 0;
    return one.startsWith(wanted) ? 1 : 2;
  };
  return menu
    .filter(({ name }) => folded(name).includes(wanted))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** The command that is complete with the blank that was just typed. */
export function completes(typed: string, menu: readonly MenuEntry[]): MenuEntry | null {
  if (!typed.endsWith(" ")) return null;
  const name = folded(typed);
  if (menu.some((entry) => folded(entry.name).startsWith(`${name} `))) return null;
  return menu.find((entry) => folded(entry.name) === name) ?? null;
}

const folded = (text: string): string => foldedText(text).replace(/^\//, "").replace(/\s+/gu, " ").trim();
