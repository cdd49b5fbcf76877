import type { MenuOption } from "../../../../discord/person/menu.ts";
import type { Store } from "../../state/store.ts";
import { type NamedKind, namedOf } from "../named.ts";
import { foldedText } from "../search.ts";

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const WHOLE_NUMBER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const NAMED: Readonly<Record<number, readonly NamedKind[]>> = {
  6: ["user"],
  7: ["channel"],
  8: ["role"],
  9: ["user", "role"],
};

type Value = string | number | boolean;

export interface Offer {
  readonly name: string;
  readonly value: Value;
}

/** What stands in a field, and what it means when it was chosen from a list. */
export interface FieldValue {
  readonly text: string;
  readonly chosen: Value | null;
}

export const EMPTY: FieldValue = { text: "", chosen: null };

/** The only values that a field takes; null where anything can be typed. */
export function onlyOffers(
  option: MenuOption,
  words: { readonly yes: string; readonly no: string },
  store: Store,
): readonly Offer[] | null {
  if (option.choices.length > 0) return option.choices;
  if (option.type === BOOLEAN)
    return [
      { name: words.yes, value: true },
      { name: words.no, value: false },
    ];
  const kinds = NAMED[option.type];
  return kinds ? namedOf(kinds, store).map(({ id, name }) => ({ name, value: id })) : null;
}

export type Reading =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "wrong"; readonly why: "optionMissing" | "optionWrong" | "optionNotChosen" };

/** What a field sends. */
export function readField(
  option: MenuOption,
  { text, chosen }: FieldValue,
  offers: readonly Offer[] | null,
): Reading {
  if (chosen !== null) return { kind: "value", value: chosen };
  const typed = text.trim();
  if (typed === "") return option.required ? { kind: "wrong", why: "optionMissing" } : { kind: "empty" };
  if (offers) {
    const offer = offers.find(({ name, value }) =>
      [name, String(value)].some((one) => foldedText(one) === foldedText(typed)),
    );
    return offer ? { kind: "value", value: offer.value } : { kind: "wrong", why: "optionNotChosen" };
  }
  if (option.type !== WHOLE_NUMBER && option.type !== NUMBER) return { kind: "value", value: typed };
  const value = Number(typed.replace(",", "."));
  return Number.isFinite(value) && (option.type === NUMBER || Number.isSafeInteger(value))
    ? { kind: "value", value }
    : { kind: "wrong", why: "optionWrong" };
}
