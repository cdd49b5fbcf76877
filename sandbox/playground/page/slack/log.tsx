import type { JSX } from "preact";
import { Fragment } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { SlackPlace } from "../../protocol.ts";
import { useApp } from "../state/app.ts";
import { useClient } from "./client.ts";
import { Complaints } from "./complaints.tsx";
import { Day } from "./day.tsx";
import { Icon } from "./icons.tsx";
import { titleOf } from "./places.ts";
import { MessageRow } from "./row.tsx";
import { rowsOf } from "./rows.ts";
import { useScrollToEnd } from "./scroll.ts";

/** The messages of a channel, the newest at the end. */
export function Log({ place }: { readonly place: SlackPlace }): JSX.Element {
  const { me, words, world, nameOf } = useClient();
  const messages = useApp().store.many("slackMessages").value;
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(messages, place.id, me.timeZone), [messages, place.id, me.timeZone]);
  const { behind, toEnd } = useScrollToEnd(outer, inner, rows.at(-1)?.key ?? "");
  const title = titleOf(place, nameOf(world.botUserId));

  return (
    <div class="slack-scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <div ref={outer} class="slack-log" role="log" aria-label={words.messagesIn(title)} tabIndex={0}>
        <div ref={inner} class="slack-list">
          <p class="slack-beginning">{words.beginning(title)}</p>
          {rows.map(({ key, day, message, replies, follows }) => (
            <Fragment key={key}>
              {day !== null && <Day ts={message.ts} />}
              <MessageRow message={message} replies={replies} follows={follows} />
            </Fragment>
          ))}
          <Complaints />
        </div>
      </div>
      {behind.value && (
        <button type="button" class="slack-behind" onClick={toEnd}>
          <Icon name="down" /> {words.newMessages}
        </button>
      )}
    </div>
  );
}
