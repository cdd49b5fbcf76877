import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { memo } from "preact/compat";
import type { JournalEntry } from "../../protocol.ts";
import { SHELL_WORDS } from "../shell/words.ts";
import { useApp, useWords } from "../state/app.ts";
import { dateTime, timeOnly } from "../words/instants.ts";
import { SIDE_WORDS } from "./words.ts";

/** Everything that happened, newest first. */
export function Journal(): JSX.Element {
  const words = useWords(SIDE_WORDS);
  const brief = useSignal(false);
  const all = [...useApp().store.many("journal").value.entries()].reverse();
  const shown = brief.value ? all.filter(([, entry]) => isWeighty(entry)) : all;
  return (
    <div class="journal">
      <p>{words.journalHow}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={brief.value}
          onChange={({ currentTarget }) => {
            brief.value = currentTarget.checked;
          }}
        />
        {words.onlyProblems}
      </label>
      {shown.length === 0 ? <p class="faint">{words.nothingYet}</p> : null}
      <ol class="entries">
        {shown.map(([id, entry]) => (
          <Entry key={id} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

const isWeighty = (entry: JournalEntry): boolean =>
  entry.kind === "fault" ||
  entry.kind === "log" ||
  entry.kind === "bot" ||
  entry.kind === "console" ||
  (entry.kind === "call" && (entry.method !== "GET" || (entry.status ?? 0) >= 400));

const Entry = memo(function Entry({ entry }: { readonly entry: JournalEntry }): JSX.Element {
  const { store, settings } = useApp();
  const zone = store.single("who").value?.timeZone ?? "UTC";
  return (
    <li data-entry={entry.kind}>
      <time dateTime={new Date(entry.at).toISOString()}>
        {timeOnly(settings.language.value, zone)(entry.at)}
      </time>
      <EntryWords entry={entry} />
    </li>
  );
});

function EntryWords({ entry }: { readonly entry: JournalEntry }): JSX.Element {
  const { store, settings } = useApp();
  const words = useWords(SIDE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { personas = [], slack, discord } = store.single("world").value ?? {};
  switch (entry.kind) {
    case "act": {
      const name = personas.find(({ key }) => key === entry.who)?.name ?? entry.who;
      return (
        <span>
          <b>{name}</b> {words.verbs[entry.verb]} <q>{entry.words}</q>
          {entry.times === 2 ? ` ${words.twice}` : ""} <Platform name={entry.platform} />
        </span>
      );
    }
    case "post":
    case "edit": {
      const names = (entry.platform === "slack" ? slack?.names : discord?.names) ?? {};
      const place = names[entry.place];
      return (
        <span>
          {entry.kind === "post" ? words.posts : words.edits} <q>{entry.title}</q> {place ? `#${place} ` : ""}
          <Platform name={entry.platform} />
        </span>
      );
    }
    case "call":
      return (
        <span>
          {words.asks}: <code>{`${entry.method} ${entry.path}`}</code> → {entry.status ?? words.unanswered}
        </span>
      );
    case "line":
      return (
        <span>
          {words.lines(entry.open)} <Platform name={entry.platform} />
        </span>
      );
    case "mail":
      return (
        <span>
          {words.mails} <q>{entry.subject}</q>
        </span>
      );
    case "console":
      return (
        <span>
          {words.inConsole}: <b>{entry.service}</b>, {words.changes[entry.change]}
        </span>
      );
    case "fault":
      return (
        <span>
          {entry.on ? words.breaks : words.mends}: {words.faults[entry.name].name}
        </span>
      );
    case "clock":
      return (
        <span>
          {words.moves}{" "}
          {dateTime(settings.language.value, store.single("who").value?.timeZone ?? "UTC")(entry.to)}
        </span>
      );
    case "bot":
      return (
        <span>
          {shell.bot[entry.state]}
          {entry.line === "" ? "" : `: ${entry.line}`}
        </span>
      );
    case "log":
      return (
        <span>
          {words.bot} ({entry.level}): <code>{entry.line}</code>
        </span>
      );
  }
}

const Platform = ({ name }: { readonly name: "slack" | "discord" }): JSX.Element => (
  <span class="platform">{name === "slack" ? "Slack" : "Discord"}</span>
);
