import { type ReadonlySignal, useComputed, useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { asObject, asObjects, asText, isObject } from "../../../json.ts";
import type { SeenMessage, SeenView } from "../../../slack/seen.ts";
import { useClient } from "./client.ts";
import { useSurface } from "./surface.ts";

/** What a story points at: everything in one message or view whose words match. */
export interface Marked {
  /** Of the surface. */
  readonly key: string;
  readonly words: RegExp;
}

export interface Markable {
  readonly messages: ReadonlyMap<string, SeenMessage>;
  readonly modal: SeenView | null;
  readonly home: SeenView | null;
}

/** Where the newest such thing is: an open modal hides all else, and messages are newer than the home tab. */
export function findMarked(source: string | null, { messages, modal, home }: Markable): Marked | null {
  const words = source === null ? null : pattern(source);
  if (!words) return null;
  const fits = (...parts: readonly unknown[]): boolean => parts.some((part) => hasLabel(part, words));
  if (modal && (words.test(modal.submit) || fits(modal.blocks))) return { key: modal.view, words };
  const newest = [...messages.values()].reverse();
  const message = newest.find(({ blocks, attachments }) => fits(blocks, attachments));
  if (message) return { key: `${message.channel}/${message.ts}`, words };
  return home && fits(home.blocks) ? { key: home.view, words } : null;
}

function pattern(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}

/** Whether something that can be used carries such words. */
function hasLabel(value: unknown, words: RegExp): boolean {
  if (Array.isArray(value)) return value.some((one) => hasLabel(one, words));
  if (!isObject(value)) return false;
  if (typeof value.action_id === "string" || value.type === "button") return fits(value, words);
  return Object.values(value).some((one) => hasLabel(one, words));
}

const labelOf = (value: unknown): string => asText(asObject(value).text);

/** The words of an element, and of its options. */
const labels = (element: unknown): readonly string[] => {
  const { text, placeholder, options, option_groups } = asObject(element);
  const groups = asObjects(option_groups).map((group) => group.options);
  const offered = [options, ...groups].flatMap((some) => asObjects(some).map((one) => labelOf(one.text)));
  return [labelOf(text), labelOf(placeholder), ...offered].filter((label) => label !== "");
};

const fits = (element: unknown, words: RegExp): boolean => labels(element).some((label) => words.test(label));

/** Whether this element is pointed at; it then scrolls into view by itself. */
export function useMarked(element: unknown, ref: RefObject<HTMLElement | null>): ReadonlySignal<boolean> {
  const { marked } = useClient();
  const { key } = useSurface();
  const isMarked = useComputed(
    () => marked.value !== null && marked.value.key === key && fits(element, marked.value.words),
  );
  useSignalEffect(() => {
    if (!isMarked.value) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    ref.current?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  });
  return isMarked;
}
