import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { MenuEntry } from "../../../../discord/person/menu.ts";
import type { DiscordPlace } from "../../../protocol.ts";
import { useClient } from "../client.ts";
import { CommandForm } from "./command-form.tsx";
import { TextBox } from "./text-box.tsx";
import { splitLine, type TypedLine } from "./typed-line.ts";

interface Props {
  readonly place: DiscordPlace;
  readonly draft: Signal<string>;
}

/** A command whose fields are being filled in. */
interface Begun extends TypedLine {
  /** Not by the person's own hand: the focus stays where it is. */
  readonly fromOutside: boolean;
}

/** The message box: plain text, or a command and its fields. */
export function Composer({ place, draft }: Props): JSX.Element {
  const client = useClient();
  const begun = useSignal<Begun | null>(null);
  const backFrom = useSignal<string | null>(null);
  const written = useRef("");
  const write = (text: string): void => {
    written.current = text;
    draft.value = text;
  };
  const begin = (line: TypedLine, text: string): void => {
    write(text);
    begun.value = { ...line, fromOutside: false };
  };
  const take = (text: string): boolean => {
    const line = splitLine(text, place.menu);
    if (line) begin(line, text);
    return line !== null;
  };

  // What nobody typed here was put in from outside. It is tried again with each menu: that of the one who is to type
  // it may still be on its way.
  useLayoutEffect(() => {
    const text = draft.value;
    if (text === written.current) return;
    const line = splitLine(text, place.menu);
    begun.value = line ? { ...line, fromOutside: true } : null;
    if (line) written.current = text;
  }, [draft.value, place.menu]);

  const { value: command } = begun;
  if (command === null)
    return (
      <TextBox
        place={place}
        text={draft.value}
        // Whoever comes back from the fields goes on typing.
        focus={backFrom.value !== null}
        write={write}
        take={take}
        choose={(entry: MenuEntry) => begin({ entry, texts: {} }, entry.name)}
        say={async (text) => {
          write("");
          const answer = await client.act({ kind: "discord-say", channel: place.id, text });
          if (answer.kind === "refused" && draft.peek() === "") write(text);
        }}
      />
    );
  return (
    <CommandForm
      key={`${command.entry.name} ${draft.value}`}
      place={place}
      entry={command.entry}
      texts={command.texts}
      fromOutside={command.fromOutside}
      back={() => {
        backFrom.value = command.entry.name;
        begun.value = null;
        write(command.entry.name);
      }}
      send={async (options) => {
        backFrom.value = command.entry.name;
        begun.value = null;
        write("");
        const name = command.entry.name.replace(/^\//, "");
        await client.slash({ kind: "discord-slash", channel: place.id, command: name, options });
      }}
    />
  );
}
