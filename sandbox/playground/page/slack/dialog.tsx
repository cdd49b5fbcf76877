import type { ComponentChildren, JSX, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useKeptFocus } from "./kept-focus.ts";

interface DialogProps {
  readonly labelledBy: string;
  /** What it shows: the focus stays inside when that is replaced. */
  readonly content: unknown;
  readonly class: string;
  onEscape(): void;
  readonly children: ComponentChildren;
}

const FOCUSABLE = "a[href], button:not([tabindex='-1']), input, textarea, [tabindex='0']";
const FIELDS = ".slack-input-block :is(input, textarea, button)";

/** Covers the pane alone, and keeps the focus inside until it is closed. */
export function Dialog({ labelledBy, content, class: name, onEscape, children }: DialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  useFocusInside(ref);
  useKeptFocus(ref, content);

  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    }
    if (event.key === "Tab" && ref.current) turnAround(event, ref.current);
  };

  return (
    <div class="slack-veil">
      <dialog
        ref={ref}
        open
        class={`slack-dialog ${name}`}
        aria-modal="true"
        aria-labelledby={labelledBy}
        tabIndex={-1}
        onKeyDown={keys}
      >
        {children}
      </dialog>
    </div>
  );
}

/** After the last comes the first. */
function turnAround(event: KeyboardEvent, dialog: HTMLElement): void {
  const all = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility());
  const [first, last] = [all[0], all.at(-1)];
  const at = document.activeElement;
  const leaves = event.shiftKey ? at === first || at === dialog : at === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

/**
 * Takes the focus from the pane, and gives it back at the end. Where somebody is elsewhere on the page, such as at a
 * story that plays by itself, they are left there.
 */
function useFocusInside(ref: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    const pane = dialog?.closest("[data-pane]");
    const before = document.activeElement;
    if (!dialog || !(before === document.body || before === null || pane?.contains(before))) return;
    (dialog.querySelector<HTMLElement>(FIELDS) ?? dialog).focus();
    return () => {
      // The pane can be used again only when all of this has been drawn.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
        else document.getElementById("slack-box")?.focus();
      });
    };
  }, [ref]);
}
