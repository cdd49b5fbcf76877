import type { PlatformName } from "../../protocol.ts";
import type { View } from "../state/app.ts";

/** Writes a line into the message box of a client and goes there: Enter sends it. */
export function putLine(view: View, platform: PlatformName, line: string): void {
  view.drafts[platform].value = line;
  view.front.value = platform;
  // The box, or what Discord makes of the line, is drawn before the next frame.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-pane="${platform}"] [data-composer]`)?.focus(),
  );
}
