import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { asObjects, asText, type JsonObject } from "../../../json.ts";
import type { SeenMessage } from "../../../slack/seen.ts";
import { Blocks } from "./blocks/blocks.tsx";
import { useClient } from "./client.ts";
import { isolated } from "./isolated.tsx";
import { Mrkdwn } from "./mrkdwn.tsx";
import { type Surface, SurfaceContext } from "./surface.ts";
import { Unknown } from "./unknown.tsx";

/** What a message says. Where it has blocks, its text is for notifications alone. */
export function Body({ message }: { readonly message: SeenMessage }): JSX.Element {
  const { words } = useClient();
  const { channel, ts, text, blocks, attachments, files, edits } = message;
  const surface = useMemo<Surface>(
    () => ({ place: { channel, ts }, key: `${channel}/${ts}`, form: null }),
    [channel, ts],
  );
  const drawsText = blocks.length === 0 && attachments.length === 0 && text !== "";
  return (
    <SurfaceContext.Provider value={surface}>
      <div class="slack-body">
        {drawsText && <Mrkdwn text={text} verbatim={false} />}
        <Blocks blocks={blocks} />
        {attachments.map((attachment, at) => (
          <Attachment key={at} attachment={attachment} />
        ))}
        {files.map((name, at) => (
          <p key={at} class="slack-file">
            <small>{words.file}</small> {isolated(name)}
          </p>
        ))}
        {edits > 0 && <span class="slack-edited">{words.edited}</span>}
      </div>
    </SurfaceContext.Provider>
  );
}

/** https://docs.slack.dev/messaging/formatting-message-text#attachments: blocks beside a coloured bar. */
function Attachment({ attachment }: { readonly attachment: JsonObject }): JSX.Element {
  const { blocks, text, fallback, color } = attachment;
  const known = Array.isArray(blocks) || typeof text === "string" || typeof fallback === "string";
  if (!known) return <Unknown value={attachment} />;
  const bar = /^#?[0-9a-f]{6}$/i.test(asText(color)) ? `#${asText(color).replace("#", "")}` : undefined;
  return (
    <div class="slack-attachment" style={bar ? { borderColor: bar } : undefined}>
      {Array.isArray(blocks) ? (
        <Blocks blocks={asObjects(blocks)} />
      ) : (
        <Mrkdwn text={asText(text) || asText(fallback)} verbatim={false} />
      )}
    </div>
  );
}
