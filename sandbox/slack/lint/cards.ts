import { z } from "zod";
import { button, image } from "./elements.ts";
import { richText } from "./richtext.ts";
import { blockId, chars, httpsLink, link, mrkdwn, plainText } from "./text.ts";

/** @see https://docs.slack.dev/reference/block-kit/blocks/card-block */
export const card = z
  .strictObject({
    type: z.literal("card"),
    ...blockId,
    hero_image: image.optional(),
    icon: image.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).optional(),
  })
  .refine(
    (value) => [value.hero_image, value.title, value.actions, value.body].some((part) => part !== undefined),
    "must define one of `hero_image`, `title`, `actions`, `body`",
  );

/** @see https://docs.slack.dev/reference/block-kit/blocks/carousel-block */
export const carousel = z.strictObject({
  type: z.literal("carousel"),
  ...blockId,
  elements: z.array(card).min(1).max(10),
});

const status = z.enum(["pending", "in_progress", "complete", "error"]);

/** @see https://docs.slack.dev/reference/block-kit/blocks/task-card-block */
export const taskCard = z.strictObject({
  type: z.literal("task_card"),
  ...blockId,
  task_id: z.string().min(1),
  title: z.string().min(1),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal("url"), url: link, text: z.string().min(1) })).optional(),
  status,
});

/** @see https://docs.slack.dev/reference/block-kit/blocks/plan-block */
export const plan = z.strictObject({
  type: z.literal("plan"),
  ...blockId,
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
});

/** @see https://docs.slack.dev/reference/block-kit/blocks/video-block */
export const video = z.strictObject({
  type: z.literal("video"),
  ...blockId,
  video_url: httpsLink,
  thumbnail_url: httpsLink,
  alt_text: chars(2000),
  title: plainText(199),
  title_url: httpsLink.optional(),
  author_name: chars(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: httpsLink.optional(),
  description: plainText(3000).optional(),
});
