import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId, useMemo, useRef } from "preact/hooks";
import type { SeenModal } from "../../../../discord/person/seen.ts";
import { useApp, useClientWords } from "../../state/app.ts";
import { Avatar } from "../avatar.tsx";
import { useClient } from "../client.ts";
import { Dots } from "../components/button.tsx";
import { Unknown } from "../components/unknown.tsx";
import { Markdown } from "../markdown/markdown.tsx";
import { WORDS } from "../words.ts";
import { Field } from "./field.tsx";
import { type FormPart, type FormValue, faultOf, firstValue, partsOf, sentValues } from "./form.ts";
import { useHeldFocus } from "./held-focus.ts";

interface Props {
  readonly modal: SeenModal;
  /** What had the focus before. */
  readonly before: { readonly current: HTMLElement | null };
}

/** A form over the pane. What was typed stays as long as it is open. */
export function Modal({ modal, before }: Props): JSX.Element {
  const words = useClientWords(WORDS);
  const client = useClient();
  const { store } = useApp();
  const bot = store.single("world").value?.discord;
  const titleId = useId();
  const dialog = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => partsOf(modal.components), [modal.components]);
  const fields = parts.flatMap((part) => (part.kind === "field" ? [part.field] : []));
  const values = useSignal<ReadonlyMap<string, FormValue>>(
    new Map(
      fields.flatMap((field) => {
        const value = firstValue(field);
        return value === undefined ? [] : [[field.id, value] as const];
      }),
    ),
  );
  const tried = useSignal(false);
  const pending = useSignal(false);
  const errors = store.single("discordErrors").value ?? [];
  const known = useSignal(errors.length);
  const close = (): void => void client.act({ kind: "discord-close-modal" });
  const onKeyDown = useHeldFocus(dialog, before, close);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (pending.value) return;
    tried.value = true;
    const wrong = fields.find((field) => faultOf(field, values.value.get(field.id)) !== null);
    if (wrong) {
      dialog.current
        ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wrong.id)}"] :is(input, textarea, button)`)
        ?.focus();
      return;
    }
    pending.value = true;
    known.value = errors.length;
    await client.act({ kind: "discord-submit", values: sentValues(fields, values.value) });
    pending.value = false;
  };
  const set = (id: string, value: FormValue): void => {
    values.value = new Map(values.value).set(id, value);
  };
  return (
    <div class="backdrop">
      <div
        ref={dialog}
        class="modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        data-modal={modal.customId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <form noValidate onSubmit={submit}>
          <header class="modal-head">
            <Avatar id={bot?.botUserId ?? ""} name={bot?.botName ?? ""} />
            <h2 id={titleId}>{modal.title}</h2>
            <button type="button" class="close" aria-label={words.close} onClick={close}>
              <span aria-hidden="true" />
            </button>
          </header>
          <div class="modal-body" data-frame="modal">
            <p class="modal-note">{words.sendsToBot(bot?.botName ?? "")}</p>
            {parts.map((part, at) => (
              <Part key={at} part={part} values={values.value} tried={tried.value} set={set} />
            ))}
            {errors.slice(known.value).map(({ text }, at) => (
              <p key={at} class="fault" role="alert">
                {text}
              </p>
            ))}
          </div>
          <footer class="modal-foot">
            <button type="button" class="button secondary" onClick={close}>
              {words.cancel}
            </button>
            <button type="submit" class="button primary" aria-busy={pending.value}>
              <span class="button-label">{words.submit}</span>
              {pending.value ? <Dots /> : null}
            </button>
          </footer>
        </form>
      </div>
    </div>
  );
}

interface PartProps {
  readonly part: FormPart;
  readonly values: ReadonlyMap<string, FormValue>;
  readonly tried: boolean;
  readonly set: (id: string, value: FormValue) => void;
}

function Part({ part, values, tried, set }: PartProps): JSX.Element {
  switch (part.kind) {
    case "text":
      return <Markdown text={part.content} />;
    case "field":
      return (
        <Field
          field={part.field}
          value={values.get(part.field.id)}
          fault={tried ? faultOf(part.field, values.get(part.field.id)) : null}
          set={(value) => set(part.field.id, value)}
        />
      );
    case "unknown":
      return <Unknown what={`component ${String(part.component.type)}`} json={part.component} />;
  }
}
