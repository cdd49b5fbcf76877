import { z } from "zod";
import { anyText, chars, link, plainText, style } from "./text.ts";

/** @see https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  ...style,
});

export const confirmable = { confirm: confirm.optional() };

/** Slack's pages say 150 for `value`, its types 75: the smaller one is safe. */
const VALUE_LENGTH = 75;

/** @see https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const plainOption = z.strictObject({
  text: plainText(75),
  value: chars(VALUE_LENGTH),
  description: plainText(75).optional(),
});

/** Checkboxes and radio buttons may be formatted. */
export const richOption = plainOption.extend({ text: anyText(75), description: anyText(75).optional() });

/** Only an overflow menu's option may be a link. */
export const linkOption = plainOption.extend({ url: link.optional() });

/** @see https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

/** What an `external_select` may be answered with: one of the two lists. */
export const optionsAnswer = z
  .strictObject({
    options: z.array(plainOption).max(100).optional(),
    option_groups: z.array(optionGroup).max(100).optional(),
  })
  .refine(
    (answer) => (answer.options === undefined) !== (answer.option_groups === undefined),
    "must define either `options` or `option_groups`",
  );
