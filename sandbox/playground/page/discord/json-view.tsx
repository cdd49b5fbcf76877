import type { JSX } from "preact";
import type { JsonObject } from "../../../json.ts";
import { pretty } from "../words/pretty-json.ts";

interface Props {
  readonly label: string;
  readonly json: JsonObject;
}

/** JSON as it came over the wire, laid out to be read. */
export function JsonView({ label, json }: Props): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
    <section class="json" aria-label={label} tabIndex={0}>
      <pre>{pretty(json)}</pre>
    </section>
  );
}
