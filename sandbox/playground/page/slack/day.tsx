import type { JSX } from "preact";
import { useClient } from "./client.ts";
import { instantOf } from "./when.tsx";

interface DayProps {
  readonly ts: string;
}

/** Where a day begins: "Today", "Yesterday", or the date. */
export function Day({ ts }: DayProps): JSX.Element {
  const client = useClient();
  const at = instantOf(ts);
  // What was today is yesterday when the sandbox's day has passed.
  const words = Number.isFinite(at) ? capital(client.date(at, "{date_long_pretty}")) : "";
  return (
    <div class="slack-day">
      <span>{words}</span>
    </div>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
