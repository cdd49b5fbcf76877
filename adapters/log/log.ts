import { type DestinationStream, pino } from "pino";
import type { Log } from "../../src/ports.ts";
import { createMask } from "./mask.ts";
import { createPlain, type Plain } from "./plain.ts";

export interface LogOptions {
  readonly level: keyof Log;
  /** Standard output when absent. Gets whole lines of JSON. */
  readonly destination?: DestinationStream;
  /** The secrets of the configuration: masked wherever they turn up, also those that look like any other word. */
  readonly secrets?: readonly string[];
}

/**
 * A log of one JSON object a line: `level`, `time` (ISO 8601), `event`, then the fields. pino's own redaction
 * wants the path of each secret; here the name or the look of it is enough, at any depth and within any text.
 */
export function createLog({ level, destination, secrets = [] }: LogOptions): Log {
  const options = {
    level,
    base: null,
    messageKey: "event",
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const mask = createMask(secrets);
  const plain = createPlain(mask);
  const at =
    (name: keyof Log): Log[keyof Log] =>
    (event, fields = {}) => {
      if (logger.isLevelEnabled(name)) logger[name](withoutReserved(plain(fields)), mask(event));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

const RESERVED: ReadonlySet<string> = new Set(["level", "time", "event"]);

/** JSON with a key twice is read differently by different programs. */
function withoutReserved(fields: Plain): Record<string, Plain> {
  if (fields === null || typeof fields !== "object" || Array.isArray(fields)) return { fields };
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [RESERVED.has(key) ? `field-${key}` : key, value]),
  );
}
