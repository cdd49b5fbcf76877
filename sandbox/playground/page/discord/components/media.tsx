import type { JSX } from "preact";
import { asObject, asObjects, asText, type JsonObject } from "../../../../json.ts";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";
import { Covered } from "./container.tsx";

/** Nothing is fetched from elsewhere: where Discord shows an image, its description stands. */
function Placeholder({ item, kind }: { readonly item: JsonObject; readonly kind: string }): JSX.Element {
  const words = useClientWords(WORDS);
  const text = asText(item.description) || fileName(asObject(item.media)) || words.image;
  return (
    <Covered by={item.spoiler === true}>
      <div class={`media ${kind}`} role="img" aria-label={text}>
        <span class="media-icon" aria-hidden="true" />
        <span class="media-text">{text}</span>
      </div>
    </Covered>
  );
}

/** The last part of an address, or of `attachment://report.pdf`. */
const fileName = (media: JsonObject): string => asText(media.url).split(/[?#]/)[0]?.split("/").at(-1) ?? "";

export const Thumbnail = ({ component }: { readonly component: JsonObject }): JSX.Element => (
  <Placeholder item={component} kind="thumbnail" />
);

export const Gallery = ({ component }: { readonly component: JsonObject }): JSX.Element => (
  <div class="gallery">
    {asObjects(component.items).map((item, at) => (
      <Placeholder key={at} item={item} kind="picture" />
    ))}
  </div>
);

export function File({ component }: { readonly component: JsonObject }): JSX.Element {
  const name = asText(component.name) || fileName(asObject(component.file));
  return (
    <Covered by={component.spoiler === true}>
      <FileCard name={name} size={component.size} />
    </Covered>
  );
}

interface FileProps {
  readonly name: string;
  readonly size: unknown;
}

export function FileCard({ name, size }: FileProps): JSX.Element {
  const words = useClientWords(WORDS);
  return (
    <div class="file">
      <span class="file-icon" aria-hidden="true" />
      <span class="file-name">{name || words.file}</span>
      {typeof size === "number" ? <span class="file-size">{`${(size / 1024).toFixed(1)} KB`}</span> : null}
    </div>
  );
}
