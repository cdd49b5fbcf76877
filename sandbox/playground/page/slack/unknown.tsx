import type { JSX } from "preact";
import { asObject, asText } from "../../../json.ts";
import { pretty } from "../words/pretty-json.ts";
import { useClient } from "./client.ts";
import { JsonView } from "./json-view.tsx";

interface UnknownProps {
  readonly value: unknown;
}

const nameOf = (value: unknown): string => asText(asObject(value).type) || "?";

/** A block that this pane does not draw: never left out in silence. */
export function Unknown({ value }: UnknownProps): JSX.Element {
  const { words } = useClient();
  const warning = words.unknown(nameOf(value));
  return (
    <div class="slack-unknown" data-unknown={nameOf(value)}>
      <p>⚠ {warning}</p>
      <JsonView label={warning} value={value} />
    </div>
  );
}

/** The same within a line of text. */
export function UnknownPiece({ value }: UnknownProps): JSX.Element {
  const { words } = useClient();
  return (
    <span class="slack-unknown-piece" data-unknown={nameOf(value)}>
      ⚠ {words.unknown(nameOf(value))} <code>{pretty(value)}</code>
    </span>
  );
}
