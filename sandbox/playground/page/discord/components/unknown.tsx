import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { JsonObject } from "../../../../json.ts";
import { useApp, useWords } from "../../state/app.ts";
import { JsonView } from "../json-view.tsx";
import { PAGE_WORDS } from "../words.ts";

interface Props {
  /** As in "component 99". */
  readonly what: string;
  readonly json: JsonObject;
}

/** Never silence: what this page cannot draw is shown as it came. */
export function Unknown({ what, json }: Props): JSX.Element {
  const words = useWords(PAGE_WORDS);
  const id = useId();
  return (
    <div class="unknown" data-unknown={what} lang={useApp().settings.language.value}>
      <p>
        <span aria-hidden="true">⚠️ </span>
        {words.unknown(what)}
      </p>
      <JsonView label={`${words.unknownJson(what)} (${id})`} json={json} />
    </div>
  );
}
