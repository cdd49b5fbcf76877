/** A card or form that a platform cannot show whole: a bug of its view. Nothing is ever cut off to make it fit. */
export class CardTooLarge extends Error {
  override name = "CardTooLarge";
}

/** `text` itself; throws {@link CardTooLarge} when it is longer than `limit` UTF-16 units (as both platforms count). */
export function within(limit: number, what: string, text: string): string {
  if (text.length > limit) throw new CardTooLarge(`${what} holds ${limit} characters, not ${text.length}`);
  return text;
}

/** `items` itself; throws {@link CardTooLarge} when there are more than `limit`. */
export function atMost<T>(limit: number, what: string, items: readonly T[]): readonly T[] {
  if (items.length > limit) throw new CardTooLarge(`${what} holds ${limit} at the most, not ${items.length}`);
  return items;
}
