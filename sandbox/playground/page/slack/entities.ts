/** The three characters that mrkdwn gives a meaning to: https://docs.slack.dev/messaging/formatting-message-text#escaping */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
]);

/** Text of mrkdwn as it is read. To be used on single pieces after parsing, never before. */
export const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/g, (entity) => MEANT.get(entity) ?? entity);

/** What somebody typed as Slack's client sends it: literal, however it looks. */
export const encoded = (typed: string): string =>
  typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
