import type { JSX } from "preact";

/** Characters that change how others look, or look like nothing: shown as JSON may also write them. */
const INVISIBLE = /[\u007F-\u009F\p{Cf}\u2028\u2029]/gu;

export function pretty(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? "undefined";
  return text.replace(INVISIBLE, (one) =>
    [...Array(one.length).keys()]
      .map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

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
