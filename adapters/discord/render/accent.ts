import type { Card, Tone } from "../../../src/card/card.ts";

/** 0xRRGGBB, the stripe at the side of the message. */
const COLORS: Readonly<Record<Tone, number>> = {
  info: 0x3b6fd4,
  success: 0x2e8b57,
  warning: 0xd98e04,
  danger: 0xc62f2f,
};

/** The gravest tone gives the message its colour. */
const BY_GRAVITY = ["danger", "warning", "success", "info"] as const satisfies readonly Tone[];

/** Null for a card that has no callout. */
export function accentColor(card: Card): number | null {
  const tones = new Set(card.blocks.flatMap((block) => (block.kind === "callout" ? [block.tone] : [])));
  const gravest = BY_GRAVITY.find((tone) => tones.has(tone));
  return gravest === undefined ? null : COLORS[gravest];
}
