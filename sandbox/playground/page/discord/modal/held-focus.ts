import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect } from "preact/hooks";

const REACHABLE = ":is(a[href], button, input, textarea, select, [tabindex='0']):not(:disabled)";

/**
 * Puts the focus into a dialog, keeps it there while it is open, and gives it back to where it was before. Whoever is
 * elsewhere on the page, as at a story that plays by itself, is left there.
 */
export function useHeldFocus(
  dialog: { readonly current: HTMLElement | null },
  before: { readonly current: HTMLElement | null },
  close: () => void,
): (event: TargetedKeyboardEvent<HTMLElement>) => void {
  useLayoutEffect(() => {
    const held = dialog.current;
    if (!isIn(held?.closest("[data-pane]"))) return;
    const first = held?.querySelector<HTMLElement>(".modal-body :is(input, textarea, button):not(:disabled)");
    (first ?? held)?.focus();
    return () => {
      // What lies below can be reached once this is gone.
      if (isIn(held)) queueMicrotask(() => before.current?.focus());
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

/** The focus is nowhere when what had it has become unreachable. */
function isIn(part: Element | null | undefined): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || part?.contains(activeElement) === true;
}
