import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import type { SlackPlace } from "../../protocol.ts";
import { useClient } from "./client.ts";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";
import { canWrite, titleOf } from "./places.ts";
import { Problem } from "./problem.tsx";

interface ConversationProps {
  readonly place: SlackPlace;
  readonly draft: Signal<string>;
}

/** Messages, and below them the box in which to write one, where that can be done. */
export function Conversation({ place, draft }: ConversationProps): JSX.Element {
  const { words, world, nameOf } = useClient();
  const writes = canWrite(place);
  return (
    <>
      {writes && (
        <button
          type="button"
          class="slack-skip"
          onClick={() => document.getElementById("slack-box")?.focus()}
        >
          {words.skip}
        </button>
      )}
      <Log key={place.id} place={place} />
      <Problem />
      {writes ? (
        <Composer place={place} draft={draft} />
      ) : (
        <p class="slack-closed">
          {place.archived ? words.archivedChannel(titleOf(place, nameOf(world.botUserId))) : words.readOnly}
        </p>
      )}
    </>
  );
}
