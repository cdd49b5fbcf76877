import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { asObjects, type JsonObject } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { isolated } from "../isolated.tsx";
import { linkTarget, OUTWARD } from "../link.ts";
import { useMarked } from "../mark.ts";
import { Popup } from "../popup.tsx";
import { type ElementProps, useEntry } from "./frame.ts";
import { readOption } from "./option.ts";

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export function Overflow(props: ElementProps): JSX.Element {
  const { words } = useClient();
  const trigger = useRef<HTMLButtonElement>(null);
  const marked = useMarked(props.element, trigger);
  const { pending, choose } = useEntry(props);
  const open = useSignal(false);

  const leave = (): void => {
    open.value = false;
    trigger.current?.focus();
  };
  const pick = (value: string): void => {
    leave();
    void choose(value);
  };

  return (
    <div class="slack-overflow">
      <button
        ref={trigger}
        type="button"
        class={`slack-button slack-dots${marked.value ? " marked" : ""}`}
        aria-label={words.more}
        aria-haspopup="menu"
        aria-expanded={open.value}
        aria-busy={pending.value}
        onClick={() => {
          if (!pending.peek()) open.value = !open.peek();
        }}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open.value && (
        <Popup anchor={trigger} class="slack-menu" onClose={leave}>
          <Menu options={asObjects(props.element.options)} onPick={pick} onLeave={leave} />
        </Popup>
      )}
    </div>
  );
}

interface MenuProps {
  readonly options: readonly JsonObject[];
  onPick(value: string): void;
  onLeave(): void;
}

const MOVES: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

function Menu({ options, onPick, onLeave }: MenuProps): JSX.Element {
  const { words } = useClient();
  const menu = useRef<HTMLDivElement>(null);
  const items = (): readonly HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []),
  ];

  const keys = (event: KeyboardEvent): void => {
    const move = MOVES.get(event.key);
    if (event.key === "Tab" || event.key === "Escape") onLeave();
    else if (move === undefined) return;
    else {
      const all = items();
      const at = all.findIndex((item) => item.matches(":focus"));
      all[(at + move + all.length) % all.length]?.focus();
    }
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={menu} role="menu" tabIndex={-1} aria-label={words.more} class="slack-options" onKeyDown={keys}>
      {options.map((raw) => {
        const { value, label, description } = readOption(raw);
        const url = linkTarget(raw.url);
        const content = (
          <>
            <span>{isolated(label)}</span>
            {description !== "" && <small>{isolated(description)}</small>}
          </>
        );
        if (url !== null)
          return (
            <a key={value} role="menuitem" class="slack-option" tabIndex={-1} href={url} {...OUTWARD}>
              {content}
            </a>
          );
        return (
          <button
            key={value}
            type="button"
            role="menuitem"
            class="slack-option"
            tabIndex={-1}
            onClick={() => onPick(value)}
          >
            {content}
          </button>
        );
      })}
    </div>
  );
}
