import type { JSX } from "preact";
import { FAULTS, type FaultName } from "../../faults.ts";
import { order } from "../state/act.ts";
import { useApp, useWords } from "../state/app.ts";
import { SinceFault } from "./since-fault.tsx";
import { SIDE_WORDS } from "./words.ts";

/** Those that stay on until they are switched off; a lost answer and a double press wait for their moment. */
const SWITCHED: readonly FaultName[] = ["ovh-down", "ovh-slow", "ovh-429", "ovh-lost-answer", "double-press"];
const LASTING: readonly FaultName[] = ["ovh-down", "ovh-slow", "ovh-429"];

export function Faults(): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  return (
    <div class="faults">
      <p>{words.faultsHow}</p>
      <SinceFault />
      <ul class="fault-list">
        {FAULTS.map((name) => (
          <FaultRow key={name} name={name} />
        ))}
        <BotRow
          name={words.kill}
          does={words.killDoes}
          what="kill"
          act={() => void order(app, { kind: "bot", what: "kill" })}
        />
        <BotRow
          name={words.restart}
          does={words.restartDoes}
          what="restart"
          act={() => void order(app, { kind: "bot", what: "restart" })}
        />
      </ul>
    </div>
  );
}

function FaultRow({ name }: { readonly name: FaultName }): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  const on = app.store.single("faults").value?.some((fault) => fault.name === name && fault.on) ?? false;
  const { name: title, does } = words.faults[name];
  const set = (wanted: boolean): void => void order(app, { kind: "fault", name, on: wanted });
  return (
    <li data-fault={name} data-on={on}>
      <span class="fault-words">
        <b id={`fault-${name}`}>{title}</b>
        <span class="faint">
          {does} ({LASTING.includes(name) ? words.lasting : words.once})
        </span>
      </span>
      {SWITCHED.includes(name) ? (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={on}
          aria-labelledby={`fault-${name}`}
          onClick={() => set(!on)}
        />
      ) : (
        <button
          type="button"
          class="small"
          aria-label={`${words.strike}: ${title}`}
          onClick={() => set(true)}
        >
          {words.strike}
        </button>
      )}
    </li>
  );
}

interface BotRowProps {
  readonly name: string;
  readonly does: string;
  readonly what: string;
  act(): void;
}

function BotRow({ name, does, what, act }: BotRowProps): JSX.Element {
  const words = useWords(SIDE_WORDS);
  return (
    <li data-fault={what}>
      <span class="fault-words">
        <b>{name}</b>
        <span class="faint">{does}</span>
      </span>
      <button type="button" class="small" aria-label={`${words.strike}: ${name}`} onClick={act}>
        {words.strike}
      </button>
    </li>
  );
}
