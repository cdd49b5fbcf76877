import type { Choice, ElementRef } from "./acts/choose.ts";
import { slash } from "./acts/slash.ts";
import type { Act, Stage } from "./acts/stage.ts";
import { closeView, submit } from "./acts/submit.ts";
import { type Suggestions, suggest } from "./acts/suggest.ts";
import { press, select } from "./acts/use.ts";
import type { Outcome } from "./courier.ts";
import type { Events } from "./events.ts";
import type { Reader } from "./mrkdwn.ts";
import { readable } from "./readable.ts";
import { type Place, type SeenError, type SeenMessage, type SeenView, seenView } from "./seen.ts";
import type { App, Channel, UserGroup } from "./world.ts";

/**
 * A person at a Slack client. Each act resolves when the app has acknowledged or is known to have failed; what the app
 * does afterwards is awaited with `changed`. Acts that no client offers (a button that is not there) throw.
 */
export interface SlackPerson {
  readonly id: string;
  slash(channel: string, command: string, text?: string): Promise<Act>;
  /** A button, by action_id or by its words. */
  press(place: Place, button: string | ElementRef): Promise<Act>;
  /** A select, overflow menu, check box or input, by action_id, placeholder or label. */
  select(place: Place, name: string | ElementRef, choice: Choice): Promise<Act>;
  /** Types into an external select. */
  suggest(place: Place, name: string | ElementRef, typed: string): Promise<Suggestions>;
  /** Fills the open modal (by block_id, action_id or label) and submits it. */
  submit(values?: Readonly<Record<string, Choice>>): Promise<Act>;
  closeView(): Promise<Act>;
  /** Opens the app's home tab; null when the app does not listen for that. */
  openHome(): Promise<Outcome | null>;
  joins(channel: string): Promise<void>;
  leaves(channel: string): Promise<void>;
  /** Writes a message, or a reply in the thread of another; the app hears of none. */
  says(channel: string, text: string, thread?: string | null): SeenMessage;
  /** What is visible in a channel, oldest first, own ephemeral messages too. */
  sees(channel: string): readonly SeenMessage[];
  /** Channels that this person is in, direct messages excepted. */
  channels(): readonly Channel[];
  /** The conversation with the bot. */
  direct(): string;
  modal(): SeenView | null;
  home(): SeenView | null;
  /** A message or view as lines of text, with dates and words as this person's client shows them. */
  reads(seen: SeenMessage | SeenView): string;
  /** What Slack itself complained of, oldest first. */
  errors(): readonly SeenError[];
}

export function createPerson(stage: Stage, events: Events, id: string): SlackPerson {
  const { messages, modals, directory } = stage.workspace;
  directory.user(id);
  return {
    id,
    slash: (channel, command, text = "") => slash(stage, id, channel, command, text),
    press: async (place, button) => press(stage, id, place, button),
    select: (place, name, choice) => select(stage, id, place, name, choice),
    suggest: (place, name, typed) => suggest(stage, id, place, name, typed),
    submit: (values = {}) => submit(stage, id, values),
    closeView: () => closeView(stage, id),
    openHome: () =>
      events.emit({ type: "app_home_opened", user: id, channel: directory.direct(id).id, tab: "home" }),
    joins: (channel) => changeMembership(stage, events, channel, id, "joins"),
    leaves: (channel) => changeMembership(stage, events, channel, id, "leaves"),
    says(channel, text, thread = null) {
      const words = { channel, user: id, text, threadTs: thread };
      return stage.seen(messages.post({ ...words, blocks: [], attachments: [], via: "api" }));
    },
    sees: (channel) => (directory.isMember(channel, id) ? messages.seenBy(id, channel).map(stage.seen) : []),
    channels: () => directory.channels().filter(({ kind, members }) => kind !== "im" && members.includes(id)),
    direct: () => directory.direct(id).id,
    modal: () => optional(modals.top(id)),
    home: () => optional(modals.home(id)),
    reads: (seen) => readable(seen, readerOf(stage, id)),
    errors: () => stage.errors.get(id) ?? [],
  };
}

function readerOf({ workspace: { directory, clock, world } }: Stage, id: string): Reader {
  const { locale, timeZone } = directory.user(id);
  const names = new Map([
    ...world.people.map((one) => [one.id, one.realName] as const),
    ...[...directory.channels(), ...directory.groups(), world.app].map(nameEntry),
  ]);
  return { locale, timeZone, now: clock.now(), nameOf: (wanted) => names.get(wanted) ?? wanted };
}

const nameEntry = (one: Channel | UserGroup | App): readonly [string, string] =>
  "userId" in one ? [one.userId, one.name] : [one.id, one.name];

const optional = (view: Parameters<typeof seenView>[0] | undefined): SeenView | null =>
  view ? seenView(view) : null;

/** Somebody comes or goes; the app hears of it in channels that it is in, and of its own removal. */
export async function changeMembership(
  { workspace }: Pick<Stage, "workspace">,
  events: Events,
  channelId: string,
  userId: string,
  how: "joins" | "leaves",
): Promise<void> {
  const { directory, world } = workspace;
  const bot = world.app.userId;
  const heard = directory.isMember(channelId, bot) || userId === bot;
  if (how === "joins") directory.join(channelId, userId);
  else directory.leave(channelId, userId);
  if (!heard) return;
  const { kind } = directory.channel(channelId);
  const common = { user: userId, channel: channelId, channel_type: kind === "private" ? "G" : "C" };
  const team = world.team.id;
  await events.emit({
    type: how === "joins" ? "member_joined_channel" : "member_left_channel",
    team,
    ...common,
  });
  if (how === "leaves" && userId === bot)
    await events.emit({ type: kind === "private" ? "group_left" : "channel_left", channel: channelId });
}
