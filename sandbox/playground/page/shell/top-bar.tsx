import type { JSX } from "preact";
import { useApp, useWords } from "../state/app.ts";
import { Bot } from "./bot.tsx";
import { Clock } from "./clock.tsx";
import { Who } from "./who.tsx";
import { SHELL_WORDS } from "./words.ts";

export function TopBar(): JSX.Element {
  const words = useWords(SHELL_WORDS);
  return (
    <header class="top-bar">
      <h1>
        Lastcall <span>{words.playground}</span>
      </h1>
      <Who />
      <Clock />
      <Bot />
      <FaultsOn />
      <Preferences />
    </header>
  );
}

/** Wherever one looks: that something is broken on purpose. */
function FaultsOn(): JSX.Element | null {
  const { store, view } = useApp();
  const words = useWords(SHELL_WORDS);
  const count = store.single("faults").value?.filter(({ on }) => on).length ?? 0;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="small faults-on"
      onClick={() => {
        view.side.value = "faults";
        view.front.value = "side";
      }}
    >
      {words.faultsOn(count)}
    </button>
  );
}

function Preferences(): JSX.Element {
  const { language, theme } = useApp().settings;
  const words = useWords(SHELL_WORDS);
  const other = language.value === "fr" ? "en" : "fr";
  return (
    <div class="preferences">
      <button
        type="button"
        class="small"
        lang={other}
        aria-label={`${words.pageLanguage}: ${words.otherLanguage}`}
        onClick={() => {
          language.value = other;
        }}
      >
        {words.otherLanguage}
      </button>
      <button
        type="button"
        class="small"
        onClick={() => {
          theme.value = theme.value === "dark" ? "light" : "dark";
        }}
      >
        {theme.value === "dark" ? words.light : words.dark}
      </button>
    </div>
  );
}
