import "./style/frame.css";
import "./style/message.css";
import "./style/details.css";
import "./style/text.css";
import "./style/blocks.css";
import "./style/table.css";
import "./style/elements.css";
import "./style/popup.css";
import "./style/composer.css";
import "./style/dialog.css";
import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { useApp } from "../state/app.ts";
import { createDraft } from "./draft.ts";
import { WORDS } from "./words.ts";
import { Workspace } from "./workspace.tsx";

interface SlackPaneProps {
  /** What stands in the message box, see {@link createDraft}: the pane writes it, and so may the page. */
  readonly draft?: Signal<string>;
  /** Source of a regular expression: the newest thing to use that carries such words is pointed at. */
  readonly mark?: ReadonlySignal<string | null>;
}

/** Slack as one person sees it: the payloads that the bot sent, drawn. */
export function SlackPane({ draft, mark }: SlackPaneProps): JSX.Element {
  const { store } = useApp();
  const own = useMemo(createDraft, []);
  const nothing = useSignal<string | null>(null);
  const dismissed = useSignal<ReadonlySet<string>>(new Set());
  const me = store.single("who").value;
  const world = store.single("world").value;
  return (
    <section class="slack" data-pane="slack" aria-label="Slack" aria-busy={!me || !world}>
      {me && world ? (
        <Workspace
          key={me.key}
          me={me}
          world={world.slack}
          draft={draft ?? own}
          mark={mark ?? nothing}
          dismissed={dismissed}
        />
      ) : (
        <p class="slack-waiting">{WORDS[me?.language ?? "en"].waiting}</p>
      )}
    </section>
  );
}
