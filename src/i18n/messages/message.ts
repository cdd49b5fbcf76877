import type { Locale } from "../../card/card.ts";

/** ICU MessageFormat in each language: a missing one does not compile. */
export type Messages = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
