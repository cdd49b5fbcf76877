import { z } from "zod";

/** A line of the bot's log that somebody who watches should see. */
export interface BotLine {
  readonly level: "warn" | "error";
  readonly line: string;
}

const lineSchema = z.looseObject({
  level: z.enum(["warn", "error"]),
  event: z.string().optional(),
  msg: z.string().optional(),
});

/** Null for a line that only says that all is well, or that is no JSON. */
export function readBotLine(text: string): BotLine | null {
  const parsed = lineSchema.safeParse(parse(text));
  if (!parsed.success) return null;
  const { level, event, msg, time: _, ...fields } = parsed.data;
  const rest = Object.keys(fields).length === 0 ? [] : [JSON.stringify(fields)];
  return { level, line: [event ?? msg ?? "", ...rest].join(" ").slice(0, LONGEST) };
}

const LONGEST = 300;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
