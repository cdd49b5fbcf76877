import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { useKeptFocus } from "./kept-focus.ts";
import { Message } from "./message.tsx";
import type { Row } from "./rows.ts";
import { useStable } from "./stable.ts";
import { Thread } from "./thread.tsx";

type RowProps = Pick<Row, "message" | "replies" | "follows">;

/** Draws anew only what has changed: a channel has hundreds of these, and each arrival draws the list. */
export function MessageRow({ message, replies, follows }: RowProps): JSX.Element {
  const opened = useSignal(false);
  const same = useStable(replies);
  const article = useRef<HTMLElement>(null);
  useKeptFocus(article, message);
  return useMemo(
    () => (
      <Message
        article={article}
        message={message}
        follows={follows}
        thread={message.ephemeral ? null : opened}
      >
        <Thread parent={message} replies={same} opened={opened} />
      </Message>
    ),
    [message, same, follows, opened],
  );
}
