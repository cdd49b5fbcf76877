import { useSignal } from "@preact/signals";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";
import { OptionList } from "./option-list.tsx";
import type { Option } from "./options.ts";
import { keyStep } from "./select-keys.ts";

interface Props {
  /** Of the button, for a label elsewhere. */
  readonly id?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly least: number;
  readonly most: number;
  readonly disabled?: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly isMarked?: (label: string) => boolean;
  /** When one was picked, or several and the list is closed. */
  readonly choose: (values: readonly string[]) => void;
}

/** A select as Discord has it: a list to open, of which one or several are taken. The focus stays on the button. */
export function Select(props: Props): JSX.Element {
  const { options, chosen, least, most, choose, isMarked = () => false } = props;
  const words = useClientWords(WORDS);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  const active = useSignal(0);
  const ticked = useSignal(chosen);
  const isSeveral = most > 1;
  useLayoutEffect(() => {
    if (!open.value) return;
    const list = root.current?.querySelector("[role=listbox]");
    list?.scrollIntoView({ block: "nearest" });
    list?.children[active.value]?.scrollIntoView({ block: "nearest" });
  }, [open.value, active.value]);

  const show = (): void => {
    ticked.value = chosen;
    active.value = Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    );
    open.value = true;
  };
  const close = (): void => {
    if (!open.value) return;
    open.value = false;
    const count = ticked.value.length;
    const isNew = ticked.value.join("\n") !== chosen.join("\n");
    if (isSeveral && isNew && count >= least && count <= most) choose(ticked.value);
  };
  const take = (at: number): void => {
    const value = options[at]?.value;
    if (value === undefined) return;
    if (!isSeveral) {
      open.value = false;
      choose(least === 0 && chosen.includes(value) ? [] : [value]);
    } else if (ticked.value.includes(value)) ticked.value = ticked.value.filter((one) => one !== value);
    else if (ticked.value.length < most) ticked.value = [...ticked.value, value];
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    const step = keyStep(event, open.value, active.value, options);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === "open") show();
    else if (step === "close") close();
    else if (step === "take") take(active.value);
    else active.value = step;
  };

  const shown = isSeveral && open.value ? ticked.value : chosen;
  const labels = options.filter(({ value }) => shown.includes(value)).map(({ label }) => label);
  const marked = options.some(({ label }) => isMarked(label));
  return (
    <div class="select" ref={root}>
      <button
        type="button"
        id={props.id}
        role="combobox"
        class={marked ? "select-button marked" : "select-button"}
        aria-label={props.label || words.makeASelection}
        aria-haspopup="listbox"
        aria-expanded={open.value}
        aria-controls={open.value ? `${id}list` : undefined}
        aria-activedescendant={open.value ? `${id}list${active.value}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid === true}
        disabled={props.disabled === true}
        onClick={() => (open.value ? close() : show())}
        onKeyDown={onKeyDown}
        onBlur={close}
      >
        <span class={labels.length > 0 ? "select-value" : "select-value empty"}>
          {labels.length > 0 ? labels.join(", ") : props.placeholder || words.makeASelection}
        </span>
        <span class="chevron" aria-hidden="true" />
      </button>
      {open.value ? (
        <OptionList
          id={`${id}list`}
          label={props.label || words.makeASelection}
          options={options}
          chosen={shown}
          active={active.value}
          several={isSeveral ? words.between(least, most) : null}
          isMarked={isMarked}
          take={take}
        />
      ) : null}
    </div>
  );
}
