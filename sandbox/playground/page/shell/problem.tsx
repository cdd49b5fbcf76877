import type { JSX } from "preact";
import { useApp, useWords } from "../state/app.ts";
import { SHELL_WORDS } from "./words.ts";

/** What could not be done, and whether the server is there at all. */
export function Problem(): JSX.Element {
  const { link, view } = useApp();
  const words = useWords(SHELL_WORDS);
  const text = link.connected.value ? view.problem.value : words.lost;
  return (
    <div class="page-problem-place" role="status">
      {text === null ? null : (
        <p class="page-problem">
          <span>{text}</span>
          {link.connected.value ? (
            <button
              type="button"
              onClick={() => {
                view.problem.value = null;
              }}
            >
              {words.dismiss}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}
