import type { Instant } from "../../src/domain/instant.ts";
import type { ProductKey } from "./products.ts";

/** `billing.lifecycle.current.state` of the API. */
export type Lifecycle =
  | "active"
  | "error"
  | "inCreation"
  | "rupture"
  | "terminated"
  | "toRenew"
  | "unpaid"
  | "unrenewed";

/** `resource.state` of the API. */
type ResourceState = "active" | "deleted" | "suspended" | "toActivate" | "toDelete" | "toSuspend";

export type TerminationPolicy = "terminateAtExpirationDate" | "terminateAtEngagementDate";

export type EndStrategy =
  | "CANCEL_SERVICE"
  | "REACTIVATE_ENGAGEMENT"
  | "STOP_ENGAGEMENT_FALLBACK_DEFAULT_PRICE"
  | "STOP_ENGAGEMENT_KEEP_PRICE";

interface Engagement {
  readonly endsAt: Instant;
  readonly strategy: EndStrategy;
}

export interface Contacts {
  readonly administrator: string;
  readonly billing: string;
  readonly technical: string;
}

/** A service as OVHcloud knows it; both wire forms (`/services`, `serviceInfos`) are made from it. */
export interface AccountService {
  readonly id: number;
  readonly product: ProductKey;
  /** The resource name: several services may share it. */
  readonly name: string;
  readonly displayName: string;
  readonly plan: string;
  readonly invoiceName: string;
  /** Price of one period in hundred-millionths of a euro, before tax; null where the contract names none. */
  readonly priceUcents: number | null;
  readonly createdAt: Instant;
  /** Null for what never expires. */
  readonly expiresAt: Instant | null;
  readonly lifecycle: Lifecycle;
  readonly resource: ResourceState;
  readonly renewal: "automatic" | "forced" | "manual" | "one-shot" | "none";
  /** The renewal period; kept while the renewal is manual, though the API then shows none. */
  readonly months: number;
  /** A termination that was asked for and has not taken effect. */
  readonly termination: TerminationPolicy | null;
  /** When it was terminated. */
  readonly endedAt: Instant | null;
  readonly engagement: Engagement | null;
  /** What `serviceInfos` calls a missing payment; only while the lifecycle is `unpaid`. */
  readonly debt: "unPaid" | "pendingDebt";
  readonly parentId: number | null;
  readonly contacts: Contacts;
}

export interface Database {
  readonly name: string;
  readonly sizeMb: number;
  readonly quotaMb: number;
  readonly type: "mysql" | "mariadb" | "postgresql";
  readonly version: "8.0" | "10.11" | "15";
  readonly dumps: readonly Dump[];
}

export interface Dump {
  readonly id: number;
  readonly createdAt: Instant;
  readonly type: "daily.1" | "weekly.1" | "now";
}

export interface HostingContent {
  readonly offer: "perso2014" | "pro2014" | "performance2014x1";
  readonly diskUsedMb: number;
  readonly diskSizeMb: number;
  readonly domains: readonly string[];
  readonly databases: readonly Database[];
}

export interface ZoneRecord {
  readonly id: number;
  readonly fieldType: "A" | "AAAA" | "CNAME" | "MX" | "NS" | "TXT";
  readonly subDomain: string;
  readonly target: string;
}

export interface MailAccount {
  readonly accountName: string;
  readonly sizeBytes: number;
}

export interface PaymentMethod {
  readonly id: number;
  readonly label: string;
  readonly expiresAt: Instant | null;
  readonly status: "VALID" | "EXPIRED" | "REJECTED";
  readonly isDefault: boolean;
}

/** Everything that OVHcloud holds for one customer. */
export interface Account {
  readonly nichandle: string;
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly organisation: string;
  readonly services: readonly AccountService[];
  /** By resource name of the hosting. */
  readonly hostings: ReadonlyMap<string, HostingContent>;
  /** By name of the zone. */
  readonly zones: ReadonlyMap<string, readonly ZoneRecord[]>;
  /** By domain of the MX Plan. */
  readonly mail: ReadonlyMap<string, readonly MailAccount[]>;
  readonly paymentMethods: readonly PaymentMethod[];
  /** Null when automatic renewal was never set up: then `/me/autorenew` is not found. */
  readonly autorenewDay: number | null;
}
