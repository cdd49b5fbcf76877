import type { JSX } from "preact";
import { useClient } from "./client.ts";

/** Why Slack's client, or the playground, would not do it. */
export function Problem(): JSX.Element {
  const { problem, words } = useClient();
  return (
    <output class="slack-problem">
      {problem.value !== null && (
        <>
          <span>⚠ {problem.value}</span>
          <button
            type="button"
            class="slack-dismiss"
            onClick={() => {
              problem.value = null;
            }}
          >
            {words.dismiss}
          </button>
        </>
      )}
    </output>
  );
}
