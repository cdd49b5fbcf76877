import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { DAY } from "../../../../src/domain/instant.ts";
import { asText, type JsonObject } from "../../../json.ts";
import { useClientWords } from "../state/app.ts";
import { Avatar } from "./avatar.tsx";
import { useClient } from "./client.ts";
import { nameOf } from "./wire.ts";
import { WORDS } from "./words.ts";

interface AuthorProps {
  readonly author: JsonObject;
  readonly at: number;
}

/** The line above a message: who, and when. */
export function Author({ author, at }: AuthorProps): JSX.Element {
  return (
    <header class="author">
      <span class="author-name">{nameOf(author)}</span>
      {author.bot === true ? <span class="app">APP</span> : null}
      <SentAt at={at} />
    </header>
  );
}

/** The time of day; before today with the day. Beside a message that is joined to another the time alone. */
export function SentAt({ at }: { readonly at: number }): JSX.Element {
  const words = useClientWords(WORDS);
  const { reader } = useClient();
  const told = useMemo(
    () =>
      computed(() => {
        const day = reader.day(at);
        const today = reader.today.value;
        if (day === today) return reader.time(at);
        return day === dayBefore(today) ? words.yesterday(reader.time(at)) : reader.date(at);
      }),
    [reader, words, at],
  );
  return (
    <time class="sent-at" dateTime={new Date(at).toISOString()}>
      {told}
    </time>
  );
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

interface UsedProps {
  readonly user: JsonObject;
  readonly command: string;
}

/** "Bruno used /ovh", above the answer. */
export function UsedCommand({ user, command }: UsedProps): JSX.Element {
  const words = useClientWords(WORDS);
  return (
    <p class="used">
      <span class="spine" aria-hidden="true" />
      <Avatar id={asText(user.id)} name={nameOf(user)} />
      <span>
        <strong>{nameOf(user)}</strong> {words.used} <code>{command}</code>
      </span>
    </p>
  );
}
