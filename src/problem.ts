import type { Action, WhyNot } from "./domain/actions.ts";
import type { QueryProblem } from "./domain/parse-query.ts";
import type { Service } from "./domain/service.ts";
import type { Verdict } from "./ports.ts";

/** What a person can mend. The door turns each into a card: what happened, that nothing was changed, what to do next. */
export type Problem =
  | { readonly kind: "unknown-command"; readonly typed: string; readonly nearest: string }
  | { readonly kind: "unknown-service"; readonly typed: string; readonly nearest: readonly Service[] }
  | { readonly kind: "missing-service"; readonly command: string }
  | {
      readonly kind: "ambiguous";
      readonly typed: string;
      readonly command: string;
      readonly services: readonly Service[];
    }
  | { readonly kind: "filter"; readonly problem: QueryProblem }
  | { readonly kind: "number"; readonly typed: string; readonly min: number; readonly max: number }
  | { readonly kind: "thresholds"; readonly typed: string }
  | { readonly kind: "person"; readonly typed: string }
  | {
      readonly kind: "mode";
      readonly typed: string;
      readonly service: Service;
      readonly offered: readonly string[];
    }
  | {
      readonly kind: "unavailable";
      readonly action: Action;
      readonly service: Service;
      readonly whyNot: WhyNot;
    }
  | { readonly kind: "too-old" }
  | { readonly kind: "still-reading" }
  | { readonly kind: "nothing-followed" }
  | { readonly kind: "denied"; readonly why: Extract<Verdict, { may: false }>["why"] };

export class UserError extends Error {
  override name = "UserError";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}
