import type { Card } from "../../src/card/card.ts";
import type { Clock } from "../../src/clock.ts";
import { type ChannelRef, type MessageRef, refKey } from "../../src/domain/actor.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { Post } from "../../src/ports.ts";

interface Posted {
  readonly at: Instant;
  readonly channel: string;
  readonly title: string;
}

export interface ChannelLog extends Post {
  readonly posted: readonly Posted[];
  /** What the next posts end with, one each, before anything is posted. */
  readonly failures: Error[];
  /** A post waits for it. */
  gate: () => Promise<void>;
  titles(): readonly string[];
}

/** Channels that note what is posted and when. */
export function createChannelLog(clock: Clock): ChannelLog {
  const posted: Posted[] = [];
  const channels: ChannelLog = {
    posted,
    failures: [],
    gate: async () => {},
    titles: () => posted.map(({ title }) => title),
    async post(card: Card, channel: ChannelRef): Promise<MessageRef> {
      await channels.gate();
      const failure = channels.failures.shift();
      if (failure) throw failure;
      posted.push({ at: clock.now(), channel: refKey(channel), title: card.title });
      return { channel, id: `m${posted.length}` };
    },
    async edit() {},
  };
  return channels;
}
