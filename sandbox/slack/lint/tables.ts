import { z } from "zod";
import { richText } from "./richtext.ts";
import { blockId, chars } from "./text.ts";

const rawText = z.strictObject({
  type: z.literal("raw_text"),
  // Live reports say that an empty cell is refused although the schema lets it pass.
  text: z.string().min(1, "must be more than 0 characters"),
});
const rawNumber = z.strictObject({
  type: z.literal("raw_number"),
  value: z.number(),
  text: z.string().min(1, "must be more than 0 characters"),
});
const cell = z.discriminatedUnion("type", [rawText, rawNumber, richText], "unsupported table cell");

const isEven = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.every((row) => row.length === rows[0]?.length);
const EVEN_RULE = "all rows must have the same number of cells";

/** @see https://docs.slack.dev/reference/block-kit/blocks/table-block */
export const table = z.strictObject({
  type: z.literal("table"),
  ...blockId,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100).refine(isEven, EVEN_RULE),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(["left", "center", "right"]).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
});

/** @see https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const dataTable = z.strictObject({
  type: z.literal("data_table"),
  ...blockId,
  caption: chars(2000),
  rows: z
    .array(z.array(cell).min(1).max(20))
    .min(2)
    .max(101)
    .refine(isEven, EVEN_RULE)
    .refine(
      (rows) => rows[0]?.every(({ type }) => type !== "rich_text") ?? true,
      "the header row must not hold rich_text",
    ),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).max(19).optional(),
});
