import type { JSX } from "preact";
import { asObject, asObjects, asText, isObject } from "../../../../json.ts";
import { Element } from "../elements/element.tsx";
import { Picture } from "../picture.tsx";
import { Text } from "../text.tsx";
import type { BlockProps } from "./block.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/card-block */
export function Card({ block }: BlockProps): JSX.Element {
  const actions = asObjects(block.actions);
  const { hero_image, icon, title, subtitle, body } = block;
  return (
    <div class="slack-card">
      {isObject(hero_image) && <Picture alt={asText(hero_image.alt_text)} size="large" />}
      <div class="slack-card-words">
        {isObject(icon) && <Picture alt={asText(asObject(icon).alt_text)} size="small" />}
        {isObject(title) && (
          <div class="slack-card-title">
            <Text value={title} />
          </div>
        )}
        {isObject(subtitle) && (
          <div class="slack-card-subtitle">
            <Text value={subtitle} />
          </div>
        )}
        {isObject(body) && <Text value={body} />}
        {actions.length > 0 && (
          <div class="slack-actions">
            {actions.map((element, at) => (
              <Element
                key={asText(element.action_id) || at}
                element={element}
                blockId={asText(block.block_id)}
                frame={null}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** https://docs.slack.dev/reference/block-kit/blocks/carousel-block */
export const Carousel = ({ block, Inner }: BlockProps): JSX.Element => (
  <div class="slack-carousel">
    <Inner blocks={asObjects(block.elements)} />
  </div>
);
