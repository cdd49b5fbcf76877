import { z } from "zod";
import { confirmable, linkOption, richOption } from "./options.ts";
import { richText } from "./richtext.ts";
import { multiSelects, singleSelects } from "./selects.ts";
import {
  accessibilityLabel,
  actionId,
  chars,
  focusable,
  hasPicture,
  link,
  PICTURE_RULE,
  picture,
  placeholder,
  plainText,
  style,
} from "./text.ts";

const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(["on_enter_pressed", "on_character_entered"]))
        .min(1)
        .max(2)
        .optional(),
    })
    .optional(),
};
const typed = { ...actionId, ...focusable, ...placeholder, ...dispatchable };
const number = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a number in a string");

export const button = z.strictObject({
  type: z.literal("button"),
  ...actionId,
  text: plainText(75),
  value: chars(2000).optional(),
  url: link.optional(),
  ...style,
  ...accessibilityLabel,
  ...confirmable,
});

const workflowButton = z.strictObject({
  type: z.literal("workflow_button"),
  ...actionId,
  text: plainText(75),
  workflow: z.looseObject({ trigger: z.looseObject({ url: link }) }),
  ...style,
  ...accessibilityLabel,
  ...confirmable,
});

const choices = { ...actionId, ...confirmable, ...focusable, options: z.array(richOption).min(1).max(10) };
const checkboxes = z.strictObject({
  type: z.literal("checkboxes"),
  ...choices,
  initial_options: z.array(richOption).min(1).optional(),
});
const radioButtons = z.strictObject({
  type: z.literal("radio_buttons"),
  ...choices,
  initial_option: richOption.optional(),
});

const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...actionId,
  ...confirmable,
  options: z.array(linkOption).min(1).max(5),
});

const datepicker = z.strictObject({
  type: z.literal("datepicker"),
  ...actionId,
  ...confirmable,
  ...focusable,
  ...placeholder,
  initial_date: z.iso.date("must be YYYY-MM-DD").optional(),
});
const datetimepicker = z.strictObject({
  type: z.literal("datetimepicker"),
  ...actionId,
  ...confirmable,
  ...focusable,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});
const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...actionId,
  ...confirmable,
  ...focusable,
  ...placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:mm")
    .optional(),
  timezone: z.string().min(1).optional(),
});

const plainTextInput = z.strictObject({
  type: z.literal("plain_text_input"),
  ...typed,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});
const richTextInput = z.strictObject({
  type: z.literal("rich_text_input"),
  ...typed,
  initial_value: richText.optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

export const image = z
  .strictObject({ type: z.literal("image"), alt_text: chars(2000), ...picture })
  .refine(hasPicture, PICTURE_RULE);

const inActionsAndInputs = [
  checkboxes,
  datepicker,
  datetimepicker,
  radioButtons,
  richTextInput,
  timepicker,
  ...singleSelects,
  ...multiSelects,
] as const;

export const actionsElement = z.discriminatedUnion(
  "type",
  [button, workflowButton, overflow, ...inActionsAndInputs],
  "unsupported element in an actions block",
);

export const accessory = z.discriminatedUnion(
  "type",
  [
    button,
    workflowButton,
    overflow,
    image,
    checkboxes,
    datepicker,
    radioButtons,
    timepicker,
    ...singleSelects,
    ...multiSelects,
  ],
  "unsupported accessory",
);

export const inputElement = z.discriminatedUnion(
  "type",
  [
    plainTextInput,
    z.strictObject({
      type: z.literal("email_text_input"),
      ...typed,
      initial_value: z.string().min(1).optional(),
    }),
    z.strictObject({
      type: z.literal("url_text_input"),
      ...typed,
      initial_value: z.string().min(1).optional(),
    }),
    z.strictObject({
      type: z.literal("number_input"),
      ...typed,
      is_decimal_allowed: z.boolean(),
      initial_value: number.optional(),
      min_value: number.optional(),
      max_value: number.optional(),
    }),
    z.strictObject({
      type: z.literal("file_input"),
      ...actionId,
      filetypes: z.array(z.string().min(1)).min(1).optional(),
      max_files: z.int().min(1).max(10).optional(),
    }),
    ...inActionsAndInputs,
  ],
  "unsupported element in an input block",
);

const feedback = z.strictObject({ text: plainText(75), value: chars(2000), ...accessibilityLabel });

export const contextAction = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      type: z.literal("feedback_buttons"),
      ...actionId,
      positive_button: feedback,
      negative_button: feedback,
    }),
    z.strictObject({
      type: z.literal("icon_button"),
      ...actionId,
      ...confirmable,
      ...accessibilityLabel,
      icon: z.string().min(1),
      text: plainText(75),
      value: chars(2000).optional(),
      visible_to_user_ids: z.array(z.string().min(1)).optional(),
    }),
  ],
  "unsupported element in a context_actions block",
);
