import { textOf } from "../discord/judge/components.ts";
import type { SeenMessage } from "../discord/person/seen.ts";
import type { Call } from "../ovhcloud/calls.ts";
import { readMrkdwn } from "../slack/mrkdwn.ts";
import type { SandboxWorld } from "../world.ts";
import type { Journal } from "./journal.ts";
import type { JournalEntry } from "./protocol.ts";

/**
 * Writes down what the bot posts and edits, and what OVHcloud mails, is asked to change, or refuses. The returned
 * function looks for what is new.
 */
export function createObserver(world: SandboxWorld, journal: Journal): () => void {
  const observers = [
    observeCalls(world, journal),
    observeMails(world, journal),
    observeMessages(world, journal),
    observeLines(world, journal),
  ];
  return () => {
    for (const observe of observers) observe();
  };
}

/** That a line was cut, and that the bot is back, stands on either side of whatever happened meanwhile. */
function observeLines({ slack, discord, clock }: SandboxWorld, journal: Journal): () => void {
  const open = { slack: slack.connections.count(), discord: discord.gateway.connected() };
  const note = (platform: "slack" | "discord", count: number): void => {
    if (open[platform] === count) return;
    open[platform] = count;
    journal.add({ kind: "line", at: clock.now(), platform, open: count });
  };
  return () => {
    note("slack", slack.connections.count());
    note("discord", discord.gateway.connected());
  };
}

const LOOKED_BACK = 200;

function observeCalls({ ovhcloud }: SandboxWorld, journal: Journal): () => void {
  let known = new Map<string, { readonly call: Call; readonly complete: (entry: JournalEntry) => void }>();
  return () => {
    const told: typeof known = new Map();
    for (const call of ovhcloud.newestCalls(LOOKED_BACK)) {
      const before = known.get(call.queryId);
      if (before) {
        if (before.call !== call) before.complete(entryOf(call));
        told.set(call.queryId, { ...before, call });
      } else if (isWorthTelling(call)) {
        told.set(call.queryId, { call, complete: journal.add(entryOf(call)) });
      }
    }
    known = told;
  };
}

const isWorthTelling = ({ method, status }: Call): boolean => method !== "GET" || (status ?? 0) >= 400;

const entryOf = ({ at, method, path, status, reached }: Call): JournalEntry => ({
  ...{ kind: "call", at, method, path, status, reached },
});

function observeMails({ ovhcloud, clock }: SandboxWorld, journal: Journal): () => void {
  let told = 0;
  return () => {
    const all = ovhcloud.mailbox();
    for (const { subject } of all.slice(told)) journal.add({ kind: "mail", at: clock.now(), subject });
    told = all.length;
  };
}

function observeMessages({ slack, discord, clock }: SandboxWorld, journal: Journal): () => void {
  /** How each message was when it was last looked at. */
  const known = new Map<string, unknown>();
  const note = (
    platform: "slack" | "discord",
    [place, key]: readonly [string, string],
    version: unknown,
    title: () => string,
  ): void => {
    const id = `${platform} ${place} ${key}`;
    const isNew = !known.has(id);
    if (!isNew && known.get(id) === version) return;
    known.set(id, version);
    const kind = isNew ? "post" : "edit";
    journal.add({ kind, at: clock.now(), platform, place, title: shorten(title()) });
  };
  return () => {
    for (const { channel, ts, edits, deleted, text } of slack.posts())
      if (!deleted) note("slack", [channel, ts], edits, () => plain(text, clock.now()));
    for (const message of discord.posts())
      if (message.authorId === discord.applicationId && !message.thinking)
        note("discord", [message.channelId, message.id], message, () => titleOf(message));
  };
}

const plain = (text: string, now: number): string =>
  readMrkdwn(text, { locale: "en-US", timeZone: "UTC", now, nameOf: (id) => id }).replaceAll(/[*`]/g, "");

const titleOf = ({ payload }: SeenMessage): string =>
  (textOf(payload).split("\n")[0] ?? "").replace(/^#+ /, "").replaceAll("\\", "");

const LONGEST = 160;

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
