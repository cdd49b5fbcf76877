import type { Courier, Outcome, Parcel } from "../courier.ts";
import type { Option } from "../elements.ts";
import type { Message } from "../messages.ts";
import type { SeenError, SeenMessage } from "../seen.ts";
import type { Traffic } from "../traffic.ts";
import type { Workspace } from "../workspace.ts";

/** What came of an act, as far as the acknowledgement tells. */
export type Act =
  /** The app acknowledged; `answer` is what came with it. */
  | { readonly kind: "acknowledged"; readonly answer: unknown }
  /** The app failed: `text` is what Slack tells the person. */
  | { readonly kind: "failed"; readonly reason: string; readonly text: string }
  /** Slack's client kept the form: problems by block_id. Nothing was sent. */
  | { readonly kind: "held"; readonly problems: Readonly<Record<string, string>> }
  /** Entered into a form; nothing is sent before it is submitted. */
  | { readonly kind: "entered" };

/** What all acts stand on. */
export interface Stage {
  readonly workspace: Workspace;
  readonly courier: Courier;
  readonly traffic: Traffic;
  /** Full address of a response URL's path. */
  responseUrl(path: string): string;
  /** Commands that are installed; undefined for all. */
  readonly commands: readonly string[] | undefined;
  /** The same object as long as the message is the same. */
  readonly seen: (message: Message) => SeenMessage;
  readonly errors: Map<string, readonly SeenError[]>;
  /** What an external select last offered, by person and element. */
  readonly offered: Map<string, readonly Option[]>;
}

export async function send(stage: Stage, parcel: Parcel): Promise<Outcome> {
  const { workspace, traffic, courier } = stage;
  const outcome = await courier.deliver(parcel);
  const name = String(parcel.payload.type ?? parcel.kind);
  traffic.add({
    at: workspace.clock.now(),
    kind: "delivery",
    name,
    request: parcel.payload,
    answer: outcome,
  });
  return outcome;
}

/** Notes what Slack tells the person about a failure. */
export function fail({ workspace, errors }: Stage, personId: string, reason: string, text: string): Act {
  const error: SeenError = { at: workspace.clock.now(), reason, text };
  errors.set(personId, [...(errors.get(personId) ?? []), error]);
  workspace.watch.touch();
  return { kind: "failed", reason, text };
}

export const TROUBLE = "We had some trouble connecting. Try again?";
