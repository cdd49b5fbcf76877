import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { MenuEntry } from "../../../../discord/person/menu.ts";
import { useApp, useClientWords } from "../../state/app.ts";
import { Avatar } from "../avatar.tsx";
import { WORDS } from "../words.ts";

interface Props {
  readonly id: string;
  readonly entries: readonly MenuEntry[];
  readonly active: number;
  readonly choose: (entry: MenuEntry) => void;
}

/** What opens at a slash: the bot's commands, with the fields that they have. */
export function CommandMenu({ id, entries, active, choose }: Props): JSX.Element {
  const words = useClientWords(WORDS);
  const bot = useApp().store.single("world").value?.discord;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div class="popup">
      <p class="popup-head">
        <Avatar id={bot?.botUserId ?? ""} name={bot?.botName ?? ""} />
        {entries.length === 0 ? words.noCommand : bot?.botName}
      </p>
      {entries.length === 0 ? null : (
        <div id={id} role="listbox" aria-label={words.commands} class="popup-list" ref={list}>
          {entries.map((entry, at) => (
            // The keys are the message box's, which keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={entry.name}
              id={`${id}${at}`}
              role="option"
              aria-selected={at === active}
              class={at === active ? "popup-option active" : "popup-option"}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(entry)}
            >
              <span class="popup-name">
                {entry.name}
                {entry.options.map(({ name, required }) => (
                  <span key={name} class={required ? "hint-field needed" : "hint-field"}>
                    {name}
                  </span>
                ))}
              </span>
              <span class="popup-more">{entry.description}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
