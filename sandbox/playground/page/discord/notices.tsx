import type { JSX } from "preact";
import { asText } from "../../../json.ts";
import type { DiscordError, DiscordPlace } from "../../protocol.ts";
import { useApp, useClientWords, useWords } from "../state/app.ts";
import { Avatar } from "./avatar.tsx";
import { useClient } from "./client.ts";
import { Dots } from "./components/button.tsx";
import { UsedCommand } from "./message-head.tsx";
import { PAGE_WORDS, WORDS } from "./words.ts";

/** Commands that were sent and have no answer yet. */
export function Pending({ place }: { readonly place: DiscordPlace }): JSX.Element {
  const words = useClientWords(WORDS);
  const { store } = useApp();
  const who = store.single("who").value;
  const bot = store.single("world").value?.discord;
  const sending = useClient().sending.value.filter(({ channel }) => channel === place.id);
  return (
    <>
      {sending.map(({ command }, at) => (
        <div key={at} class="message pending">
          <UsedCommand user={{ id: who?.discordId, username: who?.name }} command={`/${command}`} />
          <Avatar id={bot?.botUserId ?? ""} name={bot?.botName ?? ""} />
          <div class="message-main">
            <p class="author">
              <span class="author-name">{bot?.botName}</span>
              <span class="app">APP</span>
            </p>
            <p class="thinking">
              <Dots />
              {words.sending}
            </p>
          </div>
        </div>
      ))}
    </>
  );
}

/** What Discord itself says when the bot does not answer. */
export function Failures({ errors }: { readonly errors: readonly DiscordError[] }): JSX.Element {
  const words = useClientWords(WORDS);
  const { dismissed } = useClient();
  const messages = [...useApp().store.many("discordMessages").value.values()];
  const newest = Math.max(0, ...messages.map(({ timestamp }) => Date.parse(asText(timestamp)) || 0));
  const keyed = errors.map((error, at) => ({ ...error, key: `error ${at} at ${error.at}` }));
  return (
    <>
      {keyed
        // What was answered since is no longer in trouble.
        .filter(({ key, at }) => at >= newest && !dismissed.value.has(key))
        .map(({ key, text }) => (
          <p key={key} class="failure">
            <span class="failure-icon" aria-hidden="true" />
            <span>{text}</span>
            <button
              type="button"
              class="link"
              onClick={() => {
                dismissed.value = new Set([...dismissed.value, key]);
              }}
            >
              {words.dismiss}
            </button>
          </p>
        ))}
    </>
  );
}

/** Why something could not be done. The element stays, so that a screen reader hears what comes into it. */
export function Problem(): JSX.Element {
  const words = useWords(PAGE_WORDS);
  const { problem } = useClient();
  return (
    <div class="problem" role="status">
      {problem.value === null ? null : (
        <p lang={useApp().settings.language.value}>
          <span>
            <strong>{words.refused}</strong> {problem.value}
          </span>
          <button
            type="button"
            class="link"
            onClick={() => {
              problem.value = null;
            }}
          >
            {words.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}
