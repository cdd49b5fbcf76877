import type { JSX } from "preact";
import type { SeenMessage } from "../../../slack/seen.ts";
import { useClient } from "./client.ts";
import { isolated } from "./isolated.tsx";
import { JsonView } from "./json-view.tsx";
import { plainWords } from "./plain-words.ts";

interface DetailsProps {
  readonly id: string;
  readonly message: SeenMessage;
}

/** What a phone says of a message, and what came over the wire. */
export function Details({ id, message }: DetailsProps): JSX.Element {
  const client = useClient();
  const { words, nameOf } = client;
  return (
    <div id={id} class="slack-details">
      {message.text !== "" && (
        <figure class="slack-notification">
          <figcaption>{words.notification}</figcaption>
          <div class="slack-phone">
            <strong>{isolated(nameOf(message.user))}</strong>
            <span>{isolated(plainWords(message.text, client))}</span>
          </div>
        </figure>
      )}
      <JsonView label={words.wire} value={wireOf(message)} />
    </div>
  );
}

/** In the names of Slack's API, without what this pane adds. */
function wireOf({ channel, ts, user, text, blocks, attachments, threadTs }: SeenMessage): object {
  return {
    channel,
    ts,
    user,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}
