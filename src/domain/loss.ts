import type { Instant } from "./instant.ts";

/** A fact that was asked of OVHcloud. `unread` is shown as "could not be read", never left out. */
export type Reading<T> = { readonly kind: "read"; readonly value: T } | { readonly kind: "unread" };

export interface DatabaseFact {
  readonly name: string;
  readonly sizeBytes: number | null;
  /** When its newest dump was made; null where there is none. */
  readonly newestDumpAt: Reading<Instant | null>;
}

/** What is lost with a service, as OVHcloud says it now. */
export type LossFacts =
  | {
      readonly kind: "hosting";
      readonly domains: Reading<readonly string[]>;
      readonly databases: Reading<readonly DatabaseFact[]>;
      readonly diskUsedBytes: Reading<number>;
    }
  | {
      readonly kind: "domain";
      /** Records of the DNS zone of the same name; null where there is no zone. */
      readonly zoneRecords: Reading<number | null>;
      /** Mail accounts under the name; null where no mail service has it. */
      readonly mailAccounts: Reading<number | null>;
    }
  /** Families of which only general things are known (`retentionDays`, the family's words). */
  | { readonly kind: "general" };
