import { signal } from "@preact/signals";
import type { View } from "./app.ts";

export const createView = (): View => ({
  drafts: { slack: signal(""), discord: signal("") },
  marks: { slack: signal(null), discord: signal(null) },
  front: signal("slack"),
  side: signal("start"),
  problem: signal(null),
});
