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

/** "⚠️ Warning · what follows"; a mere note needs no word besides its title. */
export function toneTitle(tone: Tone, title: string, locale: Locale): string {
  const { symbol, word } = SIGNS[tone];
  return tone === "info" ? `${symbol} ${title}` : `${symbol} ${word[locale]} · ${title}`;
}
