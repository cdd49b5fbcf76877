import { computed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { memo } from "preact/compat";
import { useId, useMemo } from "preact/hooks";
import { asObject, asText, isObject, type JsonObject } from "../../../json.ts";
import { useClientWords, useWords } from "../state/app.ts";
import { Avatar } from "./avatar.tsx";
import { MessageContext, useClient } from "./client.ts";
import { Dots } from "./components/button.tsx";
import { Details } from "./details.tsx";
import { MessageBody } from "./message-body.tsx";
import { Author, SentAt, UsedCommand } from "./message-head.tsx";
import { isEphemeral, isLoading, nameOf, sentAt } from "./wire.ts";
import { PAGE_WORDS, WORDS } from "./words.ts";

interface Props {
  readonly message: JsonObject;
  /** Whether it goes on where the one above it ends: its author is not named again. */
  readonly joined: boolean;
  /** The command that people use here, as /ovh: the wire does not name it. */
  readonly command: string;
  /** Whether it calls the one who looks. */
  readonly calls: boolean;
}

/** Drawn again only when its message has changed. */
export const Message = memo(function Message({ message, joined, command, calls }: Props): JSX.Element {
  const id = asText(message.id);
  const author = asObject(message.author);
  const metadata = message.interaction_metadata;
  const unfolded = useSignal(false);
  const detailsId = useId();
  return (
    <MessageContext.Provider value={id}>
      <article class={classes(message, joined, calls)} data-message={id} aria-label={nameOf(author)}>
        {message.type === SLASH_COMMAND && isObject(metadata) ? (
          <UsedCommand user={asObject(metadata.user)} command={command} />
        ) : null}
        {joined ? null : <Avatar id={asText(author.id)} name={nameOf(author)} />}
        <div class="message-main">
          {joined ? null : <Author author={author} at={sentAt(message)} />}
          {isLoading(message) ? <Thinking bot={nameOf(author)} /> : <MessageBody message={message} />}
          {typeof message.edited_timestamp === "string" ? <Edited /> : null}
          {isEphemeral(message) ? <OnlyYou id={id} /> : null}
          {unfolded.value ? (
            <div id={detailsId}>
              <Details message={message} />
            </div>
          ) : null}
        </div>
        {joined ? <SentAt at={sentAt(message)} /> : null}
        <DetailsToggle
          author={nameOf(author)}
          at={sentAt(message)}
          controls={detailsId}
          open={unfolded.value}
          toggle={() => {
            unfolded.value = !unfolded.value;
          }}
        />
      </article>
    </MessageContext.Provider>
  );
});

const SLASH_COMMAND = 20;

function classes(message: JsonObject, joined: boolean, calls: boolean): string {
  const names = [
    ["joined", joined],
    ["ephemeral", isEphemeral(message)],
    ["called", calls],
  ] as const;
  return ["message", ...names.flatMap(([name, holds]) => (holds ? [name] : []))].join(" ");
}

function Thinking({ bot }: { readonly bot: string }): JSX.Element {
  const words = useClientWords(WORDS);
  return (
    <p class="thinking">
      <Dots />
      {words.thinking(bot)}
    </p>
  );
}

const Edited = (): JSX.Element => <span class="edited">{useClientWords(WORDS).edited}</span>;

function OnlyYou({ id }: { readonly id: string }): JSX.Element {
  const words = useClientWords(WORDS);
  const { dismissed } = useClient();
  return (
    <p class="only-you">
      <span class="eye" aria-hidden="true" />
      {words.onlyYou}
      <span aria-hidden="true">·</span>
      <button
        type="button"
        class="link"
        onClick={() => {
          dismissed.value = new Set([...dismissed.value, id]);
        }}
      >
        {words.dismissMessage}
      </button>
    </p>
  );
}

interface ToggleProps {
  readonly author: string;
  readonly at: number;
  readonly controls: string;
  readonly open: boolean;
  readonly toggle: () => void;
}

function DetailsToggle({ author, at, controls, open, toggle }: ToggleProps): JSX.Element {
  const words = useWords(PAGE_WORDS);
  const { reader } = useClient();
  const label = useMemo(() => computed(() => words.detailsOf(author, reader.time(at))), [words, author, at]);
  return (
    <button
      type="button"
      class="details-toggle"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      title={words.details}
      onClick={toggle}
    >
      <span aria-hidden="true">{"{ }"}</span>
      <span class="visually-hidden">{label}</span>
    </button>
  );
}
