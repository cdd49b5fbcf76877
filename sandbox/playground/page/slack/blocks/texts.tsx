import type { JSX } from "preact";
import { asObjects, asText, isObject } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { Element } from "../elements/element.tsx";
import { isolated } from "../isolated.tsx";
import { Picture } from "../picture.tsx";
import { RichText } from "../rich-text.tsx";
import { Text, wordsIn } from "../text.tsx";
import { UnknownPiece } from "../unknown.tsx";
import type { BlockProps } from "./block.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const Header = ({ block }: BlockProps): JSX.Element => (
  <h3 class="slack-header">{isolated(wordsIn(block.text))}</h3>
);

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export function Section({ block }: BlockProps): JSX.Element {
  const fields = asObjects(block.fields);
  return (
    <div class="slack-section">
      <div class="slack-section-words">
        {block.text !== undefined && <Text value={block.text} />}
        {fields.length > 0 && (
          <div class="slack-fields">
            {fields.map((field, at) => (
              <Text key={at} value={field} />
            ))}
          </div>
        )}
      </div>
      {isObject(block.accessory) && (
        <div class="slack-accessory">
          <Element element={block.accessory} blockId={asText(block.block_id)} frame={null} />
        </div>
      )}
    </div>
  );
}

/** https://docs.slack.dev/reference/block-kit/blocks/context-block */
export const Context = ({ block }: BlockProps): JSX.Element => (
  <div class="slack-context">
    {asObjects(block.elements).map((element, at) =>
      element.type === "image" ? (
        <Picture key={at} alt={asText(element.alt_text)} size="small" />
      ) : (
        <Text key={at} value={element} />
      ),
    )}
  </div>
);

export const Rich = ({ block }: BlockProps): JSX.Element => <RichText value={block} />;

export const Divider = (): JSX.Element => <hr class="slack-divider" />;

/** https://docs.slack.dev/reference/block-kit/blocks/alert-block */
export function Alert({ block }: BlockProps): JSX.Element {
  const { words } = useClient();
  const level = LEVELS.find((one) => one === block.level);
  return (
    <div class={`slack-alert slack-alert-${level ?? "default"}`} data-level={level ?? "default"}>
      {level && (
        <span class="slack-alert-sign" role="img" aria-label={words.level[level]}>
          {SIGNS[level]}
        </span>
      )}
      {isObject(block.text) ? <Text value={block.text} /> : <UnknownPiece value={block} />}
    </div>
  );
}

const LEVELS = ["info", "warning", "error", "success"] as const;
const SIGNS = { info: "i", warning: "!", error: "!", success: "✓" } as const;

/** Slack reads standard Markdown here; this pane shows its characters. */
export function Markdown({ block }: BlockProps): JSX.Element {
  const { words } = useClient();
  const paragraphs = asText(block.text).split(/\n{2,}/);
  return (
    <div class="slack-markdown">
      <small>{words.markdown}</small>
      {paragraphs.map((paragraph, at) => (
        <p key={at} class="slack-text">
          {isolated(paragraph)}
        </p>
      ))}
    </div>
  );
}
