import { useEffect } from "preact/hooks";
import type { Client } from "./client.ts";

/** Brings what is marked into view, once for each message that it is in. */
export function useScrollToMark(root: { readonly current: HTMLElement | null }, { marked }: Client): void {
  const label = marked.label.value;
  const message = marked.message.value;
  useEffect(() => {
    if (label === null || message === null) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    root.current
      ?.querySelector(`[data-message="${CSS.escape(message)}"] .marked`)
      ?.scrollIntoView({ block: "nearest", behavior });
  }, [label, message]);
}
