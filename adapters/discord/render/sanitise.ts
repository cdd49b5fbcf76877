/**
 * The one place where foreign text becomes Discord text. `escapeMarkdown` of discord.js leaves mentions, links,
 * headings, quotes and timestamps alive, hence an own one.
 */

/** Controls, zero-width characters, bidirectional overrides, lone surrogates; not the selector that colours an emoji. */
const INVISIBLE = /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const MARKUP = /[\\*_~`|<>@[\]:#()]/g;
/** What Discord reads as markup at the start of a line only: lists, subtext, and the dot of a numbering. */
const LINE_START = /^(\s*\d*)([-+.])/;
const LINE_BREAKS = /[\r\n\t\u2028\u2029]+/g;

/** Plain text for labels, options and titles, where Discord reads no markup. */
export function plain(text: string): string {
  return visible(text).trim();
}

/** Literal text for places where Discord reads markup. Blanks at both ends stay: they part it from its neighbours. */
export function literal(text: string): string {
  return visible(text).replace(MARKUP, "\\$&").replace(LINE_START, "$1\\$2");
}

const visible = (text: string): string => text.replace(LINE_BREAKS, " ").replace(INVISIBLE, "");

/** Text between back-ticks. A back-tick cannot be escaped there, so it becomes the letter that looks like it. */
export function code(text: string): string {
  const inside = plain(text).replaceAll("`", "\u02CB");
  return inside === "" ? "" : `\`${inside}\``;
}

/** Shortens by whole characters to at most `limit`, with an ellipsis. Only for labels of options. */
export function shortened(text: string, limit: number): string {
  const whole = plain(text);
  if (whole.length <= limit) return whole;
  let short = "";
  for (const character of whole) {
    if (short.length + character.length > limit - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
