import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../protocol.ts";
import type { Link } from "./link.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";

/** What every part of the page may use. */
export interface App {
  readonly store: Store;
  readonly link: Link;
  readonly settings: Settings;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("a part of the page was drawn outside of it");
  return app;
}

/** The words of the page itself, in the visitor's language. */
export function useWords<T>(words: Readonly<Record<Language, T>>): T {
  return words[useApp().settings.language.value];
}

/** The words of a chat client, which speaks the language of the one who uses it. */
export function useClientWords<T>(words: Readonly<Record<Language, T>>): T {
  return words[useApp().store.single("who").value?.language ?? "en"];
}
