import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from "discord-api-types/v10";
import { z } from "zod";

/** What Discord sends when somebody acts, as far as the bot looks at it. Shapes: docs, receiving and responding. */

const User = z.object({ id: z.string() });
const OptionValue = z.union([z.string(), z.number(), z.boolean()]);
const Option = z.object({
  name: z.string(),
  value: OptionValue.optional(),
  focused: z.boolean().optional(),
});
const Subcommand = z.object({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  name: z.string(),
  options: z.array(Option).default([]),
});
const CommandData = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: z.tuple([Subcommand]),
});

const common = {
  id: z.string().regex(/^\d+$/),
  application_id: z.string(),
  token: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  locale: z.string().default(""),
  member: z.object({ user: User, roles: z.array(z.string()), pending: z.boolean().optional() }).optional(),
  user: User.optional(),
  message: z.object({ id: z.string(), channel_id: z.string(), flags: z.number().default(0) }).optional(),
};

/** Readable enough to be answered, whatever is in it. */
export const AnyInteraction = z.object({ ...common, type: z.number() });
export type AnyInteraction = z.output<typeof AnyInteraction>;

const ModalField = z.object({
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).optional(),
});
export type ModalField = z.output<typeof ModalField>;

/** What it says, told apart by its `type`. */
export const InteractionContent = z.discriminatedUnion("type", [
  z.object({ type: z.literal(InteractionType.ApplicationCommand), data: CommandData }),
  z.object({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: CommandData }),
  z.object({
    type: z.literal(InteractionType.MessageComponent),
    data: z.object({
      custom_id: z.string(),
      component_type: z.union([z.literal(ComponentType.Button), z.literal(ComponentType.StringSelect)]),
      values: z.array(z.string()).optional(),
    }),
  }),
  z.object({
    type: z.literal(InteractionType.ModalSubmit),
    data: z.object({
      custom_id: z.string(),
      // Text displays come back too, without a component.
      components: z.array(z.object({ component: ModalField.optional() })),
    }),
  }),
]);
export type InteractionContent = z.output<typeof InteractionContent>;
export type CommandData = z.output<typeof CommandData>;
