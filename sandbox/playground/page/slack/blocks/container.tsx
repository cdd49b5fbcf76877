import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { asObject, asObjects, asText, isObject } from "../../../../json.ts";
import { isolated } from "../isolated.tsx";
import { Picture } from "../picture.tsx";
import { RichText } from "../rich-text.tsx";
import { Text, wordsIn } from "../text.tsx";
import type { BlockProps } from "./block.ts";

const WIDTHS = ["narrow", "standard", "wide", "full"];

/** https://docs.slack.dev/reference/block-kit/blocks/container-block */
export function Container({ block, Inner }: BlockProps): JSX.Element {
  const id = useId();
  const open = useSignal(block.default_collapsed !== true);
  const collapsible = block.is_collapsible === true;
  const width = WIDTHS.find((one) => one === block.width) ?? "standard";
  const title = isObject(block.rich_text_title) ? (
    <RichText value={block.rich_text_title} />
  ) : (
    <span>{isolated(wordsIn(block.title))}</span>
  );
  const line = block.has_header_divider === true ? " slack-with-line" : "";
  return (
    <div class={`slack-container slack-width-${width}`}>
      <div class={`slack-container-head${line}`}>
        {isObject(block.icon) && <Picture alt={asText(asObject(block.icon).alt_text)} size="small" />}
        <div>
          {collapsible ? (
            <button
              type="button"
              class="slack-fold"
              aria-expanded={open.value}
              aria-controls={id}
              onClick={() => {
                open.value = !open.peek();
              }}
            >
              <span class="slack-chevron" aria-hidden="true" />
              {title}
            </button>
          ) : (
            <div class="slack-container-title">{title}</div>
          )}
          {isObject(block.subtitle) && (
            <div class="slack-container-subtitle">
              <Text value={block.subtitle} />
            </div>
          )}
        </div>
      </div>
      <div id={id} class="slack-container-body" hidden={!open.value}>
        <Inner blocks={asObjects(block.child_blocks)} />
      </div>
    </div>
  );
}
