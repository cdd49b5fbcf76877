import type { Card } from "./card/card.ts";
import type { Actor, ActorRef, ChannelRef, MessageRef } from "./domain/actor.ts";
import type { AuditEntry, RecordedEntry } from "./domain/audit.ts";
import type { Confirmation, Decision, Outcome } from "./domain/change.ts";
import type { Follow } from "./domain/follow.ts";
import type { Instant } from "./domain/instant.ts";
import type { LossFacts } from "./domain/loss.ts";
import type { ChoosableMode, Service, ServiceId } from "./domain/service.ts";

/** How a read is done: a waiting person comes before background work in the budget of calls. */
export interface Read {
  readonly urgency: "person" | "background";
  readonly signal?: AbortSignal;
}

export interface ServicePage {
  readonly services: readonly Service[];
  /** How many services the whole list has, where the provider says so. */
  readonly total: number | null;
}

/** Addresses in OVHcloud's console, for what is managed there. */
export interface ConsoleLinks {
  readonly services: string;
  readonly bills: string;
  readonly telecom: string;
  readonly microsoft: string;
}

/**
 * The account at OVHcloud. Every method rejects with a {@link ProviderError}: `gone` for a service that no longer
 * exists. A change is sent once; when its answer is lost, the error's `sent` is `unknown`.
 */
export interface Provider {
  readonly links: ConsoleLinks;
  listServices(read: Read): AsyncIterable<ServicePage>;
  /** Reads past every cache. */
  getService(id: ServiceId, read: Read): Promise<Service>;
  lossFacts(service: Service, read: Read): Promise<LossFacts>;
  /** The renewal periods that OVHcloud offers, in months, ascending. */
  renewalPeriods(service: Service, read: Read): Promise<readonly number[]>;
  terminateAtExpiry(id: ServiceId): Promise<void>;
  keep(id: ServiceId): Promise<void>;
  setRenewal(id: ServiceId, mode: ChoosableMode, periodMonths: number | null): Promise<void>;
  /** Asks OVHcloud to e-mail a token to the account's main address. */
  requestDeletion(service: Service): Promise<void>;
  finishDeletion(service: Service, token: string): Promise<void>;
}

/** Whether a settle was the one that decided. `confirmation` is as it now stands; null when the id is unknown. */
export type Settlement =
  | { readonly won: true; readonly confirmation: Confirmation }
  | { readonly won: false; readonly confirmation: Confirmation | null };

/** Each verb is one atomic step, durable before its promise resolves. */
export interface Confirmations {
  /** Rejects when the id is taken. */
  open(confirmation: Confirmation): Promise<void>;
  get(id: string): Promise<Confirmation | null>;
  /** Remembers where its card stands. Does nothing for an unknown id. */
  attach(id: string, message: MessageRef): Promise<void>;
  /** Decides an open confirmation; wins once for each id, whoever asks and however often. */
  settle(id: string, decision: Decision, by: ActorRef | null, at: Instant): Promise<Settlement>;
  /** Records what became of a confirmed one; the first record stands. */
  finish(id: string, outcome: Outcome, at: Instant): Promise<Confirmation>;
  /** Confirmed and without an outcome: a call may have been made. */
  unfinished(): Promise<readonly Confirmation[]>;
  /** Still waiting for a press, the first to expire first. */
  waiting(): Promise<readonly Confirmation[]>;
  /** The newest finished one of a service with outcome `done`, or null. */
  lastDone(id: ServiceId): Promise<Confirmation | null>;
  /** Forgets what ended before `before`, so that a write does not grow with the history. */
  prune(before: Instant): Promise<void>;
}

export interface ReminderRecord {
  readonly key: string;
  readonly claimedAt: Instant;
  /** Kept at least until then. */
  readonly until: Instant;
  /** Null while it is claimed and not known to have been posted. */
  readonly message: MessageRef | null;
}

export interface Reminders {
  /** True once for each key, until it is released. */
  claim(key: string, at: Instant, until: Instant): Promise<boolean>;
  posted(key: string, message: MessageRef): Promise<void>;
  /** Gives a claim back after a post that did not happen. A posted one stays. */
  release(key: string): Promise<void>;
  all(): Promise<readonly ReminderRecord[]>;
  prune(before: Instant): Promise<void>;
}

export interface Follows {
  /** One follow for each channel and query: a second one replaces the first (keeping its id). */
  add(follow: Follow): Promise<Follow>;
  /** Ends one and returns it; null when it was not there. */
  end(id: string): Promise<Follow | null>;
  list(): Promise<readonly Follow[]>;
}

export interface AuditFilter {
  readonly service?: ServiceId;
  readonly actor?: ActorRef;
}

export interface AuditPage {
  readonly entries: readonly RecordedEntry[];
  /** How many entries fit the filter in all. */
  readonly total: number;
}

export interface Audit {
  append(entry: AuditEntry): Promise<RecordedEntry>;
  /** Newest first; `page` counts from 1. */
  page(filter: AuditFilter, page: number, size: number): Promise<AuditPage>;
}

export interface Store {
  readonly confirmations: Confirmations;
  readonly reminders: Reminders;
  readonly follows: Follows;
  readonly audit: Audit;
  close(): Promise<void>;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** One event a line. Fields never hold secrets, tokens or message bodies. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Why somebody may not. `unknown-groups`: their groups could not be read, so the answer is no. */
export type Verdict =
  | { readonly may: true }
  | {
      readonly may: false;
      readonly why: "no-operators" | "not-operator" | "not-viewer" | "guest" | "foreign" | "unknown-groups";
    };

export interface Policy {
  look(actor: Actor): Verdict;
  change(actor: Actor): Verdict;
}

/** A fresh opaque id of 20 characters out of a-z and 2-7 (100 bits). */
export type NewId = () => string;

/** Where cards go that nobody asked for at that moment: reminders, and cards that change later. */
export interface Post {
  post(card: Card, to: ChannelRef): Promise<MessageRef>;
  edit(message: MessageRef, card: Card): Promise<void>;
}
