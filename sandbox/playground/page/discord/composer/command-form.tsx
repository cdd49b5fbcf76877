import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { MenuEntry, MenuOption } from "../../../../discord/person/menu.ts";
import type { DiscordPlace } from "../../../protocol.ts";
import { useApp, useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";
import { Field } from "./field.tsx";
import { EMPTY, type FieldValue, onlyOffers, readField } from "./field-value.ts";
import { MoreOptions } from "./more-options.tsx";
import { SendButton } from "./send-button.tsx";

interface Props {
  readonly place: DiscordPlace;
  readonly entry: MenuEntry;
  readonly texts: Readonly<Record<string, string>>;
  readonly fromOutside: boolean;
  readonly back: () => void;
  readonly send: (options: Record<string, string | number | boolean>) => void;
}

/** A command with its fields: the needed ones at once, the others when they are asked for. */
export function CommandForm({ place, entry, texts, fromOutside, back, send }: Props): JSX.Element {
  const words = useClientWords(WORDS);
  const { store } = useApp();
  const form = useRef<HTMLFormElement>(null);
  const hintId = useId();
  const values = useSignal(firstValues(entry, texts));
  const active = useSignal<string | null>(null);
  /** Fields whose faults are shown: from the first try to send on. */
  const tried = useSignal(false);
  const shown = entry.options.filter(({ name }) => values.value.has(name));
  const hidden = entry.options.filter(({ name }) => !values.value.has(name));
  const read = (option: MenuOption) =>
    readField(option, values.value.get(option.name) ?? EMPTY, onlyOffers(option, words, store));
  const set = (name: string, value: FieldValue | null): void => {
    const next = new Map(values.value);
    if (value) next.set(name, value);
    else next.delete(name);
    values.value = next;
  };
  const focus = (name: string | undefined): void => {
    const field = form.current?.querySelector<HTMLElement>(
      name === undefined ? ".send" : `[data-option="${CSS.escape(name)}"]`,
    );
    field?.focus();
  };
  useLayoutEffect(() => {
    if (!fromOutside)
      focus((shown.find(({ name }) => values.value.get(name) === EMPTY) ?? shown.at(-1))?.name);
  }, []);

  const submit = (event: Event): void => {
    event.preventDefault();
    const readings = shown.map((option) => ({ option, reading: read(option) }));
    const wrong = readings.find(({ reading }) => reading.kind === "wrong");
    tried.value = true;
    if (wrong) focus(wrong.option.name);
    else send(sent(readings));
  };
  const hinted = shown.find(({ name }) => name === active.value);
  const fault = hinted && tried.value ? read(hinted) : null;
  return (
    <form
      ref={form}
      class="composer command"
      aria-label={entry.name}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        back();
      }}
    >
      <p id={hintId} class="hint">
        {hinted ? (
          <>
            <strong>{hinted.name}</strong> {hinted.description}
            {fault?.kind === "wrong" ? <em class="fault">{words[fault.why]}</em> : null}
          </>
        ) : (
          entry.description
        )}
      </p>
      <div class="composer-line">
        <div class="fields">
          <span class="command-name">{entry.name}</span>
          {shown.map((option) => (
            <Field
              key={option.name}
              place={place}
              command={entry.name.replace(/^\//, "")}
              option={option}
              value={values.value.get(option.name) ?? EMPTY}
              others={() =>
                sent(
                  shown.filter((one) => one !== option).map((one) => ({ option: one, reading: read(one) })),
                )
              }
              invalid={tried.value && read(option).kind === "wrong"}
              describedBy={option.name === active.value ? hintId : undefined}
              set={(value) => set(option.name, value)}
              remove={() => {
                set(option.name, null);
                focus(shown.at(-1) === option ? shown.at(-2)?.name : shown.at(-1)?.name);
              }}
              enter={() => {
                active.value = option.name;
              }}
              next={() =>
                focus(shown.find((one) => one !== option && read(one).kind === "wrong")?.name ?? option.name)
              }
            />
          ))}
          <MoreOptions
            options={hidden}
            add={(name) => {
              set(name, EMPTY);
              // It is there once it has been drawn.
              queueMicrotask(() => requestAnimationFrame(() => focus(name)));
            }}
          />
        </div>
        <SendButton marked={fromOutside} />
      </div>
    </form>
  );
}

const firstValues = (
  { options }: MenuEntry,
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, FieldValue> =>
  new Map(
    options.flatMap(({ name, required }) => {
      const text = texts[name];
      if (text !== undefined) return [[name, { text, chosen: null }] as const];
      return required ? [[name, EMPTY] as const] : [];
    }),
  );

function sent(
  readings: readonly { readonly option: MenuOption; readonly reading: ReturnType<typeof readField> }[],
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    readings.flatMap(({ option, reading }) =>
      reading.kind === "value" ? [[option.name, reading.value]] : [],
    ),
  );
}
