import type { JSX } from "preact";
import type { Act } from "../../acts.ts";
import { order } from "../state/act.ts";
import { useApp, useWords } from "../state/app.ts";
import { SHELL_WORDS } from "./words.ts";

type Order = Extract<Act, { kind: "bot" }>["what"];

/** How the bot is, and what one can do to it: it is a process of its own. */
export function Bot(): JSX.Element | null {
  const app = useApp();
  const words = useWords(SHELL_WORDS);
  const state = app.store.single("bot").value;
  if (!state) return null;
  const orders: readonly Order[] =
    state.kind === "ready" || state.kind === "starting" ? ["kill", "restart"] : ["start"];
  return (
    <div class="bot" data-bot={state.kind}>
      <span class="bot-state" role="status">
        <span class="dot" aria-hidden="true" />
        {words.bot[state.kind]}
        {state.kind === "ready" && state.pid !== null ? <span class="faint"> · pid {state.pid}</span> : null}
      </span>
      {orders.map((what, at) => (
        // By place, so that whoever pressed one by the keyboard stays on it when it becomes another.
        <button key={at} type="button" class="small" onClick={() => void order(app, { kind: "bot", what })}>
          {words.botDo[what]}
        </button>
      ))}
      {state.kind === "ended" && state.line !== "" ? <span class="bot-line">{state.line}</span> : null}
    </div>
  );
}
