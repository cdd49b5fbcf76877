import type { JSX } from "preact";
import type { JournalEntry } from "../../protocol.ts";
import { useApp, useWords } from "../state/app.ts";
import { SIDE_WORDS } from "./words.ts";

/** How the bot came through the last fault, in numbers; nothing before the first. */
export function SinceFault(): JSX.Element | null {
  const words = useWords(SIDE_WORDS);
  const entries = [...useApp().store.many("journal").value.values()];
  const last = entries.findLastIndex(isFault);
  if (last < 0) return null;
  const since = entries.slice(last);
  const count = (fits: (entry: JournalEntry) => boolean): number => since.filter(fits).length;
  return (
    <p class="since-fault" data-since-fault>
      <b>{words.came}.</b>{" "}
      {words.sinceFault({
        presses: since.reduce(
          (sum, one) => sum + (one.kind === "act" && one.verb === "presses" ? one.times : 0),
          0,
        ),
        writes: count((one) => one.kind === "call" && one.method !== "GET" && one.reached),
        posts: count(({ kind }) => kind === "post"),
        edits: count(({ kind }) => kind === "edit"),
      })}
    </p>
  );
}

const isFault = (entry: JournalEntry): boolean =>
  (entry.kind === "fault" && entry.on) || (entry.kind === "bot" && entry.state === "killed");
