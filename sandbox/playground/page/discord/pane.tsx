import "./style/pane.css";
import "./style/sidebar.css";
import "./style/messages.css";
import "./style/markdown.css";
import "./style/components.css";
import "./style/composer.css";
import "./style/modal.css";
import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { useApp } from "../state/app.ts";
import { Channel } from "./channel.tsx";
import { ClientContext, createClient } from "./client.ts";
import { Composer } from "./composer/composer.tsx";
import { Modal } from "./modal/modal.tsx";
import { Problem } from "./notices.tsx";
import { placeName } from "./place-name.ts";
import { usePlaces } from "./places.ts";
import { useScrollToMark } from "./scroll-to-mark.ts";
import { Sidebar } from "./sidebar.tsx";

interface Props {
  /** What stands in the message box; a line put there is taken as if somebody had pasted it. */
  readonly draft?: Signal<string>;
  /** A regular expression: buttons and options whose label matches are where to look next. */
  readonly mark?: Signal<string | null>;
}

/** Discord as one person sees it, drawn from what came over the wire. */
export function DiscordPane({ draft, mark }: Props): JSX.Element {
  const app = useApp();
  const ownDraft = useSignal("");
  const ownMark = useSignal<string | null>(null);
  const client = useMemo(() => createClient(app, mark ?? ownMark), [app, mark]);
  const places = usePlaces();
  const root = useRef<HTMLElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  useScrollToMark(root, client);

  const world = app.store.single("world").value;
  useEffect(() => {
    client.dismissed.value = new Set();
    client.problem.value = null;
  }, [client, world]);

  const who = app.store.single("who").value;
  const modal = app.store.single("discordModal").value ?? null;
  const here = places.here.value;
  return (
    <ClientContext.Provider value={client}>
      <section
        class="discord"
        data-pane="discord"
        aria-label="Discord"
        lang={client.reader.locale.value}
        ref={root}
      >
        <div
          class="pane-body"
          inert={modal !== null}
          onFocusIn={({ target }) => {
            if (target instanceof HTMLElement) focused.current = target;
          }}
        >
          <Sidebar places={places} />
          {here ? (
            <div class="main">
              <Head name={placeName(here, app.store)} />
              <Channel key={here.id} place={here} />
              <Problem />
              <Composer key={`${who?.key}/${here.id}`} place={here} draft={draft ?? ownDraft} />
            </div>
          ) : null}
        </div>
        {modal === null ? null : <Modal key={modal.customId} modal={modal} before={focused} />}
      </section>
    </ClientContext.Provider>
  );
}

function Head({ name }: { readonly name: string }): JSX.Element {
  return (
    <header class="head">
      <span class={name.startsWith("#") ? "hash" : "at"} aria-hidden="true" />
      <h2>{name.slice(1)}</h2>
    </header>
  );
}
