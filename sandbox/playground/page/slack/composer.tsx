import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { SlackPlace } from "../../protocol.ts";
import { useClient } from "./client.ts";
import { CommandList } from "./command-list.tsx";
import { Icon } from "./icons.tsx";
import { isolated } from "./isolated.tsx";
import { awaitsWords, createHistory, offersCommand, spoken } from "./line.ts";
import { titleOf } from "./places.ts";

interface ComposerProps {
  readonly place: SlackPlace;
  /** What stands in the box; the page's stories put lines into it. */
  readonly draft: Signal<string>;
}

/** The message box. What begins with a slash is a command. */
export function Composer({ place, draft }: ComposerProps): JSX.Element {
  const { act, words, world, nameOf } = useClient();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const history = useMemo(createHistory, []);
  const closed = useSignal(false);
  const { command } = world.command;
  const line = draft.value;
  const offers = !closed.value && offersCommand(line, command);
  const label = words.messageTo(titleOf(place, nameOf(world.botUserId)));

  const write = (text: string): void => {
    draft.value = text;
    closed.value = false;
  };
  const complete = (): void => {
    write(`${command} `);
    box.current?.focus();
  };
  const send = async (): Promise<void> => {
    const wanted = spoken(place.id, draft.peek());
    if (!wanted) return;
    const sent = draft.peek();
    history.add(sent);
    write("");
    const answer = await act(wanted);
    if (answer.kind === "refused" && draft.peek() === "") write(sent);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const done = offers ? inList(event, complete, closed) : inBox(event, send, recall);
    if (done) event.preventDefault();
  };
  const recall = (way: "older" | "newer"): boolean => {
    const found = history[way](draft.peek());
    if (found !== null) write(found);
    return found !== null;
  };
  useHeight(box, line);

  return (
    <div class="slack-composer">
      {offers && <CommandList id={id} onPick={complete} />}
      {awaitsWords(line, command) && (
        <p class="slack-usage">
          <strong>{command}</strong> {isolated(world.command.usageHint)}
        </p>
      )}
      <form
        class="slack-box"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <textarea
          ref={box}
          id="slack-box"
          data-composer
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={offers ? `${id}-list` : undefined}
          aria-activedescendant={offers ? `${id}-command` : undefined}
          placeholder={label}
          value={draft}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={keys}
        />
        <button type="submit" class="slack-send" aria-label={words.send} aria-disabled={line.trim() === ""}>
          <Icon name="send" />
        </button>
      </form>
    </div>
  );
}

/** With the list of commands open. There is one command, which is chosen already: arrows have nowhere to go. */
function inList(event: KeyboardEvent, complete: () => void, closed: Signal<boolean>): boolean {
  switch (event.key) {
    case "Enter":
    case "Tab":
      if (event.shiftKey) return false;
      complete();
      return true;
    case "Escape":
      closed.value = true;
      return true;
    default:
      return event.key === "ArrowUp" || event.key === "ArrowDown";
  }
}

function inBox(
  event: KeyboardEvent,
  send: () => Promise<void>,
  recall: (way: "older" | "newer") => boolean,
): boolean {
  switch (event.key) {
    case "Enter":
      if (event.shiftKey) return false;
      void send();
      return true;
    case "ArrowUp":
      return recall("older");
    case "ArrowDown":
      return recall("newer");
    default:
      return false;
  }
}

const MOST_HEIGHT = 160;

/** As high as what stands in it. */
function useHeight(box: { readonly current: HTMLTextAreaElement | null }, line: string): void {
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, MOST_HEIGHT)}px`;
  }, [box, line]);
}
