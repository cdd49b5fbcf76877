import { z } from "zod";

/**
 * What Slack sends, as far as it is used. Unknown keys are ignored; names, channels and hidden values are no authority.
 * docs.slack.dev/reference/interaction-payloads and docs.slack.dev/interactivity/implementing-slash-commands
 */

export const slashSchema = z.object({
  command: z.string(),
  text: z.string().default(""),
  user_id: z.string(),
  team_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});

const person = z.object({ id: z.string(), team_id: z.string().nullish() });
/** Null in payloads of an organisation-wide installation. */
const team = z.object({ id: z.string() }).nullish();

/** Where an element stands that was pressed or typed into. */
const containerSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("message"),
    message_ts: z.string(),
    channel_id: z.string(),
    is_ephemeral: z.boolean().optional(),
  }),
  z.object({ type: z.literal("view"), view_id: z.string() }),
]);

const actionSchema = z.object({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

export const pressSchema = z.object({
  user: person,
  team,
  container: containerSchema,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  actions: z.tuple([actionSchema]).rest(actionSchema),
});

export const suggestionSchema = z.object({
  user: person,
  team,
  container: containerSchema.optional(),
  channel: z.object({ id: z.string() }).nullish(),
  action_id: z.string(),
  value: z.string(),
});

const stateValue = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

export const submissionSchema = z.object({
  user: person,
  team,
  trigger_id: z.string().optional(),
  view: z.object({
    id: z.string(),
    hash: z.string().optional(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }),
  }),
});

export const homeOpenedSchema = z.object({
  event_id: z.string(),
  team_id: z.string().nullish(),
  event: z.object({ user: z.string(), tab: z.string() }),
});

/** An event by which the bot loses one channel. */
export const channelLostSchema = z.object({
  event_id: z.string(),
  event: z.object({ channel: z.string(), user: z.string().optional() }),
});

export const userChangeSchema = z.object({ event: z.object({ user: z.object({ id: z.string() }) }) });

export const tokensRevokedSchema = z.object({
  event: z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }).optional() }),
});

export type SlashPayload = z.output<typeof slashSchema>;
export type PressPayload = z.output<typeof pressSchema>;
export type SuggestionPayload = z.output<typeof suggestionSchema>;
export type SubmissionPayload = z.output<typeof submissionSchema>;
export type Action = z.output<typeof actionSchema>;

/** The team that vouches for the person: their own where it is named. */
export const teamOf = (payload: Pick<PressPayload, "user" | "team">): string | null =>
  payload.user.team_id ?? payload.team?.id ?? null;
