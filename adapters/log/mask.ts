export const MASK = "[redacted]";

type Rule = readonly [pattern: RegExp, replacement: string];

const NAMES =
  "token|secret|password|passwd|signature|authorization|cookie|credential|api_?key|consumer_?key|application_?key|trigger_?id|response_?url|private_?metadata|ticket";

/**
 * What secrets look like in running text. Over-masking a harmless word is cheap; a token in a log that somebody
 * pastes into a ticket is not. Repetitions are bounded, so that the time grows with the text and not with its square.
 */
const RULES: readonly Rule[] = [
  // Slack: bot, user, refresh and app-level tokens, incoming and response URLs.
  [/\bxox[a-z](?:\.xox[a-z])?-[\w-]+/gi, MASK],
  [/\bxapp-[\w-]+/gi, MASK],
  [/https?:\/\/hooks\.slack\.com\/[^\s"'<>]+/gi, MASK],
  // OVHcloud: a request's signature. https://help.ovhcloud.com: "$1$" + SHA-1.
  [/\$1\$[0-9a-z]+/gi, MASK],
  [/\b(Bearer|Basic)(\s+|%20)[\w.~+/=-]{6,}/gi, `$1 ${MASK}`],
  // Discord's bot tokens, JSON web tokens, Slack's trigger ids: three parts joined by dots, the last one long.
  [/\b[\w-]{10,100}\.[\w-]{4,2000}\.[\w-]{20,}/g, MASK],
  // Discord's interaction tokens stand in the paths of webhooks and callbacks.
  [/(\/(?:webhooks|interactions)\/\d+\/)[^/\s?"'<>]+/gi, `$1${MASK}`],
  // `"token":"…"`, `consumer_key=…`, `?ticket=…` within messages and addresses, JSON in JSON too.
  [
    new RegExp(
      `(\\b[\\w-]{0,40}(?:${NAMES})[\\w-]{0,40}\\\\*["']?\\s*[:=]\\s*\\\\*["']?)[^\\s"'\\\\&,;}\\])>]+`,
      "gi",
    ),
    `$1${MASK}`,
  ],
];

const SECRET_NAME = new RegExp(`${NAMES}|x-ovh-(?:consumer|application)|request_?body`, "i");

/** True for the name of a field, header or column that holds a secret or a message's body. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Shorter ones would mask parts of ordinary words. */
const SHORTEST_SECRET = 6;

/** Masks everything in a text that looks like a secret, and the given ones whatever they look like. */
export function createMask(secrets: readonly string[] = []): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  return (text) => {
    let masked = text;
    for (const secret of known) masked = masked.replaceAll(secret, MASK);
    for (const [pattern, replacement] of RULES) masked = masked.replace(pattern, replacement);
    return masked;
  };
}
