import { z } from "zod";
import { blockId, chars } from "./text.ts";

/** @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const styled = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
      underline: z.boolean().optional(),
    })
    .optional(),
};
const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };
const name = z.string().min(1);

const text = z.strictObject({ type: z.literal("text"), text: chars(3000), ...styled });
const linkText = z.strictObject({
  type: z.literal("link"),
  url: z.string().min(1).max(3000),
  text: chars(3000).optional(),
  unsafe: z.boolean().optional(),
  ...styled,
});

const leaf = z.discriminatedUnion(
  "type",
  [
    text,
    linkText,
    z.strictObject({
      type: z.literal("broadcast"),
      range: z.enum(["here", "channel", "everyone"]),
      ...styled,
    }),
    z.strictObject({ type: z.literal("color"), value: name, ...styled }),
    z.strictObject({ type: z.literal("channel"), channel_id: name, ...styled }),
    z.strictObject({
      type: z.literal("date"),
      timestamp: z.int(),
      format: name,
      url: z.string().optional(),
      fallback: z.string().optional(),
      ...styled,
    }),
    z.strictObject({
      type: z.literal("emoji"),
      name,
      unicode: z.string().optional(),
      url: z.string().optional(),
      ...styled,
    }),
    z.strictObject({ type: z.literal("team"), team_id: name, ...styled }),
    z.strictObject({ type: z.literal("user"), user_id: name, ...styled }),
    z.strictObject({ type: z.literal("usergroup"), usergroup_id: name, ...styled }),
  ],
  "unsupported rich text element",
);

const section = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(leaf) });

const part = z.discriminatedUnion(
  "type",
  [
    section,
    z.strictObject({
      type: z.literal("rich_text_list"),
      style: z.enum(["bullet", "ordered"]),
      elements: z.array(section).min(1),
      indent: z.int().min(0).max(8).optional(),
      offset: z.int().min(0).optional(),
      ...border,
    }),
    z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(leaf), ...border }),
    z.strictObject({
      type: z.literal("rich_text_preformatted"),
      elements: z.array(z.discriminatedUnion("type", [text, linkText])),
      ...border,
    }),
  ],
  "unsupported rich text part",
);

export const richText = z.strictObject({
  type: z.literal("rich_text"),
  ...blockId,
  elements: z.array(part).min(1),
});
