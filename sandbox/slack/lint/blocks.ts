import { z } from "zod";
import { card, carousel, plan, taskCard, video } from "./cards.ts";
import { accessory, actionsElement, contextAction, image, inputElement } from "./elements.ts";
import { richText } from "./richtext.ts";
import { dataTable, table } from "./tables.ts";
import { anyText, blockId, chars, hasPicture, mrkdwn, PICTURE_RULE, picture, plainText } from "./text.ts";

const actions = z.strictObject({
  type: z.literal("actions"),
  ...blockId,
  elements: z.array(actionsElement).min(1).max(25),
});

const alert = z.strictObject({
  type: z.literal("alert"),
  ...blockId,
  text: anyText(3000),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const context = z.strictObject({
  type: z.literal("context"),
  ...blockId,
  elements: z
    .array(
      z.discriminatedUnion(
        "type",
        [image, plainText(3000), mrkdwn(3000)],
        "unsupported element in a context block",
      ),
    )
    .min(1)
    .max(10),
});

const contextActions = z.strictObject({
  type: z.literal("context_actions"),
  ...blockId,
  elements: z.array(contextAction).min(1).max(5),
});

const divider = z.strictObject({ type: z.literal("divider"), ...blockId });

const header = z.strictObject({ type: z.literal("header"), ...blockId, text: plainText(150) });

const imageBlock = z
  .strictObject({
    type: z.literal("image"),
    ...blockId,
    alt_text: chars(2000),
    title: plainText(2000).optional(),
    ...picture,
  })
  .refine(hasPicture, PICTURE_RULE);

const input = z.strictObject({
  type: z.literal("input"),
  ...blockId,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const markdown = z.strictObject({ type: z.literal("markdown"), ...blockId, text: chars(12_000) });

const section = z
  .strictObject({
    type: z.literal("section"),
    ...blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    (value) => value.text !== undefined || value.fields !== undefined,
    "must define either `text` or `fields`",
  );

/** @see https://docs.slack.dev/reference/block-kit/blocks/container-block */
const container = z
  .strictObject({
    type: z.literal("container"),
    ...blockId,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion(
          "type",
          [actions, context, divider, header, imageBlock, input, richText, section, table, video],
          "unsupported block in a container",
        ),
      )
      .min(1)
      .max(10),
    width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
    icon: image.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(
    (value) => value.title !== undefined || value.rich_text_title !== undefined,
    "must define either `title` or `rich_text_title`",
  )
  .refine(
    (value) => value.default_collapsed !== true || value.is_collapsible === true,
    "`default_collapsed` needs `is_collapsible`",
  );

/** The `file` block is missing on purpose: Slack sends it and never takes it. */
const block = z.discriminatedUnion(
  "type",
  [
    actions,
    alert,
    card,
    carousel,
    container,
    context,
    contextActions,
    dataTable,
    divider,
    header,
    imageBlock,
    input,
    markdown,
    plan,
    richText,
    section,
    table,
    taskCard,
    video,
  ],
  { error: (issue) => `unsupported type: ${typeName(issue.input)}` },
);

/** @see https://docs.slack.dev/reference/block-kit/blocks: 50 blocks in a message, 100 in a view */
export const blockList = (max: number) => z.array(block).max(max);

function typeName(value: unknown): string {
  if (typeof value !== "object" || value === null || !("type" in value)) return "none";
  return String(value.type);
}
