import { z } from "zod";

const blockSchema = z.looseObject({ type: z.string(), block_id: z.string().optional() });

/** A block as the stand-in keeps it: judged by the linter, otherwise passed on as it came. */
export type WireBlock = z.output<typeof blockSchema>;

export const blocksSchema = z.array(blockSchema);

/** Parses JSON that came inside a form field; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
