import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "../../src/card/card.ts";
import { type MessageKey, messages } from "../../src/i18n/messages.ts";

/** What a message asks for, from all its branches. Options are those of a `select`, the other kinds have none. */
export interface Argument {
  readonly name: string;
  readonly kind: "text" | "number" | "select" | "tag";
  readonly options: readonly string[];
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Throws for what is not ICU. Apostrophes are made typographic as `speak` does: ICU would read them as its quotes. */
export function argumentsOf(key: MessageKey, locale: Locale): readonly Argument[] {
  const message = messages[key][locale].replaceAll("'", "’");
  const found = new IntlMessageFormat(message, locale).getAst().flatMap(within);
  const unlike = new Map(found.map((argument) => [JSON.stringify(argument), argument]));
  return [...unlike.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function within(element: Element): readonly Argument[] {
  if ("children" in element) {
    return [{ name: element.value, kind: "tag", options: [] }, ...element.children.flatMap(within)];
  }
  if ("options" in element) {
    const inside = Object.values(element.options).flatMap((option) => option.value.flatMap(within));
    if ("offset" in element) return [{ name: element.value, kind: "number", options: [] }, ...inside];
    const options = Object.keys(element.options).toSorted();
    return [{ name: element.value, kind: "select", options }, ...inside];
  }
  // A literal and `#`, which the parser of `intl-messageformat` calls 0 and 7: they ask for nothing.
  if (element.type === 0 || !("value" in element)) return [];
  return [{ name: element.value, kind: "style" in element ? "number" : "text", options: [] }];
}
