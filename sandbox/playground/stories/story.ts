import type { AccountService } from "../../ovhcloud/account.ts";
import type { Player } from "../../tour/player.ts";
import type { SandboxWorld } from "../../world.ts";
import type { FaultSwitches } from "../fault-switches.ts";
import type { FaultName } from "../faults.ts";
import type { Jumps } from "../jumps.ts";
import type { PersonaKey } from "../personas.ts";
import type { Language, PlatformName } from "../protocol.ts";

export const STORIES = ["nearly-lapsed", "think-again", "mailed-token", "two-at-once", "ovh-down"] as const;
export type StoryKey = (typeof STORIES)[number];

/** In both languages of the page. */
export type Words = Readonly<Record<Language, string>>;

/** What a step is done with, for the page to show: it scrolls there and marks it. */
export type Target =
  /** Typed into the message box, as `/ovh services`; the same words lead through Discord's fields. */
  | { readonly kind: "type"; readonly text: string }
  /** A button whose words fit this regular expression, in the newest message that has it. */
  | { readonly kind: "button"; readonly words: string }
  /** The open form, and what to write into it. */
  | { readonly kind: "form"; readonly values: readonly string[] }
  | { readonly kind: "clock"; readonly where: "next-reminder" | "past-expiry" }
  | { readonly kind: "fault"; readonly name: FaultName };

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
  readonly platform: PlatformName;
  readonly steps: readonly StepState[];
  /** Null before the last step is done. */
  readonly findings: readonly Finding[] | null;
}

/** What a story plays on, on one platform. */
export interface Stage {
  readonly world: SandboxWorld;
  readonly jumps: Jumps;
  readonly switches: FaultSwitches;
  readonly platform: PlatformName;
  readonly operator: Actor;
  readonly second: Actor;
  /** The service as OVHcloud truly has it. */
  service(id: number): AccountService;
  /** How often OVHcloud was called to change this service, whatever came of the answer. */
  writesTo(service: AccountService): number;
}

export interface Actor {
  readonly key: PersonaKey;
  readonly language: Language;
  readonly player: Player;
}

export interface Step {
  readonly words: Words;
  who(stage: Stage): Actor;
  target(stage: Stage): Target;
  /** Does it as the person would. */
  play(stage: Stage): Promise<unknown>;
  /** Whether it is done, by the visitor or by {@link Step.play}. `shownBefore` is what that person saw when the step began. */
  isDone(stage: Stage, shownBefore: readonly string[]): boolean;
}

export interface Story {
  readonly key: StoryKey;
  readonly steps: readonly Step[];
  findings(stage: Stage): readonly Finding[];
}
