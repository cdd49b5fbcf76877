import { useSignal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId } from "preact/hooks";
import type { MenuOption } from "../../../../discord/person/menu.ts";
import type { DiscordPlace } from "../../../protocol.ts";
import { useApp, useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";
import { type FieldValue, type Offer, onlyOffers } from "./field-value.ts";
import { OfferList } from "./offer-list.tsx";
import { useOffers } from "./offers.ts";

interface Props {
  readonly place: DiscordPlace;
  readonly command: string;
  readonly option: MenuOption;
  readonly value: FieldValue;
  readonly others: () => Record<string, string | number | boolean>;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly set: (value: FieldValue) => void;
  readonly remove: () => void;
  readonly enter: () => void;
  /** To the next field that still needs something. */
  readonly next: () => void;
}

/** One option of a command: its name, and a box that may offer what can be put in. */
export function Field(props: Props): JSX.Element {
  const { option, value, invalid, describedBy, set, remove, enter, next } = props;
  const words = useClientWords(WORDS);
  const id = useId();
  const only = onlyOffers(option, words, useApp().store);
  const offers = useOffers(props, only);
  const isOpen = useSignal(false);
  /** -1 until something is typed or a key leads there: Enter then picks nothing. */
  const active = useSignal(-1);
  const isList = only !== null || option.autocomplete;
  const list = isOpen.value ? offers.value : [];
  const pick = (offer: Offer): void => {
    set({ text: offer.name, chosen: offer.value });
    isOpen.value = false;
    next();
  };
  const open = (text: string): void => {
    isOpen.value = isList;
    active.value = text === "" ? -1 : 0;
    if (isList) offers.ask(text);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    // What is shown while the bot is asked anew was meant for other words.
    const offer = offers.settled ? list[active.value] : undefined;
    const turn = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
    if (turn !== undefined && isList) {
      event.preventDefault();
      if (!isOpen.value) open(value.chosen === null ? value.text : "");
      else if (list.length > 0)
        active.value = (Math.max(active.value, turn < 0 ? 0 : -1) + turn + list.length) % list.length;
    } else if (offer && (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey))) {
      event.preventDefault();
      pick(offer);
    } else if (event.key === "Escape" && isOpen.value) {
      event.preventDefault();
      isOpen.value = false;
    } else if (event.key === "Backspace" && value.text === "" && !option.required) {
      event.preventDefault();
      remove();
    }
  };
  const shown = isOpen.value && isList && (list.length > 0 || offers.settled);
  return (
    <div class={invalid ? "field invalid" : "field"}>
      <label class="field-name" for={`${id}input`}>
        {option.name}
      </label>
      <input
        id={`${id}input`}
        type="text"
        class="field-input"
        data-option={option.name}
        autocomplete="off"
        inputMode={option.type === 4 || option.type === 10 ? "numeric" : undefined}
        size={Math.min(26, Math.max(4, value.text.length + 1))}
        value={value.text}
        aria-required={option.required}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        {...(isList
          ? ({
              role: "combobox",
              "aria-autocomplete": "list",
              "aria-expanded": list.length > 0,
              "aria-controls": list.length > 0 ? id : undefined,
              "aria-activedescendant": list[active.value] ? `${id}${active.value}` : undefined,
            } as const)
          : {})}
        onInput={(event) => {
          const text = event.currentTarget.value;
          set({ text, chosen: null });
          open(text);
        }}
        onFocus={() => {
          enter();
          if (value.text === "") open("");
        }}
        onBlur={() => {
          isOpen.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      {shown ? <OfferList id={id} option={option} offers={list} active={active.value} pick={pick} /> : null}
    </div>
  );
}
