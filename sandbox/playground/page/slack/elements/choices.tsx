import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { asObjects } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { useMarked } from "../mark.ts";
import { Text } from "../text.tsx";
import { type ElementProps, useEntry } from "./frame.ts";
import { initialOptions } from "./initial.ts";
import { readOption, valuesOf } from "./option.ts";

/** Check boxes: any of them. https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
export const Checkboxes = (props: ElementProps): JSX.Element => <Choices {...props} type="checkbox" />;

/** Radio buttons: one of them. https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
export const RadioButtons = (props: ElementProps): JSX.Element => <Choices {...props} type="radio" />;

interface ChoicesProps extends ElementProps {
  readonly type: "checkbox" | "radio";
}

function Choices({ type, ...props }: ChoicesProps): JSX.Element {
  const { element, frame } = props;
  const { nameOf } = useClient();
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const marked = useMarked(element, ref);
  const { pending, entered, choose } = useEntry(props);
  const chosen = useSignal<readonly string[]>(
    entered === undefined ? initialOptions(element, nameOf).map(({ value }) => value) : valuesOf(entered),
  );

  const tick = async (value: string, on: boolean): Promise<void> => {
    const before = chosen.peek();
    const rest = type === "radio" ? [] : before.filter((one) => one !== value);
    chosen.value = on ? [...rest, value] : rest;
    if (!(await choose(type === "radio" ? value : chosen.peek()))) chosen.value = before;
  };

  return (
    <div
      ref={ref}
      class={marked.value ? "slack-choices marked" : "slack-choices"}
      aria-busy={pending.value}
      data-invalid={frame?.invalid}
    >
      {asObjects(element.options).map((raw, at) => {
        const { value } = readOption(raw);
        return (
          <label key={value} class="slack-choice">
            <input
              type={type}
              id={at === 0 ? frame?.controlId : undefined}
              name={id}
              checked={chosen.value.includes(value)}
              aria-describedby={frame?.describedBy}
              onChange={({ currentTarget }) => tick(value, currentTarget.checked)}
            />
            <span>
              <Text value={raw.text} />
              {raw.description !== undefined && (
                <small>
                  <Text value={raw.description} />
                </small>
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}
