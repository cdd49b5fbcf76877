import type { JSX } from "preact";
import { DiscordPane } from "./discord/pane.tsx";
import { PaneBar } from "./shell/pane-bar.tsx";
import { Problem } from "./shell/problem.tsx";
import { SkipLinks } from "./shell/skip-links.tsx";
import { Storyteller } from "./shell/storyteller.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import { SHELL_WORDS } from "./shell/words.ts";
import { Side } from "./side/side.tsx";
import { SlackPane } from "./slack/pane.tsx";
import { useApp, useWords } from "./state/app.ts";

/** Two clients side by side, and the world around them. Where there is room for one alone, a bar chooses. */
export function Page(): JSX.Element {
  const { store, view } = useApp();
  const words = useWords(SHELL_WORDS);
  const front = view.front.value;
  if (!store.single("world").value) return <p class="loading">{words.loading}</p>;
  return (
    <div class="page" data-front={front} data-who={store.single("who").value?.key}>
      <SkipLinks />
      <TopBar />
      <main class="panes">
        <div class="pane" tabIndex={-1} data-name="slack">
          <SlackPane draft={view.drafts.slack} mark={view.marks.slack} />
        </div>
        <div class="pane" tabIndex={-1} data-name="discord">
          <DiscordPane draft={view.drafts.discord} mark={view.marks.discord} />
        </div>
        <div class="pane" tabIndex={-1} data-name="side">
          <Side />
        </div>
      </main>
      <Problem />
      <footer>
        <Storyteller />
        <PaneBar />
      </footer>
    </div>
  );
}
