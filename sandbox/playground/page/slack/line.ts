import type { Act } from "../../acts.ts";
import { encoded } from "./entities.ts";

type Spoken = Extract<Act, { kind: "slack-say" | "slack-slash" }>;

/** What Slack's client sends for a line: it writes `&`, `<` and `>` so that they stand for themselves. Null for nothing. */
export function spoken(channel: string, line: string): Spoken | null {
  const text = line.trim();
  if (text === "") return null;
  if (!text.startsWith("/")) return { kind: "slack-say", channel, text: encoded(text), thread: null };
  const [, command = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return { kind: "slack-slash", channel, command, text: encoded(rest) };
}

/** Whether the list of commands opens: a slash, and a beginning of the command's name. */
export const offersCommand = (line: string, command: string): boolean =>
  line.startsWith("/") && command.startsWith(line.toLowerCase());

/** Whether a command waits for its words, so that what it takes is worth saying. */
export const awaitsWords = (line: string, command: string): boolean =>
  line.startsWith(`${command} `) && line.slice(command.length).trim() === "";

/** Lines that were sent, as the arrow keys bring them back. */
export interface History {
  add(line: string): void;
  /** The one before what stands in the box; null where the arrow key means something else. */
  older(line: string): string | null;
  newer(line: string): string | null;
}

export function createHistory(): History {
  const lines: string[] = [];
  /** Of the recalled line; `lines.length` when none is. */
  let at = 0;
  const recalls = (line: string): boolean => (line === "" ? at >= lines.length : lines[at] === line);
  return {
    add(line) {
      lines.push(line);
      at = lines.length;
    },
    older(line) {
      if (line === "") at = lines.length;
      const before = recalls(line) ? lines[at - 1] : undefined;
      if (before === undefined) return null;
      at--;
      return before;
    },
    newer(line) {
      if (line === "" || !recalls(line)) return null;
      at++;
      return lines[at] ?? "";
    },
  };
}
