import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { SeenMessage } from "../../../slack/seen.ts";
import { useClient } from "./client.ts";
import { encoded } from "./entities.ts";
import { Icon } from "./icons.tsx";
import { Message } from "./message.tsx";
import { keyOf } from "./rows.ts";

interface ThreadProps {
  readonly parent: SeenMessage;
  readonly replies: readonly SeenMessage[];
  readonly opened: Signal<boolean>;
}

/** What was answered to a message, folded under it. */
export function Thread({ parent, replies, opened }: ThreadProps): JSX.Element | null {
  const { words } = useClient();
  const list = useMemo(
    () =>
      replies.map((one) => (
        <Message key={keyOf(one)} article={null} message={one} follows={false} thread={null} />
      )),
    [replies],
  );
  if (replies.length === 0 && !opened.value) return null;
  return (
    <div class="slack-thread">
      {replies.length > 0 && (
        <button
          type="button"
          class="slack-replies"
          aria-expanded={opened.value}
          onClick={() => {
            opened.value = !opened.peek();
          }}
        >
          {words.replies(replies.length)}
        </button>
      )}
      {opened.value && list}
      {opened.value && <ReplyBox parent={parent} />}
    </div>
  );
}

function ReplyBox({ parent: { channel, ts } }: { readonly parent: SeenMessage }): JSX.Element {
  const { act, problem, words } = useClient();
  const input = useRef<HTMLInputElement>(null);
  const line = useSignal("");
  useLayoutEffect(() => input.current?.focus(), []);

  const send = (event: Event): void => {
    event.preventDefault();
    const text = line.peek().trim();
    if (text === "") return;
    const [command = ""] = text.split(/\s/);
    if (command.startsWith("/")) {
      problem.value = words.noSlashInThread(command);
      return;
    }
    line.value = "";
    void act({ kind: "slack-say", channel, text: encoded(text), thread: ts });
  };

  return (
    <form class="slack-reply" onSubmit={send}>
      <input
        ref={input}
        class="slack-input"
        aria-label={words.reply}
        placeholder={words.replyBox}
        autocomplete="off"
        value={line}
        onInput={({ currentTarget }) => {
          line.value = currentTarget.value;
        }}
      />
      <button type="submit" class="slack-send" aria-label={words.send}>
        <Icon name="send" />
      </button>
    </form>
  );
}
