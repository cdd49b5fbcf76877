import { createContext, type JSX } from "preact";
import { useContext, useId } from "preact/hooks";
import { asObject, asText } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { Element } from "../elements/element.tsx";
import type { InputFrame } from "../elements/frame.ts";
import { isolated } from "../isolated.tsx";
import { wordsIn } from "../text.tsx";
import type { BlockProps } from "./block.ts";

/** What was refused at the last submission, by block_id. */
export const ErrorsContext = createContext<Readonly<Record<string, string>>>({});

/** Elements that are several controls: their label names the group. */
const GROUPS = new Set<unknown>(["checkboxes", "radio_buttons"]);

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export function Input({ block }: BlockProps): JSX.Element {
  const { words } = useClient();
  const id = useId();
  const blockId = asText(block.block_id);
  const error = useContext(ErrorsContext)[blockId] ?? "";
  const hint = wordsIn(block.hint);
  const label = wordsIn(block.label);
  const element = asObject(block.element);
  const about = [hint === "" ? "" : `${id}-hint`, error === "" ? "" : `${id}-error`].filter(
    (one) => one !== "",
  );
  const frame: InputFrame = {
    controlId: `${id}-control`,
    labelId: `${id}-label`,
    label,
    describedBy: about.length > 0 ? about.join(" ") : undefined,
    invalid: error !== "",
    dispatches: block.dispatch_action === true,
  };
  const named = (
    <>
      {isolated(label)}
      {block.optional === true && <span class="slack-optional"> {words.optional}</span>}
    </>
  );
  const control = <Element element={element} blockId={blockId} frame={frame} />;
  return (
    <div class="slack-input-block" data-block={blockId}>
      {GROUPS.has(element.type) ? (
        <fieldset>
          <legend id={frame.labelId} class="slack-label">
            {named}
          </legend>
          {control}
        </fieldset>
      ) : (
        <>
          <label id={frame.labelId} class="slack-label" htmlFor={frame.controlId}>
            {named}
          </label>
          {control}
        </>
      )}
      {error !== "" && (
        <p id={`${id}-error`} class="slack-error">
          ⚠ {isolated(error)}
        </p>
      )}
      {hint !== "" && (
        <p id={`${id}-hint`} class="slack-hint">
          {isolated(hint)}
        </p>
      )}
    </div>
  );
}
