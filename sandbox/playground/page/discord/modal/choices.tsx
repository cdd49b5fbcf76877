import type { JSX } from "preact";
import type { Option } from "../components/options.ts";

interface Shared {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

interface ChoicesProps extends Shared {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** A checkbox group, not a radio group. */
  readonly several: boolean;
  readonly most: number;
  readonly set: (values: readonly string[]) => void;
}

export function Choices({
  id,
  options,
  chosen,
  several,
  most,
  describedBy,
  invalid,
  set,
}: ChoicesProps): JSX.Element {
  const change = (value: string, isOn: boolean): void => {
    if (!several) set([value]);
    else set(isOn ? [...chosen, value] : chosen.filter((one) => one !== value));
  };
  return (
    <div class="choices">
      {options.map(({ value, label, description, emoji }) => {
        const isOn = chosen.includes(value);
        return (
          <label key={value} class="choice">
            <input
              type={several ? "checkbox" : "radio"}
              name={id}
              value={value}
              checked={isOn}
              disabled={several && !isOn && chosen.length >= most}
              aria-describedby={describedBy}
              aria-invalid={several ? invalid : undefined}
              onChange={(event) => change(value, event.currentTarget.checked)}
            />
            <span class="option-text">
              <span class="option-label">
                {emoji === "" ? null : <span class="emoji">{emoji} </span>}
                {label}
              </span>
              {description === "" ? null : <span class="option-more">{description}</span>}
            </span>
          </label>
        );
      })}
    </div>
  );
}

interface CheckboxProps extends Shared {
  readonly ticked: boolean;
  readonly set: (ticked: boolean) => void;
}

export const Checkbox = ({ id, ticked, describedBy, set }: CheckboxProps): JSX.Element => (
  <div class="choices">
    <input
      id={id}
      type="checkbox"
      checked={ticked}
      aria-describedby={describedBy}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  </div>
);
