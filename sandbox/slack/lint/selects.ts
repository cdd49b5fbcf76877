import { z } from "zod";
import { confirmable, optionGroup, plainOption } from "./options.ts";
import { actionId, focusable, placeholder } from "./text.ts";

/** @see https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const menu = { ...actionId, ...confirmable, ...focusable, ...placeholder };
const several = { max_selected_items: z.int().min(1).optional() };
const toPlace = { response_url_enabled: z.boolean().optional() };
const query = { min_query_length: z.int().min(0).optional() };
const lists = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const filter = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(["im", "mpim", "private", "public"]))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};
const many = z.array(z.string().min(1)).min(1).optional();
const one = z.string().min(1).optional();

const hasOneList = (value: { options?: unknown; option_groups?: unknown }): boolean =>
  (value.options === undefined) !== (value.option_groups === undefined);
const LIST_RULE = "must define either `options` or `option_groups`";

const staticSelect = z
  .strictObject({
    type: z.literal("static_select"),
    ...menu,
    ...lists,
    initial_option: plainOption.optional(),
  })
  .refine(hasOneList, LIST_RULE);

const multiStaticSelect = z
  .strictObject({
    type: z.literal("multi_static_select"),
    ...menu,
    ...several,
    ...lists,
    initial_options: z.array(plainOption).min(1).optional(),
  })
  .refine(hasOneList, LIST_RULE);

export const singleSelects = [
  staticSelect,
  z.strictObject({
    type: z.literal("external_select"),
    ...menu,
    ...query,
    initial_option: plainOption.optional(),
  }),
  z.strictObject({ type: z.literal("users_select"), ...menu, initial_user: one }),
  z.strictObject({
    type: z.literal("conversations_select"),
    ...menu,
    ...toPlace,
    ...filter,
    initial_conversation: one,
  }),
  z.strictObject({ type: z.literal("channels_select"), ...menu, ...toPlace, initial_channel: one }),
] as const;

export const multiSelects = [
  multiStaticSelect,
  z.strictObject({
    type: z.literal("multi_external_select"),
    ...menu,
    ...several,
    ...query,
    initial_options: z.array(plainOption).min(1).optional(),
  }),
  z.strictObject({ type: z.literal("multi_users_select"), ...menu, ...several, initial_users: many }),
  z.strictObject({
    type: z.literal("multi_conversations_select"),
    ...menu,
    ...several,
    ...filter,
    initial_conversations: many,
  }),
  z.strictObject({ type: z.literal("multi_channels_select"), ...menu, ...several, initial_channels: many }),
] as const;
