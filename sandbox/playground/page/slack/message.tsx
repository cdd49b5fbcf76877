import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren, JSX, RefObject } from "preact";
import { useId } from "preact/hooks";
import type { SeenMessage } from "../../../slack/seen.ts";
import { Avatar } from "./avatar.tsx";
import { Body } from "./body.tsx";
import { useClient } from "./client.ts";
import { Details } from "./details.tsx";
import { Icon } from "./icons.tsx";
import { isolated } from "./isolated.tsx";
import { keyOf } from "./rows.ts";
import { instantOf, When } from "./when.tsx";

interface MessageProps {
  readonly article: RefObject<HTMLElement | null> | null;
  readonly message: SeenMessage;
  /** Without name and picture. */
  readonly follows: boolean;
  /** Whether its thread is open; null where it can have none. */
  readonly thread: Signal<boolean> | null;
  /** The thread. */
  readonly children?: ComponentChildren;
}

export function Message({ article, message, follows, thread, children }: MessageProps): JSX.Element {
  const id = useId();
  const unfolded = useSignal(false);
  return (
    <article
      ref={article}
      tabIndex={-1}
      class={`slack-message${follows ? " slack-follows" : ""}${message.ephemeral ? " slack-ephemeral" : ""}`}
      data-message={keyOf(message)}
      aria-labelledby={`${id}-head`}
    >
      {message.ephemeral && <OnlyYou />}
      <Head id={`${id}-head`} message={message} follows={follows} />
      <Body message={message} />
      {unfolded.value && <Details id={`${id}-details`} message={message} />}
      {children}
      <Tools id={id} thread={thread} unfolded={unfolded} />
    </article>
  );
}

function OnlyYou(): JSX.Element {
  const { words } = useClient();
  return (
    <p class="slack-only-you">
      <Icon name="eye" /> {words.onlyYou}
    </p>
  );
}

interface HeadProps {
  readonly id: string;
  readonly message: SeenMessage;
  readonly follows: boolean;
}

function Head({ id, message: { user, ts }, follows }: HeadProps): JSX.Element {
  const { words, world, nameOf } = useClient();
  const name = nameOf(user);
  return (
    <>
      {!follows && <Avatar user={user} name={name} />}
      <div id={id} class="slack-head">
        <span class={follows ? "visually-hidden" : "slack-name"}>{isolated(name)}</span>
        {user === world.botUserId && !follows && <span class="slack-badge">{words.app}</span>}{" "}
        <span class="slack-time">
          <When at={instantOf(ts)} format="{time}" otherwise={ts} />
        </span>
      </div>
    </>
  );
}

interface ToolsProps {
  readonly id: string;
  readonly thread: Signal<boolean> | null;
  readonly unfolded: Signal<boolean>;
}

function Tools({ id, thread, unfolded }: ToolsProps): JSX.Element {
  const { words } = useClient();
  return (
    <div class="slack-tools">
      {thread && (
        <button
          type="button"
          aria-label={words.reply}
          title={words.reply}
          aria-expanded={thread.value}
          onClick={() => {
            thread.value = !thread.peek();
          }}
        >
          <Icon name="reply" />
        </button>
      )}
      <button
        type="button"
        aria-label={words.details}
        title={words.details}
        aria-expanded={unfolded.value}
        aria-controls={unfolded.value ? `${id}-details` : undefined}
        onClick={() => {
          unfolded.value = !unfolded.peek();
        }}
      >
        <Icon name="code" />
      </button>
    </div>
  );
}
