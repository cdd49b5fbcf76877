/** Why something cannot be done now; the page has words for each. */
export type Reason =
  | "moving"
  | "passed"
  | "no-service"
  | "bot-down"
  | "nothing-followed"
  | "no-reminder"
  | "no-step"
  | "playing"
  | "runs-already"
  | "too-far"
  | "over"
  | "no-answer";

export class Impossible extends Error {
  override name = "Impossible";
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}
