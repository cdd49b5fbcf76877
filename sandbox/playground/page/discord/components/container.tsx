import { useSignal } from "@preact/signals";
import type { ComponentChildren, CSSProperties, JSX } from "preact";
import type { JsonObject } from "../../../../json.ts";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";

interface Props {
  readonly component: JsonObject;
  readonly children: ComponentChildren;
}

/** A box with a stripe in the colour that the bot gave. */
export function Container({ component, children }: Props): JSX.Element {
  return (
    <div class="container" style={stripe(component.accent_color)}>
      <Covered by={component.spoiler === true}>{children}</Covered>
    </div>
  );
}

/** 0xRRGGBB; black is a colour too. */
export function stripe(color: unknown): CSSProperties {
  return typeof color === "number" ? { "--stripe": `#${color.toString(16).padStart(6, "0")}` } : {};
}

interface CoveredProps {
  /** Whether it is a spoiler. */
  readonly by: boolean;
  readonly children: ComponentChildren;
}

/** Behind a cover until it is asked for, and out of reach of the keyboard as well. */
export function Covered({ by, children }: CoveredProps): JSX.Element {
  const words = useClientWords(WORDS);
  const shown = useSignal(!by);
  if (shown.value) return <>{children}</>;
  return (
    <div class="covered">
      <div inert>{children}</div>
      <button
        type="button"
        class="cover"
        onClick={() => {
          shown.value = true;
        }}
      >
        {words.spoiler}
      </button>
    </div>
  );
}
