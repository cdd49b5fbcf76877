import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { MenuOption } from "../../../../discord/person/menu.ts";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";

interface Props {
  readonly options: readonly MenuOption[];
  readonly add: (name: string) => void;
}

/** "+3 more": the fields that may stay away. */
export function MoreOptions({ options, add }: Props): JSX.Element | null {
  const words = useClientWords(WORDS);
  const id = useId();
  const open = useSignal(false);
  if (options.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="more"
        aria-expanded={open.value}
        aria-controls={open.value ? id : undefined}
        onClick={() => {
          open.value = !open.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !open.value) return;
          event.preventDefault();
          open.value = false;
        }}
      >
        {words.more(options.length)}
      </button>
      {open.value ? (
        <div id={id} class="popup">
          <p class="popup-head">{words.optional}</p>
          <ul class="popup-list" aria-label={words.optional}>
            {options.map(({ name, description }) => (
              <li key={name}>
                <button
                  type="button"
                  class="popup-option"
                  onClick={() => {
                    open.value = false;
                    add(name);
                  }}
                >
                  <span class="popup-name">{name}</span>
                  <span class="popup-more">{description}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
