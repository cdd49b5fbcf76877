import { signal } from "@preact/signals";
import type { View } from "./app.ts";

export const createView = (): View => ({
  drafts: { slack: signal(""), discord: signal("") },
  marks: { slack: signal(null), discord: signal(null) },
  // Where one pane is shown at a time, the guide comes first.
  front: signal("side"),
  side: signal("start"),
  playing: signal(false),
  problem: signal(null),
});
