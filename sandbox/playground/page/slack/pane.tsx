import type { JSX } from "preact";

export function SlackPane(): JSX.Element {
  return <section aria-label="Slack" />;
}
