import type { Query } from "../domain/query.ts";
import type { Speak } from "../i18n/speak.ts";

/** A query as a person would say it: `"mairie", Domain, expires within 30 days`; empty for everything. */
export function filterWords(query: Query, say: Speak): string {
  const { words, family, state, renewal, expires } = query;
  return [
    ...words.map((word) => say.plain("filter.word", { word })),
    ...(family ? [say.plain(`family.${family}`)] : []),
    ...(state ? [state === "terminating" ? say.plain("state.ending") : say.plain(`state.${state}`)] : []),
    ...(renewal ? [say.plain("filter.renewal", { renewal: say.plain(`renewal.${renewal}`) })] : []),
    ...(expires ? [expiryWords(expires, say)] : []),
  ].join(", ");
}

function expiryWords({ op, day }: NonNullable<Query["expires"]>, say: Speak): string {
  switch (day.kind) {
    case "days":
      return say.plain(`filter.expires-${op}-days`, { days: day.days });
    case "date":
      return say.plain(`filter.expires-${op}-date`, { date: day.date });
  }
}

/** What a channel follows, in words. */
export function followWords(query: Query, say: Speak): string {
  const filter = filterWords(query, say);
  return filter === "" ? say.plain("follow.everything") : filter;
}
