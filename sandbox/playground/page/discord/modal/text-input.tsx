import type { JSX } from "preact";
import { asText } from "../../../../json.ts";
import { boundsOf, type FormField, lengthOf } from "./form.ts";

interface Props {
  readonly id: string;
  readonly field: FormField;
  readonly text: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly set: (text: string) => void;
}

const PARAGRAPH = 2;

export function TextInput({ id, field, text, describedBy, invalid, set }: Props): JSX.Element {
  const { most } = boundsOf(field);
  const shared = {
    id,
    value: text,
    placeholder: asText(field.input.placeholder),
    "aria-required": field.required,
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
    autocomplete: "off",
  } as const;
  return (
    <div class="text-input">
      {field.input.style === PARAGRAPH ? (
        <textarea {...shared} rows={4} onInput={(event) => set(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => set(event.currentTarget.value)} />
      )}
      <span class={lengthOf(text) > most ? "counter over" : "counter"} aria-hidden="true">
        {lengthOf(text)}/{most}
      </span>
    </div>
  );
}
