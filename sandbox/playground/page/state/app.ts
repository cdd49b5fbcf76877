import type { ReadonlySignal, Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, PlatformName } from "../../protocol.ts";
import type { Link } from "./link.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";

/** What every part of the page may use. */
export interface App {
  readonly store: Store;
  readonly link: Link;
  readonly settings: Settings;
  readonly now: ReadonlySignal<number | undefined>;
  readonly view: View;
}

/** What the parts of the page show each other. */
export interface View {
  /** What stands in the message box of each client. */
  readonly drafts: Readonly<Record<PlatformName, Signal<string>>>;
  /** A regular expression: buttons whose words fit are pointed at. */
  readonly marks: Readonly<Record<PlatformName, Signal<string | null>>>;
  /** The pane in front, where the window is too narrow for more than one. */
  readonly front: Signal<PaneName>;
  readonly side: Signal<SideName>;
  /** Whether the story plays by itself. */
  readonly playing: Signal<boolean>;
  /** What was refused last, in words. */
  readonly problem: Signal<string | null>;
}

export const PANES = ["slack", "discord", "side"] as const;
type PaneName = (typeof PANES)[number];

export const SIDES = ["start", "account", "mailbox", "clock", "faults", "journal"] as const;
export type SideName = (typeof SIDES)[number];

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
