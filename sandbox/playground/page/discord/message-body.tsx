import type { JSX } from "preact";
import { asList, asNumber, asObjects, asText, type JsonObject } from "../../../json.ts";
import { Component } from "./components/component.tsx";
import { Embed } from "./components/embed.tsx";
import { FileCard } from "./components/media.tsx";
import { Unknown } from "./components/unknown.tsx";
import { Markdown } from "./markdown/markdown.tsx";
import { isComponentsV2 } from "./wire.ts";

/** Plain messages, replies, and answers to commands:
 *  https://discord.com/developers/docs/resources/message#message-object-message-types */
const DRAWN_TYPES: ReadonlySet<number> = new Set([0, 19, 20, 23]);
/** Parts of a message that the bot has no use for: seen on the wire, they are a surprise worth showing. */
const UNDRAWN_PARTS = ["poll", "sticker_items", "stickers", "message_snapshots"] as const;

/** What a message says, below the line with its author. */
export function MessageBody({ message }: { readonly message: JsonObject }): JSX.Element {
  const type = asNumber(message.type, 0);
  if (!DRAWN_TYPES.has(type)) return <Unknown what={`message type ${type}`} json={message} />;
  const content = asText(message.content);
  const components = asObjects(message.components);
  return (
    <>
      {content === "" ? null : <Markdown text={content} />}
      {asObjects(message.embeds).map((embed, at) => (
        <Embed key={at} embed={embed} />
      ))}
      {isComponentsV2(message)
        ? null
        : asObjects(message.attachments).map((file) => (
            <FileCard key={asText(file.id)} name={asText(file.filename)} size={file.size} />
          ))}
      {components.map((component, at) => (
        <Component key={at} component={component} />
      ))}
      {UNDRAWN_PARTS.filter((part) => asList(message[part]).length > 0 || isFilled(message[part])).map(
        (part) => (
          <Unknown key={part} what={`${part}`} json={{ [part]: message[part] }} />
        ),
      )}
    </>
  );
}

const isFilled = (part: unknown): boolean =>
  typeof part === "object" && part !== null && !Array.isArray(part);
