import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { asText } from "../../../../json.ts";
import { useClientWords } from "../../state/app.ts";
import { useOptions } from "../components/options.ts";
import { Select } from "../components/select.tsx";
import { TYPES } from "../wire.ts";
import { WORDS } from "../words.ts";
import { Checkbox, Choices } from "./choices.tsx";
import { boundsOf, type Fault, type FormField, type FormValue } from "./form.ts";
import { TextInput } from "./text-input.tsx";

interface Props {
  readonly field: FormField;
  readonly value: FormValue | undefined;
  readonly fault: Fault | null;
  readonly set: (value: FormValue) => void;
}

/** A field of a form: what it is called, what to put in, and what is wrong with it. */
export function Field(props: Props): JSX.Element {
  const { field, fault } = props;
  const words = useClientWords(WORDS);
  const id = useId();
  const { least, most } = boundsOf(field);
  const moreId = `${id}more`;
  const hasMore = field.description !== "" || fault !== null;
  // A group of boxes has a legend, a box has its words beside it, and a list or a text has a label above.
  const Frame = isGroup(field) ? "fieldset" : "div";
  const label = (
    <>
      {field.label}
      {field.required ? (
        <span class="asterisk" aria-hidden="true">
          {" *"}
        </span>
      ) : null}
    </>
  );
  return (
    <Frame class={fault ? "form-field invalid" : "form-field"} data-field={field.id}>
      {isGroup(field) ? (
        <legend class="form-label">
          {label}
          {field.required ? <span class="visually-hidden"> ({words.required})</span> : null}
        </legend>
      ) : (
        <label class="form-label" for={`${id}input`}>
          {label}
        </label>
      )}
      {hasMore ? (
        <p class="form-more" id={moreId}>
          {field.description}
          {fault ? (
            <em class="fault">{fault === "missing" ? words.missing : words[fault](least, most)}</em>
          ) : null}
        </p>
      ) : null}
      <Control {...props} id={`${id}input`} describedBy={hasMore ? moreId : undefined} />
    </Frame>
  );
}

const isGroup = ({ input }: FormField): boolean =>
  input.type === TYPES.radioGroup || input.type === TYPES.checkboxGroup;

interface ControlProps extends Props {
  readonly id: string;
  readonly describedBy: string | undefined;
}

function Control({ field, value, fault, set, id, describedBy }: ControlProps): JSX.Element {
  const words = useClientWords(WORDS);
  const options = useOptions(field.input);
  const { least, most } = boundsOf(field);
  const chosen = typeof value === "object" ? value : [];
  const shared = { id, describedBy, invalid: fault !== null, set };
  switch (field.input.type) {
    case TYPES.textInput:
      return <TextInput {...shared} field={field} text={typeof value === "string" ? value : ""} />;
    case TYPES.checkbox:
      return <Checkbox {...shared} ticked={value === true} />;
    case TYPES.radioGroup:
    case TYPES.checkboxGroup:
      return (
        <Choices
          {...shared}
          options={options}
          chosen={chosen}
          several={field.input.type === TYPES.checkboxGroup}
          most={most}
        />
      );
    case TYPES.fileUpload:
      return <input id={id} class="upload" type="text" disabled value={words.noUpload} />;
  }
  return (
    <Select
      id={id}
      label={field.label}
      placeholder={asText(field.input.placeholder)}
      options={options}
      chosen={chosen}
      least={least}
      most={most}
      disabled={field.input.disabled === true}
      describedBy={describedBy}
      invalid={fault !== null}
      choose={set}
    />
  );
}
