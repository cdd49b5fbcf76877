/**
 * The one place where text from outside is made harmless for Slack. Every other place uses rich text elements or
 * plain text objects, which Slack shows literally.
 */

/**
 * Control, format (zero-width, bidirectional) and filler characters, with which one name can be made to look like
 * another. Line breaks and joiners are treated apart.
 */
const INVISIBLE = /(?![\n\u200D])[\p{Cc}\p{Cf}\u2028\u2029\u115F\u1160\u3164\uFFA0]/gu;
/** A joiner is kept between two pictures, where it makes one emoji. */
const LONE_JOINER =
  /(?<!\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** Text as it may be shown anywhere; line breaks stay. */
export function clean(text: string): string {
  return text.replace(INVISIBLE, "").replace(LONE_JOINER, "");
}

/** {@link clean} on one line, never empty: Slack refuses empty text objects. */
export function cleanLine(text: string): string {
  return clean(text.replaceAll("\n", " ")).trim() || "–";
}

/** Shortens by code points: for option labels only, where the value says what is meant. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = "";
  for (const point of text) {
    if (kept.length + point.length > limit - 1) break;
    kept += point;
  }
  return `${kept}…`;
}

/** The three characters that mrkdwn gives a meaning to, docs.slack.dev/messaging/formatting-message-text#escaping. */
function escapeEntities(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** `*bold*`, `~struck~`, `_italic_`, a code span, `:emoji:` or a quote: mrkdwn has no escape for these. */
const FORMATS = /[*~`]|^_|_$|_(?=[\p{P}\p{S}])|(?<=[\p{P}\p{S}])_|:[\w+'-]+:|^>/u;

/**
 * Text inside mrkdwn. A word that mrkdwn would format is shown as code, where Slack formats nothing; a backtick
 * cannot stand in code, its look-alike stands for it.
 */
export function mrkdwnText(text: string): string {
  return clean(text)
    .split(/(\s+)/u)
    .map((word) => (FORMATS.test(word) ? mrkdwnCode(word) : escapeEntities(word)))
    .join("");
}

export function mrkdwnCode(text: string): string {
  return `\`${escapeEntities(clean(text).replaceAll("`", "ˋ"))}\``;
}

/** Null for an address that is not a web address: it is then shown as text. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

export function mrkdwnLink(url: string, text: string): string {
  const label = escapeEntities(cleanLine(text)).replaceAll("|", "¦");
  return `<${escapeEntities(url).replaceAll("|", "%7C")}|${label}>`;
}
