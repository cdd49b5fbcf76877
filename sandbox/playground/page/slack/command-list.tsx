import type { JSX } from "preact";
import { useClient } from "./client.ts";
import { isolated } from "./isolated.tsx";

interface CommandListProps {
  readonly id: string;
  onPick(): void;
}

/** What a slash offers: the one command that is installed. */
export function CommandList({ id, onPick }: CommandListProps): JSX.Element {
  const { words, world, nameOf } = useClient();
  const { command, description, usageHint } = world.command;
  return (
    <div id={`${id}-list`} role="listbox" aria-label={words.commands} class="slack-commands">
      <button
        id={`${id}-command`}
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected="true"
        class="slack-option slack-active"
        onClick={onPick}
      >
        <span>
          <strong>{command}</strong> <span class="slack-hint-words">{isolated(usageHint)}</span>
        </span>
        <small>
          {isolated(description)} · {isolated(nameOf(world.botUserId))}
        </small>
      </button>
    </div>
  );
}
