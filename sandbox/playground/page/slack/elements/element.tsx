import type { FunctionComponent, JSX } from "preact";
import { asText } from "../../../../json.ts";
import { Picture } from "../picture.tsx";
import { Unknown } from "../unknown.tsx";
import { Button } from "./button.tsx";
import { Checkboxes, RadioButtons } from "./choices.tsx";
import { DatePicker, TimePicker } from "./date-input.tsx";
import type { ElementProps } from "./frame.ts";
import { Overflow } from "./overflow.tsx";
import { Select } from "./select.tsx";
import { TextInput } from "./text-input.tsx";

const ELEMENTS: ReadonlyMap<string, FunctionComponent<ElementProps>> = new Map([
  ["button", Button],
  ["workflow_button", Button],
  ["overflow", Overflow],
  ["checkboxes", Checkboxes],
  ["radio_buttons", RadioButtons],
  ["datepicker", DatePicker],
  ["timepicker", TimePicker],
  ["plain_text_input", TextInput],
  ["email_text_input", TextInput],
  ["url_text_input", TextInput],
  ["number_input", TextInput],
  ["image", Image],
]);

const SELECT = /^(multi_)?(static|external|users|conversations|channels)_select$/;

/** Whatever stands in an actions block, an accessory or an input. */
export function Element(props: ElementProps): JSX.Element {
  const type = asText(props.element.type);
  const Drawn = SELECT.test(type) ? Select : ELEMENTS.get(type);
  return Drawn ? <Drawn {...props} /> : <Unknown value={props.element} />;
}

function Image({ element }: ElementProps): JSX.Element {
  return <Picture alt={asText(element.alt_text)} size="small" />;
}
