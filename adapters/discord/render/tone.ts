import type { Card, Locale, Tone } from "../../../src/card/card.ts";

/** How a tone looks. Colour is never the only sign: the symbol and the word say the same. */
interface ToneSign {
  readonly symbol: string;
  readonly word: Readonly<Record<Locale, string>>;
  /** 0xRRGGBB, the stripe at the side of the message. */
  readonly color: number;
}

const SIGNS = {
  info: { symbol: "ℹ️", word: { en: "Note", fr: "À savoir" }, color: 0x3b6fd4 },
  success: { symbol: "✅", word: { en: "Done", fr: "Fait" }, color: 0x2e8b57 },
  warning: { symbol: "⚠️", word: { en: "Warning", fr: "Attention" }, color: 0xd98e04 },
  danger: { symbol: "⛔", word: { en: "Danger", fr: "Danger" }, color: 0xc62f2f },
} as const satisfies Record<Tone, ToneSign>;

/** The gravest tone gives the message its colour. */
const BY_GRAVITY = ["danger", "warning", "success", "info"] as const satisfies readonly Tone[];

/** "⚠️ Warning" */
export function toneWord(tone: Tone, locale: Locale): string {
  const { symbol, word } = SIGNS[tone];
  return `${symbol} ${word[locale]}`;
}

/** Null for a card that has no callout. */
export function accentColor(card: Card): number | null {
  const tones = new Set(card.blocks.flatMap((block) => (block.kind === "callout" ? [block.tone] : [])));
  const gravest = BY_GRAVITY.find((tone) => tones.has(tone));
  return gravest === undefined ? null : SIGNS[gravest].color;
}
