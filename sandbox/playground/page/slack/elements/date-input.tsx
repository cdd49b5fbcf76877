import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { asText } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { useMarked } from "../mark.ts";
import { wordsIn } from "../text.tsx";
import { type ElementProps, useEntry } from "./frame.ts";

/** https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element: YYYY-MM-DD */
export const DatePicker = (props: ElementProps): JSX.Element => (
  <Picker {...props} type="date" initial={asText(props.element.initial_date)} />
);

/** https://docs.slack.dev/reference/block-kit/block-elements/time-picker-element: HH:mm */
export const TimePicker = (props: ElementProps): JSX.Element => (
  <Picker {...props} type="time" initial={asText(props.element.initial_time)} />
);

interface PickerProps extends ElementProps {
  readonly type: "date" | "time";
  readonly initial: string;
}

function Picker({ type, initial, ...props }: PickerProps): JSX.Element {
  const { element, frame } = props;
  const { words } = useClient();
  const ref = useRef<HTMLInputElement>(null);
  const marked = useMarked(element, ref);
  const { pending, entered, choose } = useEntry(props);
  const value = useSignal(typeof entered === "string" ? entered : initial);
  return (
    <input
      ref={ref}
      id={frame?.controlId}
      type={type}
      class={marked.value ? "slack-input slack-date marked" : "slack-input slack-date"}
      value={value}
      aria-label={frame ? undefined : wordsIn(element.placeholder) || words.choose}
      aria-describedby={frame?.describedBy}
      aria-invalid={frame?.invalid}
      aria-busy={pending.value}
      onChange={async ({ currentTarget }) => {
        const before = value.peek();
        value.value = currentTarget.value;
        if (!(await choose(value.peek()))) value.value = before;
      }}
    />
  );
}
