import type { PersonaKey } from "../personas.ts";

export const STORIES = ["nearly-lapsed", "think-again", "mailed-token", "two-at-once", "ovh-down"] as const;
export type StoryKey = (typeof STORIES)[number];

/** In both languages of the page. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** What a step is done with, for the page to show: it scrolls there and marks it. */
export type Target =
  /** Typed into the message box, as `/ovh services`; the same words lead through Discord's fields. */
  | { readonly kind: "type"; readonly text: string }
  /** A button whose words match this regular expression, in the newest message that has it. */
  | { readonly kind: "button"; readonly words: string }
  /** The open form. */
  | { readonly kind: "form" }
  | {
      readonly kind: "clock";
      readonly what: "next-reminder" | "before-cut-off" | "past-expiry" | "day" | "hour";
    }
  | { readonly kind: "fault"; readonly name: string }
  | { readonly kind: "mailbox" };

export interface StepState {
  readonly words: Words;
  /** Who does it: the page then shows what they see. */
  readonly who: PersonaKey;
  readonly target: Target;
  readonly state: "done" | "now" | "playing" | "later";
}

/** What the account looks like at the end, and whether it is as it should be. */
export interface Finding {
  readonly words: Words;
  readonly holds: boolean;
}

export interface StoryState {
  readonly key: StoryKey;
  readonly platform: "slack" | "discord";
  readonly steps: readonly StepState[];
  /** Null before the last step is done. */
  readonly findings: readonly Finding[] | null;
}
