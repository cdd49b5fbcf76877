import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import type { Act } from "../../acts.ts";
import { order } from "../state/act.ts";
import { useApp } from "../state/app.ts";

interface ActButtonProps {
  readonly act: Act;
  readonly label?: string;
  readonly class?: string;
  /** Cannot be pressed now; it keeps the focus all the same. */
  readonly off?: boolean;
  /** For tests, as `data-act`. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A button of the page that asks the server for something, and shows while that is on its way. */
export function ActButton({ act, label, off = false, name, children, ...more }: ActButtonProps): JSX.Element {
  const app = useApp();
  const busy = useSignal(false);
  const press = async (): Promise<void> => {
    if (busy.value || off) return;
    busy.value = true;
    await order(app, act);
    busy.value = false;
  };
  return (
    <button
      type="button"
      class={more.class ?? "small"}
      data-act={name}
      aria-label={label}
      aria-busy={busy.value}
      aria-disabled={off || busy.value}
      onClick={() => void press()}
    >
      {children}
    </button>
  );
}
