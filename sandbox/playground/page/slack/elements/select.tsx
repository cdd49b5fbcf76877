import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId, useMemo, useRef } from "preact/hooks";
import { asText } from "../../../../json.ts";
import { type Client, useClient } from "../client.ts";
import { isolated } from "../isolated.tsx";
import { useMarked } from "../mark.ts";
import { Popup } from "../popup.tsx";
import { wordsIn } from "../text.tsx";
import { type ElementProps, useEntry } from "./frame.ts";
import { enteredOptions, initialOptions } from "./initial.ts";
import { Listbox } from "./listbox.tsx";
import { useExternalOffer } from "./offer.ts";
import { narrowed, type Option, type OptionGroup, readGroups } from "./option.ts";

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element and multi-select-menu-element */
export function Select(props: ElementProps): JSX.Element {
  const { element, frame } = props;
  const client = useClient();
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const marked = useMarked(element, trigger);
  const { pending, entered, choose } = useEntry(props);
  const groups = useMemo(() => groupsOf(client, element), [client, element]);
  const several = asText(element.type).startsWith("multi_");
  const open = useSignal(false);
  const typed = useSignal("");
  const chosen = useSignal<readonly Option[]>(
    entered === undefined
      ? initialOptions(element, client.nameOf)
      : enteredOptions(
          entered,
          groups.flatMap(({ options }) => options),
        ),
  );
  const placeholder = wordsIn(element.placeholder) || client.words.choose;
  const label = frame?.label ?? placeholder;

  const leave = (): void => {
    open.value = false;
    typed.value = "";
    // Also before Tab, which then goes on from here.
    trigger.current?.focus();
  };
  const pick = async (option: Option): Promise<void> => {
    const before = chosen.peek();
    chosen.value = several ? toggled(before, option) : [option];
    if (!several) leave();
    const values = chosen.peek().map(({ value }) => value);
    if (!(await choose(several ? values : option.value))) chosen.value = before;
  };

  const listProps = { id, label, typed, several, onPick: pick, onLeave: leave };
  const values = chosen.value.map(({ value }) => value);
  return (
    <div class="slack-select">
      <button
        ref={trigger}
        id={frame?.controlId ?? id}
        type="button"
        class={`slack-trigger${marked.value ? " marked" : ""}`}
        aria-haspopup="listbox"
        aria-expanded={open.value}
        aria-labelledby={frame ? `${frame.labelId} ${frame.controlId}` : undefined}
        aria-describedby={frame?.describedBy}
        aria-busy={pending.value}
        data-invalid={frame?.invalid}
        onClick={() => {
          if (!pending.peek()) open.value = !open.peek();
        }}
      >
        <Shown chosen={chosen} placeholder={placeholder} named={frame !== null} />
        <span class="slack-chevron" aria-hidden="true" />
      </button>
      {open.value && (
        <Popup anchor={trigger} class="slack-menu" onClose={leave}>
          {asText(element.type).endsWith("external_select") ? (
            <ExternalList {...listProps} props={props} chosen={values} />
          ) : (
            <StaticList {...listProps} groups={groups} chosen={values} />
          )}
        </Popup>
      )}
    </div>
  );
}

type ListProps = Omit<Parameters<typeof Listbox>[0], "offer">;

function StaticList({
  groups,
  ...rest
}: ListProps & { readonly groups: readonly OptionGroup[] }): JSX.Element {
  return <Listbox {...rest} offer={{ kind: "offered", groups: narrowed(groups, rest.typed.value) }} />;
}

function ExternalList({ props, ...rest }: ListProps & { readonly props: ElementProps }): JSX.Element {
  const offer = useExternalOffer(props, rest.typed);
  return <Listbox {...rest} offer={offer.value} />;
}

interface ShownProps {
  readonly chosen: Signal<readonly Option[]>;
  readonly placeholder: string;
  /** Whether a label says already what is chosen here. */
  readonly named: boolean;
}

function Shown({ chosen, placeholder, named }: ShownProps): JSX.Element {
  if (chosen.value.length === 0) return <span class="slack-placeholder">{isolated(placeholder)}</span>;
  return (
    <span class="slack-chosen">
      {!named && <span class="visually-hidden">{placeholder}: </span>}
      {isolated(chosen.value.map(({ label }) => label).join(", "))}
    </span>
  );
}

const toggled = (chosen: readonly Option[], option: Option): readonly Option[] =>
  chosen.some(({ value }) => value === option.value)
    ? chosen.filter(({ value }) => value !== option.value)
    : [...chosen, option];

/** Ids of people begin with U or W, of channels with C or G. */
const IDS: readonly (readonly [RegExp, RegExp])[] = [
  [/users_select$/, /^[UW]/],
  [/channels_select$/, /^[CG]/],
  [/conversations_select$/, /^[CGUW]/],
];

function groupsOf({ world }: Client, element: ElementProps["element"]): readonly OptionGroup[] {
  const ids = IDS.find(([type]) => type.test(asText(element.type)))?.[1];
  if (!ids) return readGroups(element);
  const names = Object.entries(world.names).filter(([id]) => ids.test(id));
  return [{ label: "", options: names.map(([value, label]) => ({ value, label, description: "" })) }];
}
