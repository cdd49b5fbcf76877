import type { Call } from "../call.ts";
import type { Option } from "../card/card.ts";
import type { CommandInfo, Question, Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import type { Speak } from "../i18n/speak.ts";

/**
 * One verb. `needs` is checked at the door, before `run`, for a typed line, a button, a select and a form alike.
 * A command without `info` is reached by buttons and forms only.
 */
export interface Command {
  readonly name: string;
  readonly needs: "nothing" | "look" | "change";
  readonly info?: CommandInfo;
  /** True where a typed line goes to `input.q` whole, for the command to read. */
  readonly raw?: boolean;
  run(call: Call, desk: Desk): Promise<Reply>;
  suggest?(question: Question & { readonly say: Speak }, desk: Desk): readonly Option[];
}

/** A reply that only the one who asked sees. */
export function privately(card: Reply["card"], call: Call): Reply {
  return { card, audience: "requester", replaces: call.via === "button" || call.via === "select" };
}
