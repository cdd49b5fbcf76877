import type { JSX } from "preact";
import { useClient } from "./client.ts";
import { isolated } from "./isolated.tsx";

/** Somebody, a group or a channel. A mention that notifies stands out, so that nobody writes one unseen. */
interface MentionProps {
  readonly kind: "person" | "group" | "channel";
  readonly id: string;
  readonly label?: string | undefined;
}

export function Mention({ kind, id, label }: MentionProps): JSX.Element {
  const { me, nameOf } = useClient();
  const calls = kind === "group" || (kind === "person" && id === me.slackId);
  const name = label ?? nameOf(id);
  const sign = kind === "channel" ? "#" : "@";
  return (
    <span class={calls ? "slack-mention slack-attention" : "slack-mention"} data-mention={id}>
      {isolated(name.startsWith(sign) ? name : `${sign}${name}`)}
    </span>
  );
}

/** `@channel`, `@here` and the like: notifies many. */
export function Broadcast({ range }: { readonly range: string }): JSX.Element {
  return (
    <span class="slack-mention slack-attention" data-mention={range}>
      @{isolated(range)}
    </span>
  );
}
