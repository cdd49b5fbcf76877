import { createHash } from "node:crypto";
import type { LossFacts, Reading } from "./loss.ts";
import type { Service } from "./service.ts";

/**
 * SHA-256, in hex, of the facts that a confirmation shows: a press is only good while they are the same.
 * Lists count in any order. Sizes count to two digits, as a card shows them: a site that writes a log line
 * must not void the question.
 */
export function fingerprint(service: Service, loss: LossFacts | null): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted({ service: shown(service), loss: loss && lost(loss) })))
    .digest("hex");
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
type Facts = { readonly [key: string]: Plain };

function shown(service: Service): Facts {
  const { id, name, displayName, family, product, plan, state, expiresAt, nextBillingAt, parentId } = service;
  const { renewal, commitment, termination, price, rights, offersTermination } = service;
  return {
    ...{ id, name, displayName, family, product, plan, state, expiresAt, nextBillingAt, parentId },
    offersTermination,
    renewal: { mode: renewal.mode, periodMonths: renewal.periodMonths, modes: [...renewal.modes].sort() },
    commitment: commitment && { endsAt: commitment.endsAt },
    termination: termination && { when: termination.when, at: termination.at },
    price: price && { ucents: price.ucents, currency: price.currency },
    rights: { administrator: rights.administrator, billing: rights.billing },
  };
}

function lost(loss: LossFacts): Facts {
  switch (loss.kind) {
    case "hosting":
      return {
        kind: loss.kind,
        domains: reading(loss.domains, (names) => [...names].sort()),
        databases: reading(loss.databases, (databases) =>
          databases
            .map((one) => ({
              name: one.name,
              size: one.sizeBytes === null ? null : twoDigits(one.sizeBytes),
              dump: reading(one.newestDumpAt, (at) => at),
            }))
            .sort((one, other) => (one.name < other.name ? -1 : 1)),
        ),
        disk: reading(loss.diskUsedBytes, twoDigits),
      };
    case "domain":
      return {
        kind: loss.kind,
        zoneRecords: reading(loss.zoneRecords, (count) => count),
        mailAccounts: reading(loss.mailAccounts, (count) => count),
      };
    case "general":
      return { kind: loss.kind };
  }
}

function reading<T>(one: Reading<T>, value: (value: T) => Plain): Plain {
  switch (one.kind) {
    case "read":
      return { read: value(one.value) };
    case "unread":
      return { unread: true };
  }
}

const twoDigits = (bytes: number): number => Number(bytes.toPrecision(2));

/** Keys in one order, so that the way in which an object was built does not count. */
function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
