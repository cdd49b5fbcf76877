import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * The bot replaces what was just pressed: who uses the keyboard then stays with the message instead of falling back to
 * the top of the page. `content` is what is replaced; the element takes the focus, and needs a `tabIndex`.
 */
export function useKeptFocus(ref: RefObject<HTMLElement | null>, content: unknown): void {
  // Asked while drawing: afterwards what had the focus is gone.
  const was = ref.current;
  const held = was !== null && was !== document.activeElement && was.contains(document.activeElement);
  useLayoutEffect(() => {
    if (held && document.activeElement === document.body) ref.current?.focus();
  }, [content]);
}
