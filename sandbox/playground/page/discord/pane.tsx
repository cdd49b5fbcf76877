import type { JSX } from "preact";

export function DiscordPane(): JSX.Element {
  return <section aria-label="Discord" />;
}
