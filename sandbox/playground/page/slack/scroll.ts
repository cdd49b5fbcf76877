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

  const toEnd = useCallback(() => {
    const box = outer.current;
    if (box) box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    behind.value = false;
  }, [outer, behind]);

  useLayoutEffect(() => {
    const box = outer.current;
    const list = inner.current;
    if (!box || !list) return;
    const note = (): void => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      if (atEnd.current) behind.value = false;
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
