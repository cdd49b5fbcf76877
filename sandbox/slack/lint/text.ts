import { z } from "zod";
import { WARNING } from "./finding.ts";

/** From here on a text counts as too close to its limit: refusals were reported near 2 958 of 3 000 characters. */
const NEAR = 0.95;

/** A text of `min` to `max` characters, counted in UTF-16 units. */
export const chars = (max: number, min = 1) =>
  z
    .string()
    .min(min, `must be more than ${min - 1} characters`)
    .max(max, `must be less than ${max + 1} characters`)
    .check(({ value, issues }) => {
      if (value.length > max || value.length <= max * NEAR) return;
      const message = `${value.length} characters are above 95 % of ${max}`;
      issues.push({ code: "custom", input: value, message, params: WARNING, continue: true });
    });

export const plainText = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: chars(max), emoji: z.boolean().optional() });

export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: chars(max), verbatim: z.boolean().optional() });

export const anyText = (max: number) =>
  z.discriminatedUnion("type", [plainText(max), mrkdwn(max)], "must be a plain_text or mrkdwn object");

export const blockId = { block_id: chars(255).optional() };
export const actionId = { action_id: chars(255).optional() };
export const link = z.url({ protocol: /^https?$/, error: "invalid url" }).check(z.maxLength(3000));
export const httpsLink = z.url({ protocol: /^https$/, error: "invalid url" }).check(z.maxLength(3000));
export const style = { style: z.enum(["primary", "danger"]).optional() };
export const accessibilityLabel = { accessibility_label: chars(75).optional() };
export const placeholder = { placeholder: plainText(150).optional() };
export const focusable = { focus_on_load: z.boolean().optional() };

/** One of two ways to name a picture; the key sets stay closed because the caller spreads them. */
export const picture = {
  image_url: httpsLink.optional(),
  slack_file: z
    .strictObject({ id: z.string().optional(), url: z.string().optional() })
    .refine(
      (file) => (file.id === undefined) !== (file.url === undefined),
      "must define either `id` or `url`",
    )
    .optional(),
};

export const hasPicture = (value: { image_url?: unknown; slack_file?: unknown }): boolean =>
  (value.image_url === undefined) !== (value.slack_file === undefined);

export const PICTURE_RULE = "must define either `slack_file` or `image_url`";
