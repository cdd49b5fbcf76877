import type { JSX } from "preact";
import { pretty } from "../words/pretty-json.ts";

interface JsonViewProps {
  readonly label: string;
  readonly value: unknown;
}

/** The keyboard scrolls it, hence the tab stop. */
export function JsonView({ label, value }: JsonViewProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section class="slack-json" aria-label={label} tabIndex={0}>
      <pre>{pretty(value)}</pre>
    </section>
  );
}
