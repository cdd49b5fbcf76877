import type { ActorRef } from "../domain/actor.ts";
import type { Instant } from "../domain/instant.ts";

export const LOCALES = ["fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * A piece of a line. `text` is data: renderers show it literally, whatever markup or mention it looks like.
 * An instant is shown in the reader's own time zone by both clients.
 */
export type Inline =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "instant"; readonly at: Instant; readonly style: InstantStyle }
  | { readonly kind: "actor"; readonly actor: ActorRef };

/** `date` 21 November 2026, `time` the same with the hour, `relative` in 3 days, `clock` 14:02. */
export type InstantStyle = "date" | "time" | "relative" | "clock";

export type Text = readonly Inline[];

/** Tone is shown as a word and a symbol, besides any colour. */
export type Tone = "info" | "success" | "warning" | "danger";

/** What a press does: the same command as typing it, through the same door. */
export interface Press {
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
}

export interface Button {
  /** Names the act and the object: "Terminate example.com". */
  readonly label: string;
  readonly style: "primary" | "neutral" | "danger";
  readonly does:
    | { readonly kind: "press"; readonly press: Press }
    | { readonly kind: "open"; readonly url: string };
}

export interface Option {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
}

/** A choice of one. The chosen value arrives as `input[param]`. */
export interface Select {
  readonly kind: "select";
  readonly label: string;
  readonly press: Press;
  readonly param: string;
  readonly options: readonly Option[];
  /** True where `options` are only the first of many: a client that can asks {@link Bot.suggest} for the rest. */
  readonly searchable: boolean;
}

export interface Field {
  readonly label: string;
  readonly value: Text;
}

interface Column {
  readonly label: string;
  readonly align?: "end";
}

/** A row's first cell names it. */
export interface Table {
  readonly kind: "table";
  /** What the table shows, for a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Text[])[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: Text }
  | { readonly kind: "callout"; readonly tone: Tone; readonly title: string; readonly lines: readonly Text[] }
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  | Table
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  | Select
  | { readonly kind: "note"; readonly text: Text }
  | { readonly kind: "divider" };

/** The message that every command and reminder returns, before any platform has seen it. */
export interface Card {
  readonly locale: Locale;
  readonly title: string;
  /** One line for the notification and the screen reader: it carries what matters without the blocks. */
  readonly summary: Text;
  readonly blocks: readonly Block[];
}

/** A modal. What is typed arrives as `input` of {@link Form.press}, beside the press's own input. */
export interface Form {
  readonly locale: Locale;
  /** At most 24 characters (Slack's modal title). */
  readonly title: string;
  /** At most 24 characters (Slack's submit button). */
  readonly submit: string;
  readonly press: Press;
  /** Shown above the fields: paragraphs and callouts only. */
  readonly intro: readonly Extract<Block, { kind: "paragraph" | "callout" }>[];
  readonly fields: readonly FormField[];
}

export type FormField =
  | {
      readonly kind: "text";
      readonly param: string;
      readonly label: string;
      readonly hint?: string;
      readonly initial?: string;
      readonly required: boolean;
      readonly multiline: boolean;
      readonly maxLength: number;
    }
  /** Arrives as "yes" when ticked, is absent otherwise. */
  | { readonly kind: "tick"; readonly param: string; readonly label: string; readonly statement: string }
  | {
      readonly kind: "choice";
      readonly param: string;
      readonly label: string;
      readonly options: readonly Option[];
      readonly initial?: string;
    };
