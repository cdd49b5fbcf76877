import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";
import type { Option } from "./options.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly active: number;
  /** How many may be taken, in words; null for one. */
  readonly several: string | null;
  readonly isMarked: (label: string) => boolean;
  readonly take: (at: number) => void;
}

/** The open list of a select. It opens upwards where there is no room below. */
export function OptionList(props: Props): JSX.Element {
  const { id, options, chosen, active, several, isMarked, take } = props;
  const words = useClientWords(WORDS);
  const list = useRef<HTMLDivElement>(null);
  const [up, setUp] = useState(false);
  useLayoutEffect(() => {
    if (list.current) setUp(hasNoRoom(list.current));
  }, []);
  return (
    <div class={up ? "options up" : "options"} ref={list}>
      {several === null ? null : <p class="options-note">{several}</p>}
      {options.length === 0 ? <p class="options-note">{words.nothingToSelect}</p> : null}
      <div
        id={id}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={several !== null}
        class="options-list"
      >
        {options.map((option, at) => (
          // The keys are the button's, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={option.value}
            id={`${id}${at}`}
            role="option"
            aria-selected={chosen.includes(option.value)}
            class={classes(at === active, isMarked(option.label))}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(at)}
          >
            {option.emoji === "" ? null : <span class="emoji">{option.emoji}</span>}
            <span class="option-text">
              <span class="option-label">{option.label}</span>
              {option.description === "" ? null : <span class="option-more">{option.description}</span>}
            </span>
            <span class={several === null ? "tick" : "tick box"} aria-hidden="true" />
          </div>
        ))}
      </div>
    </div>
  );
}

const classes = (isActive: boolean, isMarked: boolean): string =>
  ["option", ...(isActive ? ["active"] : []), ...(isMarked ? ["marked"] : [])].join(" ");

/** Whether it would reach below the part that scrolls, while there is more room above. */
function hasNoRoom(list: HTMLElement): boolean {
  const frame = list.closest("[data-frame]")?.getBoundingClientRect();
  const box = list.parentElement?.getBoundingClientRect();
  if (!frame || !box) return false;
  const below = frame.bottom - box.bottom;
  return list.offsetHeight > below && box.top - frame.top > below;
}
