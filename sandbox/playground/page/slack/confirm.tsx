import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { type Question, useClient } from "./client.ts";
import { Dialog } from "./dialog.tsx";
import { isolated } from "./isolated.tsx";
import { Text, wordsIn } from "./text.tsx";

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object: drawn by the client alone. */
export function Confirm({ question: { confirm, answer } }: { readonly question: Question }): JSX.Element {
  const { words } = useClient();
  const id = useId();
  const look = confirm.style === "danger" ? "slack-danger" : "slack-primary";
  return (
    <Dialog labelledBy={`${id}-title`} content={confirm} class="slack-confirm" onEscape={() => answer(false)}>
      <header>
        <h2 id={`${id}-title`}>{isolated(wordsIn(confirm.title) || words.sure)}</h2>
      </header>
      <div class="slack-modal-body">
        <Text value={confirm.text} />
      </div>
      <footer>
        <button type="button" class="slack-button" onClick={() => answer(false)}>
          <span>{isolated(wordsIn(confirm.deny) || words.cancel)}</span>
        </button>
        <button type="button" class={`slack-button ${look}`} onClick={() => answer(true)}>
          <span>{isolated(wordsIn(confirm.confirm) || words.yes)}</span>
        </button>
      </footer>
    </Dialog>
  );
}
