import type { Follow } from "../../src/domain/follow.ts";
import { DAY, type Instant } from "../../src/domain/instant.ts";
import { type Renewal, type Service, serviceId } from "../../src/domain/service.ts";

/** Sunday, 22 November 2026, 12:00 in UTC. */
export const NOON: Instant = Date.UTC(2026, 10, 22, 12);

export const AUTOMATIC: Renewal = { mode: "automatic", periodMonths: 12, modes: ["automatic", "manual"] };
export const MANUAL: Renewal = { mode: "manual", periodMonths: null, modes: ["automatic", "manual"] };

export interface ServiceOverrides extends Partial<Omit<Service, "id">> {
  readonly id?: number;
}

/** An active web hosting with automatic renewal that expires in 100 days, and whatever is said otherwise. */
export function someService({
  id = 1,
  name = `site-${id}.example`,
  ...rest
}: ServiceOverrides = {}): Service {
  return {
    name,
    displayName: name,
    family: "hosting",
    product: "Web hosting Perso",
    plan: "hosting-perso",
    state: "active",
    expiresAt: NOON + 100 * DAY,
    nextBillingAt: null,
    renewal: AUTOMATIC,
    commitment: null,
    termination: null,
    price: { ucents: 299_000_000, currency: "EUR" },
    parentId: null,
    rights: { administrator: true, billing: true },
    offersTermination: true,
    ...rest,
    id: serviceId(id),
  };
}

export function someFollow(overrides: Partial<Follow> = {}): Follow {
  return {
    id: "follow-1",
    channel: { platform: "slack", id: "C1" },
    query: "",
    thresholds: [30, 14, 7, 3, 1],
    locale: "en",
    by: { platform: "slack", id: "U1" },
    since: NOON,
    ...overrides,
  };
}
