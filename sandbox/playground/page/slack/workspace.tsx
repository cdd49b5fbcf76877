import { type ReadonlySignal, type Signal, useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { SECOND } from "../../../../src/domain/instant.ts";
import type { Persona } from "../../personas.ts";
import type { WorldFacts } from "../../protocol.ts";
import { useApp } from "../state/app.ts";
import { ClientContext, createClient } from "./client.ts";
import { Dialogs } from "./dialogs.tsx";
import { Main } from "./main.tsx";
import { findMarked } from "./mark.ts";
import { useNavigation } from "./navigation.ts";
import { Sidebar } from "./sidebar.tsx";
import { useUnread } from "./unread.ts";

interface WorkspaceProps {
  readonly me: Persona;
  readonly world: WorldFacts["slack"];
  readonly draft: Signal<string>;
  readonly mark: ReadonlySignal<string | null>;
  readonly dismissed: Signal<ReadonlySet<string>>;
}

/** Words such as "in 3 minutes" need no finer clock. */
const STEP = 5 * SECOND;

/** One person's workspace; it begins anew with the next person. */
export function Workspace({ me, world, draft, mark, dismissed }: WorkspaceProps): JSX.Element {
  const { store, link, now: time } = useApp();
  const now = useComputed(() => Math.floor((time.value ?? 0) / STEP) * STEP);
  const messages = store.many("slackMessages");
  const modal = store.single("slackModal");
  const home = store.single("slackHome");
  const marked = useComputed(() =>
    mark.value === null
      ? null
      : findMarked(mark.value, {
          messages: messages.value,
          modal: modal.value ?? null,
          home: home.value ?? null,
        }),
  );
  const client = useMemo(
    () => createClient({ me, world, link, now, marked, dismissed }),
    [me, world, link, now, marked, dismissed],
  );
  const { places, shown, looked, show } = useNavigation({ client, draft });
  const unread = useUnread(messages, looked, me.slackId);
  const covered = modal.value !== undefined && modal.value !== null;

  return (
    <ClientContext.Provider value={client}>
      <div class="slack-frame" inert={covered || client.question.value !== null}>
        <Sidebar places={places.value} shown={shown.value} unread={unread.value} onShow={show} />
        <Main places={places.value} shown={shown.value} draft={draft} onShow={show} />
      </div>
      <Dialogs />
    </ClientContext.Provider>
  );
}
