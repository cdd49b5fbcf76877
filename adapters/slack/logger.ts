import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../src/ports.ts";

/** Tokens, response URLs and socket addresses, wherever an SDK puts them into a sentence. */
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|https?:\/\/hooks\.slack\.com\/\S+|wss?:\/\/\S+|\/(?:response|commands|actions)\/\S+/gi;

export function redact(text: string): string {
  return text.replace(SECRETS, "[redacted]");
}

/** What may be written down of an error: its name, its words and its cause's, without secrets. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return redact(String(error));
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return redact(`${error.name}: ${error.message}${cause}`);
}

/** Slack's SDK writes whole payloads at the debug level (modal inputs and tokens among them): that level is shut. */
export function createLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]): string =>
    parts.map((part) => (typeof part === "string" ? redact(part) : reasonOf(part))).join(" ");
  return {
    debug() {},
    info: (...parts: unknown[]) => log.debug("slack.sdk", { said: words(parts) }),
    warn: (...parts: unknown[]) => log.warn("slack.sdk", { said: words(parts) }),
    error: (...parts: unknown[]) => log.warn("slack.sdk", { said: words(parts) }),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
