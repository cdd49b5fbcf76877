import { z } from "zod";
import { DAY } from "../../src/domain/instant.ts";
import { FAULTS } from "./faults.ts";
import { PERSONAS } from "./personas.ts";
import { STORIES } from "./stories/story.ts";

/** A jump of more than a year is several. */
const FURTHEST_STEP = 400 * DAY;
/** https://discord.com/developers/docs/resources/message#create-message */
const DISCORD_LONGEST = 2000;

/** Everything that the page may ask for; `POST /act` takes nothing else. */

/** An element by its place in the payload: the same words may stand on two. */
const element = z.strictObject({ blockId: z.string(), actionId: z.string() });
const slackPlace = z.union([
  z.strictObject({ channel: z.string(), ts: z.string() }),
  z.strictObject({ view: z.string() }),
]);
const slackChoice = z.union([z.string(), z.array(z.string())]);
const optionValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const formValues = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
const platform = z.enum(["slack", "discord"]);
/** As the menu shows it, without the slash: `ovh services`. */
const command = z.string().regex(/^\S+( \S+){0,2}$/);

const slackActs = [
  z.strictObject({
    kind: z.literal("slack-say"),
    channel: z.string(),
    text: z.string().min(1),
    thread: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("slack-slash"),
    channel: z.string(),
    command: z.string(),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal("slack-press"), place: slackPlace, element }),
  /** Picks in a select or overflow menu; ticks and types in a modal, where nothing is sent before it is submitted. */
  z.strictObject({ kind: z.literal("slack-choose"), place: slackPlace, element, choice: slackChoice }),
  /** What an external select offers for what was typed; answered with `options`. */
  z.strictObject({ kind: z.literal("slack-suggest"), place: slackPlace, element, typed: z.string() }),
  /** By block_id. */
  z.strictObject({ kind: z.literal("slack-submit"), values: z.record(z.string(), slackChoice) }),
  z.strictObject({ kind: z.literal("slack-close-modal") }),
  z.strictObject({ kind: z.literal("slack-open-home") }),
] as const;

const discordActs = [
  z.strictObject({
    kind: z.literal("discord-say"),
    channel: z.string(),
    text: z.string().min(1).max(DISCORD_LONGEST),
  }),
  z.strictObject({
    kind: z.literal("discord-slash"),
    channel: z.string(),
    command,
    options: optionValues,
  }),
  /** What a field offers for what was typed; answered with `choices`. */
  z.strictObject({
    kind: z.literal("discord-autocomplete"),
    channel: z.string(),
    command,
    option: z.string(),
    typed: z.string(),
    others: optionValues,
  }),
  z.strictObject({ kind: z.literal("discord-press"), message: z.string(), customId: z.string() }),
  z.strictObject({
    kind: z.literal("discord-choose"),
    message: z.string(),
    customId: z.string(),
    values: z.array(z.string()),
  }),
  /** By custom id. */
  z.strictObject({ kind: z.literal("discord-submit"), values: formValues }),
  z.strictObject({ kind: z.literal("discord-close-modal") }),
] as const;

const worldActs = [
  z.strictObject({ kind: z.literal("clock-advance"), ms: z.int().positive().max(FURTHEST_STEP) }),
  z.strictObject({
    kind: z.literal("clock-to"),
    where: z.enum(["next-reminder", "before-cut-off", "past-expiry"]),
  }),
  /** What the clock's steps refer to; null lets the page choose again. */
  z.strictObject({ kind: z.literal("focus"), service: z.int().nullable() }),
  z.strictObject({ kind: z.literal("fault"), name: z.enum(FAULTS), on: z.boolean() }),
  z.strictObject({ kind: z.literal("bot"), what: z.enum(["kill", "start", "restart", "stop"]) }),
  /** What somebody does in OVHcloud's own console, behind the bot's back. */
  z.strictObject({
    kind: z.literal("console"),
    service: z.int(),
    change: z.enum(["automatic", "manual", "terminate", "keep", "unpaid", "paid"]),
  }),
  z.strictObject({
    kind: z.literal("person"),
    language: z.enum(["fr", "en"]).exactOptional(),
    timeZone: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("start-over"), account: z.enum(["example", "large"]) }),
  z.strictObject({
    kind: z.literal("story-open"),
    story: z.enum(STORIES),
    platform,
    language: z.enum(["fr", "en"]),
  }),
  z.strictObject({ kind: z.literal("story-play") }),
  z.strictObject({ kind: z.literal("story-leave") }),
] as const;

const slackAct = z.discriminatedUnion("kind", slackActs);
const discordAct = z.discriminatedUnion("kind", discordActs);
const worldAct = z.discriminatedUnion("kind", worldActs);
export type SlackAct = z.output<typeof slackAct>;
export type DiscordAct = z.output<typeof discordAct>;
export type WorldAct = z.output<typeof worldAct>;
export type Act = SlackAct | DiscordAct | WorldAct;

const actSchema = z.discriminatedUnion("kind", [slackAct, discordAct, worldAct]);

export const isSlackAct = (act: Act): act is SlackAct => act.kind.startsWith("slack-");
export const isDiscordAct = (act: Act): act is DiscordAct => act.kind.startsWith("discord-");

export const actRequestSchema = z.strictObject({ who: z.enum(PERSONAS), act: actSchema });
