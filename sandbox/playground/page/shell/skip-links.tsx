import type { JSX } from "preact";
import { PANES, useApp, useWords } from "../state/app.ts";
import { SHELL_WORDS } from "./words.ts";

/** For the keyboard: past the top bar, to what one came for. Seen only while they have the focus. */
export function SkipLinks(): JSX.Element {
  const { front } = useApp().view;
  const words = useWords(SHELL_WORDS);
  return (
    <nav class="skip-links" aria-label={words.skip}>
      {PANES.map((name) => (
        <button
          key={name}
          type="button"
          onClick={() => {
            front.value = name;
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>(`.pane[data-name="${name}"]`)?.focus(),
            );
          }}
        >
          {words.skipTo} {words.panes[name]}
        </button>
      ))}
    </nav>
  );
}
