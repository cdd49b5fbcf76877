import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useRef } from "preact/hooks";

/** So near the end counts as there. */
const NEAR = 48;

export interface Scrolled {
  /** Whether something new stands below what is seen. */
  readonly behind: Signal<boolean>;
  toEnd(): void;
}

/** Keeps a list at its end as it grows, unless somebody has scrolled up to read. */
export function useScrollToEnd(
  outer: RefObject<HTMLElement | null>,
  inner: RefObject<HTMLElement | null>,
  newest: string,
): Scrolled {
  const behind = useSignal(false);
  const atEnd = useRef(true);
  /** Sizes when this last looked. */
  const sizes = useRef({ whole: 0, seen: 0 });

  const toEnd = useCallback(() => {
    const box = outer.current;
    if (box) {
      box.scrollTop = box.scrollHeight;
      sizes.current = { whole: box.scrollHeight, seen: box.clientHeight };
    }
    atEnd.current = true;
    behind.value = false;
  }, [outer, behind]);

  useLayoutEffect(() => {
    const box = outer.current;
    const list = inner.current;
    if (!box || !list) return;
    const note = (): void => {
      const { whole, seen } = sizes.current;
      sizes.current = { whole: box.scrollHeight, seen: box.clientHeight };
      // Browsers scroll, too, when something grows: that is not somebody who wants to read above.
      const byHand = whole === box.scrollHeight && seen === box.clientHeight;
      if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) {
        atEnd.current = true;
        behind.value = false;
      } else if (byHand) atEnd.current = false;
    };
    const grows = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    grows.observe(list);
    grows.observe(box);
    box.addEventListener("scroll", note, { passive: true });
    return () => {
      grows.disconnect();
      box.removeEventListener("scroll", note);
    };
  }, [outer, inner, behind, toEnd]);

  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else behind.value = true;
  }, [newest, toEnd, behind]);

  return { behind, toEnd };
}
