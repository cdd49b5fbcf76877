/**
 * A name as people compare it: without case, accents, width or invisible characters, in one Unicode form. For search, never to decide that
 * two names are the same thing.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFC");
}

/** Most names are ASCII, and normalizing 100,000 of them would be the dearest part of a search. */
const PLAIN = /^[\x20-\x7e]*$/;
const MARKS = /[\p{M}\p{Cf}]/gu;
