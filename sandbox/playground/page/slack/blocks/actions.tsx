import type { JSX } from "preact";
import { asObjects, asText } from "../../../../json.ts";
import { Element } from "../elements/element.tsx";
import type { BlockProps } from "./block.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const Actions = ({ block }: BlockProps): JSX.Element => (
  <div class="slack-actions">
    {asObjects(block.elements).map((element, at) => (
      <Element
        key={asText(element.action_id) || at}
        element={element}
        blockId={asText(block.block_id)}
        frame={null}
      />
    ))}
  </div>
);
