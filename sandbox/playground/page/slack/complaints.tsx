import type { JSX } from "preact";
import type { SeenError } from "../../../slack/seen.ts";
import { useApp } from "../state/app.ts";
import { Avatar } from "./avatar.tsx";
import { useClient } from "./client.ts";
import { Icon } from "./icons.tsx";
import { isolated } from "./isolated.tsx";
import { instantOf, When } from "./when.tsx";

/** More of them would hide what they are about. */
const MOST = 3;

/** What Slack itself complains of, as its own bot would: at the end of the channel, to this person alone. */
export function Complaints(): JSX.Element {
  const { store } = useApp();
  const errors = store.single("slackErrors").value ?? [];
  const { me, dismissed } = useClient();
  const newest = Math.max(
    0,
    ...[...store.many("slackMessages").value.values()].map(({ ts }) => instantOf(ts)),
  );
  const shown = errors
    .map((error, at) => ({ error, key: `${me.key} ${at} ${error.at}` }))
    // What was answered since is no longer in trouble.
    .filter(({ error, key }) => error.at >= newest && !dismissed.value.has(key))
    .slice(-MOST);
  return (
    <>
      {shown.map(({ error, key }) => (
        <Complaint
          key={key}
          error={error}
          onDismiss={() => {
            dismissed.value = new Set([...dismissed.peek(), key]);
          }}
        />
      ))}
    </>
  );
}

interface ComplaintProps {
  readonly error: SeenError;
  onDismiss(): void;
}

function Complaint({ error, onDismiss }: ComplaintProps): JSX.Element {
  const { words } = useClient();
  return (
    <article class="slack-message slack-ephemeral" data-complaint={error.reason}>
      <p class="slack-only-you">
        <Icon name="eye" /> {words.onlyYou}
      </p>
      <Avatar user="slackbot" name="Slackbot" />
      <div class="slack-head">
        <span class="slack-name">Slackbot</span>{" "}
        <span class="slack-time">
          <When at={error.at} format="{time}" />
        </span>
      </div>
      <div class="slack-body">
        <div class="slack-text">{isolated(error.text)}</div>
        <button type="button" class="slack-dismiss" onClick={onDismiss}>
          {words.dismiss}
        </button>
      </div>
    </article>
  );
}
