import type { Log, LogFields } from "../../src/ports.ts";

interface Line {
  readonly level: keyof Log;
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that writes nowhere and can be asked what it was told. */
export interface SilentLog extends Log {
  readonly lines: readonly Line[];
}

export function createSilentLog(): SilentLog {
  const lines: Line[] = [];
  const at =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}): void => {
      lines.push({ level, event, fields });
    };
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
