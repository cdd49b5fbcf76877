import { type Signal, useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useClient } from "../client.ts";
import { isolated } from "../isolated.tsx";
import type { Offer } from "./offer.ts";
import type { Option } from "./option.ts";

interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly typed: Signal<string>;
  readonly offer: Offer;
  readonly chosen: readonly string[];
  readonly several: boolean;
  onPick(option: Option): void;
  /** The focus goes back to where it came from. */
  onLeave(): void;
}

/** What a select opens: a box to search in, and what it finds. */
export function Listbox(props: ListboxProps): JSX.Element {
  const { id, label, typed, offer, chosen, several, onPick, onLeave } = props;
  const { words } = useClient();
  const active = useSignal(0);
  const options = offer.kind === "offered" ? offer.groups.flatMap((group) => group.options) : [];
  const at = Math.min(active.value, options.length - 1);

  useSignalEffect(() => {
    typed.value;
    active.value = 0;
  });
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [id, at]);

  const keys = (event: KeyboardEvent): void => {
    const move = MOVES.get(event.key);
    const option = options[at];
    if (move) active.value = move(at, options.length);
    else if (event.key === "Tab" || event.key === "Escape") onLeave();
    else if (event.key === "Enter" && option) onPick(option);
    else if (event.key !== "Enter") return;
    // Tab goes on from the trigger.
    if (event.key === "Tab") return;
    event.preventDefault();
    // Escape closes the list alone, not the dialog around it.
    event.stopPropagation();
  };

  return (
    <>
      <input
        class="slack-input slack-search"
        role="combobox"
        aria-label={`${words.search}: ${label}`}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        placeholder={words.search}
        value={typed}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onKeyDown={keys}
      />
      <Saying offer={offer} />
      <Options
        id={id}
        label={label}
        offer={offer}
        active={at}
        chosen={chosen}
        several={several}
        onPick={onPick}
      />
    </>
  );
}

const MOVES: ReadonlyMap<string, (at: number, of: number) => number> = new Map([
  ["ArrowDown", (at, of) => (at + 1) % Math.max(of, 1)],
  ["ArrowUp", (at, of) => (at <= 0 ? of : at) - 1],
  ["PageDown", (at, of) => Math.min(at + 8, of - 1)],
  ["PageUp", (at) => Math.max(at - 8, 0)],
]);

function Saying({ offer }: { readonly offer: Offer }): JSX.Element {
  const { words } = useClient();
  const empty = offer.kind === "offered" && offer.groups.length === 0;
  const said =
    offer.kind === "loading"
      ? words.loading
      : offer.kind === "short"
        ? words.atLeast(offer.least)
        : empty
          ? words.nothingFound
          : "";
  return <output class="slack-saying">{said}</output>;
}

type OptionsProps = Pick<ListboxProps, "id" | "label" | "offer" | "chosen" | "several" | "onPick"> & {
  readonly active: number;
};

/** Without a tab stop of their own: the search box keeps the focus. */
function Options({ id, label, offer, active, chosen, several, onPick }: OptionsProps): JSX.Element {
  let next = 0;
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      class="slack-options"
      aria-label={label}
      aria-multiselectable={several}
    >
      {offer.kind === "offered" &&
        offer.groups.map((group, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset must not stand in a listbox
          <div key={`${at}-${group.label}`} role="group" aria-label={group.label || label}>
            {group.label !== "" && (
              <div class="slack-group" aria-hidden="true">
                {isolated(group.label)}
              </div>
            )}
            {group.options.map((option) => {
              const index = next++;
              return (
                <button
                  key={option.value}
                  id={`${id}-${index}`}
                  type="button"
                  role="option"
                  tabIndex={-1}
                  aria-selected={chosen.includes(option.value)}
                  class={index === active ? "slack-option slack-active" : "slack-option"}
                  onClick={() => onPick(option)}
                >
                  <span>{isolated(option.label)}</span>
                  {option.description !== "" && <small>{isolated(option.description)}</small>}
                </button>
              );
            })}
          </div>
        ))}
    </div>
  );
}
