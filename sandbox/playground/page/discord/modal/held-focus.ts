import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect } from "preact/hooks";

const REACHABLE = ":is(a[href], button, input, textarea, select, [tabindex='0']):not(:disabled)";

/** Puts the focus into a dialog, keeps it there while it is open, and gives it back to where it was before. */
export function useHeldFocus(
  dialog: { readonly current: HTMLElement | null },
  before: { readonly current: HTMLElement | null },
  close: () => void,
): (event: TargetedKeyboardEvent<HTMLElement>) => void {
  useLayoutEffect(() => {
    const held = dialog.current;
    const first = held?.querySelector<HTMLElement>(".modal-body :is(input, textarea, button):not(:disabled)");
    (first ?? held)?.focus();
    return () => {
      const { activeElement } = document;
      // Whoever has gone elsewhere in the meantime stays there. What lies below can be reached once this is gone.
      if (activeElement === document.body || held?.contains(activeElement))
        queueMicrotask(() => before.current?.focus());
    };
  }, []);
  return (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      close();
    }
    if (event.key !== "Tab" || !dialog.current) return;
    const reachable = [...dialog.current.querySelectorAll<HTMLElement>(REACHABLE)];
    const [first, last] = [reachable[0], reachable.at(-1)];
    const from = document.activeElement;
    const to = event.shiftKey
      ? from === first || from === dialog.current
        ? last
        : null
      : from === last
        ? first
        : null;
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
}
