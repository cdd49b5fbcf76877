import type { JSX } from "preact";
import { DiscordPane } from "./discord/pane.tsx";
import { SlackPane } from "./slack/pane.tsx";

export function Page(): JSX.Element {
  return (
    <main>
      <SlackPane />
      <DiscordPane />
    </main>
  );
}
