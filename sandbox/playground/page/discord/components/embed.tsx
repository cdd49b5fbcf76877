import type { JSX } from "preact";
import { asObject, asObjects, asText, isObject, type JsonObject } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { Line } from "../markdown/line.tsx";
import { Markdown } from "../markdown/markdown.tsx";
import { stripe } from "./container.tsx";
import { Gallery, Thumbnail } from "./media.tsx";

/** https://discord.com/developers/docs/resources/message#embed-object */
export function Embed({ embed }: { readonly embed: JsonObject }): JSX.Element {
  const { reader } = useClient();
  const footer = [
    asText(asObject(embed.footer).text),
    ...(typeof embed.timestamp === "string" ? [reader.date(Date.parse(embed.timestamp))] : []),
  ].filter((part) => part !== "");
  return (
    <div class="embed" style={stripe(embed.color)}>
      <div class="embed-text">
        <Named
          class="embed-author"
          url={asObject(embed.author).url}
          text={asText(asObject(embed.author).name)}
        />
        <Named class="embed-title" url={embed.url} text={asText(embed.title)} />
        {asText(embed.description) === "" ? null : <Markdown text={asText(embed.description)} />}
        <Fields fields={asObjects(embed.fields)} />
        {isObject(embed.image) ? <Gallery component={{ items: [{ media: embed.image }] }} /> : null}
        {footer.length === 0 ? null : <p class="embed-footer">{footer.join(" • ")}</p>}
      </div>
      {isObject(embed.thumbnail) ? <Thumbnail component={{ media: embed.thumbnail }} /> : null}
    </div>
  );
}

function Fields({ fields }: { readonly fields: readonly JsonObject[] }): JSX.Element | null {
  if (fields.length === 0) return null;
  return (
    <dl class="embed-fields">
      {fields.map((field, at) => (
        <div key={at} class={field.inline === true ? "embed-field inline" : "embed-field"}>
          <dt>
            <Line text={asText(field.name)} />
          </dt>
          <dd>
            <Markdown text={asText(field.value)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface NamedProps {
  readonly class: string;
  readonly url: unknown;
  readonly text: string;
}

function Named({ class: name, url, text }: NamedProps): JSX.Element | null {
  if (text === "") return null;
  const isLink = typeof url === "string" && /^https?:\/\//i.test(url);
  return (
    <p class={name}>
      {isLink ? (
        <a href={url} target="_blank" rel="noreferrer noopener">
          <Line text={text} />
        </a>
      ) : (
        <Line text={text} />
      )}
    </p>
  );
}
