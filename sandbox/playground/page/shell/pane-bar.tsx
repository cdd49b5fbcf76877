import type { JSX } from "preact";
import { PANES, useApp, useWords } from "../state/app.ts";
import { SHELL_WORDS } from "./words.ts";

/** At the foot of a narrow window: which pane is in front. */
export function PaneBar(): JSX.Element {
  const { front } = useApp().view;
  const words = useWords(SHELL_WORDS);
  return (
    <nav class="pane-bar" aria-label={words.show}>
      {PANES.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={front.value === name ? "true" : undefined}
          onClick={() => {
            front.value = name;
          }}
        >
          {words.panes[name]}
        </button>
      ))}
    </nav>
  );
}
