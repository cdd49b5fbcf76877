import type { JSX } from "preact";
import { SHELL_WORDS } from "../shell/words.ts";
import { SIDES, type SideName, useApp, useWords } from "../state/app.ts";
import { Account } from "./account.tsx";
import { ClockSteps } from "./clock-steps.tsx";
import { Faults } from "./faults.tsx";
import { Journal } from "./journal.tsx";
import { Mailbox } from "./mailbox.tsx";
import { Start } from "./start.tsx";

const PANELS: Readonly<Record<SideName, () => JSX.Element | null>> = {
  start: Start,
  account: Account,
  mailbox: Mailbox,
  clock: ClockSteps,
  faults: Faults,
  journal: Journal,
};

/** The world around the two clients, a tab each. */
export function Side(): JSX.Element {
  const { side } = useApp().view;
  const words = useWords(SHELL_WORDS);
  const Panel = PANELS[side.value];
  return (
    <section class="side" aria-label={words.panes.side} data-pane="side">
      <div class="tabs" role="tablist" aria-label={words.panes.side}>
        {SIDES.map((name) => (
          <Tab key={name} name={name} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach what has no control in it. */}
      <div class="panel" role="tabpanel" id="side-panel" aria-labelledby={`tab-${side.value}`} tabIndex={0}>
        <Panel />
      </div>
    </section>
  );
}

function Tab({ name }: { readonly name: SideName }): JSX.Element {
  const { view, store } = useApp();
  const words = useWords(SHELL_WORDS);
  const selected = view.side.value === name;
  const mails = store.many("mails").value.size;
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={selected}
      aria-controls="side-panel"
      tabIndex={selected ? 0 : -1}
      onClick={() => {
        view.side.value = name;
      }}
      onKeyDown={({ key, currentTarget }) => {
        const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
        if (step === 0) return;
        const next = SIDES[(SIDES.indexOf(name) + step + SIDES.length) % SIDES.length];
        if (next === undefined) return;
        view.side.value = next;
        const other = currentTarget.parentElement?.querySelector<HTMLElement>(`#tab-${next}`);
        other?.focus();
      }}
    >
      {words.sides[name]}
      {name === "mailbox" && mails > 0 ? <span class="count">{mails}</span> : null}
    </button>
  );
}
