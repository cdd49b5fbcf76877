import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { MenuOption } from "../../../../discord/person/menu.ts";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";
import type { Offer } from "./field-value.ts";

interface Props {
  readonly id: string;
  readonly option: MenuOption;
  readonly offers: readonly Offer[];
  readonly active: number;
  readonly pick: (offer: Offer) => void;
}

export function OfferList({ id, option, offers, active, pick }: Props): JSX.Element {
  const words = useClientWords(WORDS);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div class="popup">
      <p class="popup-head">{offers.length === 0 ? words.noChoice : words.choices(option.name)}</p>
      {offers.length === 0 ? null : (
        <div id={id} role="listbox" aria-label={words.choices(option.name)} class="popup-list" ref={list}>
          {offers.map((offer, at) => (
            // The keys are the field's, which keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={`${at}${offer.name}`}
              id={`${id}${at}`}
              role="option"
              aria-selected={at === active}
              class={at === active ? "popup-option active" : "popup-option"}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                event.preventDefault();
                pick(offer);
              }}
            >
              <span class="popup-name">{offer.name}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
