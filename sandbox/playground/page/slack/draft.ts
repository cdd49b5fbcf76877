import { type Signal, signal } from "@preact/signals";

/** What stands in the message box: the pane writes what is typed, and the page's stories may put a line there. */
export const createDraft = (): Signal<string> => signal("");
