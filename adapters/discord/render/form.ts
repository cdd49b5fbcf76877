import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import type { Form, FormField, Locale } from "../../../src/card/card.ts";
import { encodePress } from "../../../src/card/press.ts";
import { atMost, CardTooLarge, within } from "../../../src/card/too-large.ts";
import * as limits from "../limits.ts";
import { options } from "./controls.ts";
import { lineOf } from "./inline.ts";
import { text } from "./message.ts";
import { literal, plain } from "./sanitise.ts";
import { calloutText } from "./text-blocks.ts";

/** The value of the one option of a tick. */
const TICKED = "yes";

type ModalPart = APIModalInteractionResponseCallbackData["components"][number];

/** The form as a modal; Discord names its submit button itself. Throws {@link CardTooLarge}: nothing is cut off to fit. */
export function renderForm(form: Form): APIModalInteractionResponseCallbackData {
  const intro = form.intro.map((block) => introText(block, form.locale));
  const components = [...text(intro.join("\n\n")), ...form.fields.flatMap(parts)];
  atMost(limits.MODAL_COMPONENTS, "a form", components);
  const length = components.reduce((sum, part) => sum + ("content" in part ? part.content.length : 0), 0);
  if (length > limits.MESSAGE_TEXT) throw new CardTooLarge(`the form has ${length} characters of text`);
  return {
    title: within(limits.MODAL_TITLE, "a form's title", plain(form.title)),
    custom_id: encodePress(form.press),
    components,
  };
}

function introText(block: Form["intro"][number], locale: Locale): string {
  switch (block.kind) {
    case "paragraph":
      return lineOf(block.text);
    case "callout":
      return calloutText(block, locale);
  }
}

function parts(field: FormField): ModalPart[] {
  const label: ModalPart = {
    type: ComponentType.Label,
    label: within(limits.LABEL_TEXT, "a field's label", plain(field.label)),
    component: control(field),
    ...(field.kind === "text" && field.hint
      ? { description: within(limits.LABEL_DESCRIPTION, "a field's hint", plain(field.hint)) }
      : {}),
  };
  return field.kind === "tick" && isLong(field) ? [...text(literal(field.statement)), label] : [label];
}

/** A statement that is too long for the box itself stands whole above it: it says what is given up. */
const isLong = ({ statement }: Tick): boolean => plain(statement).length > limits.OPTION_TEXT;

function control(field: FormField): APIComponentInLabel {
  switch (field.kind) {
    case "text":
      return {
        type: ComponentType.TextInput,
        custom_id: field.param,
        style: field.multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: field.required,
        max_length: Math.min(field.maxLength, limits.TEXT_INPUT),
        ...(field.initial ? { value: field.initial } : {}),
      };
    // A lone checkbox cannot be required; a group of one can (docs, components reference).
    case "tick":
      return {
        type: ComponentType.CheckboxGroup,
        custom_id: field.param,
        required: true,
        min_values: 1,
        max_values: 1,
        options: [{ value: TICKED, label: plain(isLong(field) ? field.label : field.statement) }],
      };
    case "choice":
      return choice(field);
  }
}

type Tick = Extract<FormField, { kind: "tick" }>;
type Choice = Extract<FormField, { kind: "choice" }>;

/** All at one glance where Discord can show them so, a list to open otherwise. */
function choice(field: Choice): APIComponentInLabel {
  const list = options(field.options).map((option) =>
    option.value === field.initial ? { ...option, default: true } : option,
  );
  const common = { custom_id: field.param, required: true, options: list };
  return list.length >= limits.RADIO_OPTIONS_MIN && list.length <= limits.RADIO_OPTIONS_MAX
    ? { ...common, type: ComponentType.RadioGroup }
    : { ...common, type: ComponentType.StringSelect };
}
