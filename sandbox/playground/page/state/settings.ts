import { type Signal, signal } from "@preact/signals";
import type { Language } from "../../protocol.ts";

/** How this visitor wants the page: their own, not the sandbox's. */
export interface Settings {
  readonly language: Signal<Language>;
  readonly theme: Signal<"light" | "dark">;
}

export function createSettings(): Settings {
  const prefersFrench = navigator.language.toLowerCase().startsWith("fr");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return { language: signal(prefersFrench ? "fr" : "en"), theme: signal(prefersDark ? "dark" : "light") };
}
