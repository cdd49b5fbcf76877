import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { DiscordPlace } from "../../protocol.ts";
import { useApp, useClientWords } from "../state/app.ts";
import { useClient } from "./client.ts";
import { Message } from "./message.tsx";
import { Failures, Pending } from "./notices.tsx";
import { placeName } from "./place-name.ts";
import { rowsOf } from "./rows.ts";
import { WORDS } from "./words.ts";

/** As many rows as are drawn at first, and more at a time: a long history must not slow the page. */
const ROWS = 100;

/** Distance from the end within which a reader is taken to follow it. */
const NEAR_END = 48;

/** The messages of one place, newest at the bottom. */
export function Channel({ place }: { readonly place: DiscordPlace }): JSX.Element {
  const { store } = useApp();
  const client = useClient();
  const words = useClientWords(WORDS);
  const messages = store.many("discordMessages");
  const rows = useComputed(() =>
    rowsOf(messages.value, {
      channel: place.id,
      dismissed: client.dismissed.value,
      reader: store.single("who").value?.discordId ?? "",
      dayOf: client.reader.day,
    }),
  ).value;
  const name = placeName(place, store);
  const command = (place.menu[0]?.name ?? "/").split(" ")[0] ?? "/";
  const errors = store.single("discordErrors").value ?? [];
  const limit = useSignal(ROWS);
  const { log, atEnd, onScroll, jump } = useEnd([rows, errors, client.sending.value]);
  return (
    <div class="channel-view">
      <div
        class="log"
        role="log"
        aria-label={words.messagesIn(name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
        tabIndex={0}
        data-frame="log"
        ref={log}
        onScroll={onScroll}
      >
        {rows.length > limit.value ? (
          <button
            type="button"
            class="earlier"
            onClick={() => {
              limit.value += ROWS;
            }}
          >
            {words.earlier}
          </button>
        ) : (
          <div class="welcome">
            <h3>{words.welcome(name)}</h3>
            <p>{words.welcomeMore(name)}</p>
          </div>
        )}
        {rows
          .slice(-limit.value)
          .map((row) =>
            row.kind === "day" ? (
              <Day key={row.key} at={row.at} />
            ) : (
              <Message
                key={row.key}
                message={row.message}
                joined={row.joined}
                calls={row.calls}
                command={command}
              />
            ),
          )}
        <Pending place={place} />
        <Failures errors={errors} />
      </div>
      {atEnd ? null : (
        <button type="button" class="jump" onClick={jump}>
          {words.jump}
        </button>
      )}
    </div>
  );
}

function Day({ at }: { readonly at: number }): JSX.Element {
  const { reader } = useClient();
  return (
    <p class="day">
      <span>{reader.words(at, "D")}</span>
    </p>
  );
}

interface End {
  readonly log: { current: HTMLDivElement | null };
  readonly atEnd: boolean;
  readonly onScroll: () => void;
  readonly jump: () => void;
}

/** Stays at the end for a reader who is there, and leaves everybody else where they are. */
function useEnd(changes: readonly unknown[]): End {
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useSignal(true);
  const jump = (): void => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (atEnd.peek()) jump();
  }, [...changes]);
  useEffect(() => {
    if (!log.current) return;
    // The composer grows and the pane is resized.
    const observer = new ResizeObserver(() => atEnd.peek() && jump());
    observer.observe(log.current);
    return () => observer.disconnect();
  }, []);
  return {
    log,
    atEnd: atEnd.value,
    jump,
    onScroll() {
      const { current } = log;
      if (current) atEnd.value = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END;
    },
  };
}
