import type { JSX } from "preact";
import { asText } from "../../../../json.ts";
import { isolated } from "../isolated.tsx";
import { Picture } from "../picture.tsx";
import { wordsIn } from "../text.tsx";
import type { BlockProps } from "./block.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
export function Image({ block }: BlockProps): JSX.Element {
  const title = wordsIn(block.title);
  return (
    <figure class="slack-figure">
      {title !== "" && <figcaption>{isolated(title)}</figcaption>}
      <Picture alt={asText(block.alt_text)} size="large" />
    </figure>
  );
}
