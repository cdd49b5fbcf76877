import type { Instant } from "../../../src/domain/instant.ts";
import type { ClockMember } from "../../clock.ts";

/** A bot that was started: in a process of its own, or, in tests, in this one. */
export interface RunningBot extends ClockMember {
  readonly pid: number | null;
  /** Resolves when both platforms are connected; never, when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when it is over, however it ended. */
  readonly over: Promise<{ readonly code: number | null; readonly line: string }>;
  /** When a reminder may become due next, as far as it knew when it was last asked. */
  nextReminder(): Instant | null;
  /** SIGTERM: what has begun is finished. */
  stop(): void;
  /** SIGKILL: nothing is finished. */
  kill(): void;
}

export interface StartBotOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  now(): Instant;
  /** A line of its log. */
  onLog(line: string): void;
  /** A line on stderr. */
  onComplaint(line: string): void;
}

export type StartBot = (options: StartBotOptions) => RunningBot;
