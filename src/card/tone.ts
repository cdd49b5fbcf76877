import type { Locale, Tone } from "./card.ts";

interface ToneSign {
  readonly symbol: string;
  readonly word: Readonly<Record<Locale, string>>;
}

/** Besides colour, which is never the only sign: the shape of the symbol and the word say the same. */
const SIGNS = {
  info: { symbol: "ℹ️", word: { en: "Note", fr: "À savoir" } },
  success: { symbol: "✅", word: { en: "Done", fr: "Fait" } },
  warning: { symbol: "⚠️", word: { en: "Warning", fr: "Attention" } },
  danger: { symbol: "⛔", word: { en: "Danger", fr: "Danger" } },
} as const satisfies Record<Tone, ToneSign>;

/** "Warning · what follows", where something else draws a sign. */
export function toneWords(tone: Tone, title: string, locale: Locale): string {
  return tone === "info" ? title : `${SIGNS[tone].word[locale]} · ${title}`;
}

/** "⚠️ Warning · what follows"; a mere note needs no word besides its title. */
export function toneTitle(tone: Tone, title: string, locale: Locale): string {
  return `${SIGNS[tone].symbol} ${toneWords(tone, title, locale)}`;
}
