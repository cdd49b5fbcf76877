/** A card or form that Discord cannot show whole: a bug of its view. Nothing is cut off to make it fit. */
export class CardTooLarge extends Error {
  override name = "CardTooLarge";
}

/** Hands `text` back when it holds at most `limit` characters. */
export function fitting(what: string, text: string, limit: number): string {
  if (text.length <= limit) return text;
  throw new CardTooLarge(
    `${what} has ${text.length} characters, Discord takes ${limit}: ${text.slice(0, 60)}`,
  );
}

/** Hands `items` back when there are at most `limit`. */
export function few<T>(what: string, items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  throw new CardTooLarge(`${what} has ${items.length} entries, Discord takes ${limit}`);
}
