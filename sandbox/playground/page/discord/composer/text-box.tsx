import { useSignal } from "@preact/signals";
import type { JSX, TargetedInputEvent, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { MenuEntry } from "../../../../discord/person/menu.ts";
import type { DiscordPlace } from "../../../protocol.ts";
import { useApp, useClientWords } from "../../state/app.ts";
import { placeName } from "../place-name.ts";
import { WORDS } from "../words.ts";
import { CommandMenu } from "./command-menu.tsx";
import { completes, found } from "./find-command.ts";
import { SendButton } from "./send-button.tsx";
import { splitLine } from "./typed-line.ts";

interface Props {
  readonly place: DiscordPlace;
  readonly text: string;
  readonly focus: boolean;
  readonly write: (text: string) => void;
  /** Turns a whole line into a command and its fields; false when it is none. */
  readonly take: (line: string) => boolean;
  readonly choose: (entry: MenuEntry) => void;
  readonly say: (text: string) => void;
}

/** Where one types; a slash opens the menu of commands. */
export function TextBox({ place, text, focus, write, take, choose, say }: Props): JSX.Element {
  const words = useClientWords(WORDS);
  const { store } = useApp();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const active = useSignal(0);
  const closed = useSignal(false);
  useLayoutEffect(() => {
    if (focus) input.current?.focus();
  }, []);

  const isOpen = text.startsWith("/") && !closed.value && splitLineHasRest(text, place.menu) === false;
  const entries = isOpen ? found(text, place.menu) : [];
  const at = Math.min(active.value, entries.length - 1);
  const send = (): void => {
    if (text.trim() === "" || (text.startsWith("/") && take(text))) return;
    say(text);
  };
  const onInput = (event: TargetedInputEvent<HTMLInputElement>): void => {
    const typed = event.currentTarget.value;
    active.value = 0;
    closed.value = false;
    write(typed);
    const isPasted =
      event.inputType === "insertFromPaste" || (!event.isComposing && (event.data ?? "").length > 1);
    const whole = completes(typed, place.menu);
    if (typed.startsWith("/") && isPasted) take(typed);
    else if (whole) choose(whole);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const entry = entries[at];
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (entry) choose(entry);
      else send();
    } else if (entry && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      choose(entry);
    } else if (entry && event.key === "ArrowDown") {
      event.preventDefault();
      active.value = (at + 1) % entries.length;
    } else if (entry && event.key === "ArrowUp") {
      event.preventDefault();
      active.value = (at - 1 + entries.length) % entries.length;
    } else if (isOpen && event.key === "Escape") {
      event.preventDefault();
      closed.value = true;
    }
  };

  return (
    <div class="composer">
      {isOpen ? <CommandMenu id={id} entries={entries} active={at} choose={choose} /> : null}
      <div class="composer-line">
        <input
          ref={input}
          class="composer-input"
          data-composer
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={entries.length > 0}
          aria-controls={entries.length > 0 ? id : undefined}
          aria-activedescendant={entries.length > 0 ? `${id}${at}` : undefined}
          aria-label={words.messageTo(placeName(place, store))}
          placeholder={words.messageTo(placeName(place, store))}
          value={text}
          onInput={onInput}
          onKeyDown={onKeyDown}
          onBlur={() => {
            closed.value = true;
          }}
          onFocus={() => {
            closed.value = false;
          }}
        />
        <SendButton disabled={text.trim() === ""} onClick={send} />
      </div>
    </div>
  );
}

/** Whether a command stands there whole, with words for its fields behind it. */
function splitLineHasRest(text: string, menu: readonly MenuEntry[]): boolean {
  const line = splitLine(text, menu);
  return line !== null && Object.keys(line.texts).length > 0;
}
