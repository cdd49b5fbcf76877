/**
 * What somebody typed after the command, as a keyboard would have it: Slack and phones put curly quotes, hard spaces
 * and full-width letters in, and Slack escapes `&`, `<`, `>` and wraps addresses as `<url|text>`.
 */
export function normalizeTyped(text: string): string {
  return text
    .replace(/<(?:https?|mailto):[^|>]+\|([^>]+)>/g, "$1")
    .replace(/<(https?:[^|>]+)>/g, "$1")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g, '"')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/gu, " ")
    .normalize("NFC")
    .trim();
}
