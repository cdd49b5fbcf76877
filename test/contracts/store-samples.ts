import type { ActorRef, ChannelRef, MessageRef } from "../../src/domain/actor.ts";
import type { AuditEntry } from "../../src/domain/audit.ts";
import type { Confirmation } from "../../src/domain/change.ts";
import type { Follow } from "../../src/domain/follow.ts";
import { MINUTE } from "../../src/domain/instant.ts";
import { serviceId } from "../../src/domain/service.ts";

/** Records as a store is given them; each can be varied in any part. */

export const ANNE: ActorRef = { platform: "slack", id: "U0ANNE" };
export const BOB: ActorRef = { platform: "discord", id: "222222222222222222" };
const CHANNEL: ChannelRef = { platform: "slack", id: "C0OPS" };
export const MESSAGE: MessageRef = { channel: CHANNEL, id: "1700000000.000100" };
export const NOON = Date.UTC(2026, 10, 21, 12);

export function sampleConfirmation(change: Partial<Confirmation> = {}): Confirmation {
  return {
    id: "confirmation-one",
    change: { kind: "terminate" },
    subject: {
      id: serviceId(42),
      name: "example.com",
      displayName: "Vitrine d’été <!channel>",
      family: "domain",
      product: "Domain .com",
      endsAt: NOON,
    },
    fingerprint: "f".repeat(64),
    requester: ANNE,
    locale: "fr",
    place: CHANNEL,
    openedAt: NOON,
    expiresAt: NOON + 10 * MINUTE,
    message: null,
    state: { kind: "open" },
    ...change,
  };
}

export function sampleFollow(change: Partial<Follow> = {}): Follow {
  return {
    id: "follow-one",
    channel: CHANNEL,
    query: "type:domain",
    thresholds: [30, 7, 1],
    locale: "en",
    by: ANNE,
    since: NOON,
    ...change,
  };
}

export function sampleEntry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: NOON,
    actor: ANNE,
    place: CHANNEL,
    event: { kind: "asked" },
    change: { kind: "set-renewal", mode: "automatic", periodMonths: 12 },
    service: { id: serviceId(42), name: "example.com" },
    confirmation: "confirmation-one",
    ...change,
  };
}
