import type { JSX } from "preact";
import { asText, type JsonObject } from "../../../json.ts";
import { useApp, useWords } from "../state/app.ts";
import { JsonView } from "./json-view.tsx";
import { Markdown } from "./markdown/markdown.tsx";
import { firstText, isComponentsV2 } from "./wire.ts";
import { PAGE_WORDS } from "./words.ts";

/** What a message is on the wire, and what of it a notification can say. */
export function Details({ message }: { readonly message: JsonObject }): JSX.Element {
  const words = useWords(PAGE_WORDS);
  const isV2 = isComponentsV2(message);
  const text = isV2 ? firstText(message) : asText(message.content);
  return (
    <div class="details" lang={useApp().settings.language.value}>
      <p class="details-head">{words.notification}</p>
      {isV2 ? <p class="details-note">{words.notificationOfParts}</p> : null}
      {text === "" ? <p class="details-note">{words.noNotification}</p> : <Markdown text={text} />}
      <p class="details-head">{words.wire}</p>
      <JsonView label={words.wireOf(asText(message.id))} json={message} />
    </div>
  );
}
