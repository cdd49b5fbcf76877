import { type Signal, useSignal } from "@preact/signals";
import { useCallback } from "preact/hooks";
import { asText, type JsonObject } from "../../../../json.ts";
import { useClient } from "../client.ts";
import type { Choice } from "../form.ts";
import { useSurface } from "../surface.ts";

/** What an input block says around its element. */
export interface InputFrame {
  /** Id of the control, which the label points at. */
  readonly controlId: string;
  readonly labelId: string;
  readonly label: string;
  /** Ids of hint and error. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** Whether the app hears of it before the form is submitted. */
  readonly dispatches: boolean;
}

export interface ElementProps {
  readonly element: JsonObject;
  readonly blockId: string;
  /** Null outside of an input block. */
  readonly frame: InputFrame | null;
}

export interface Entry {
  /** True until the server has answered. */
  readonly pending: Signal<boolean>;
  /** What was entered before, in a modal that was covered by another or redrawn. */
  readonly entered: Choice | undefined;
  /** Enters it into the form, or sends it, whichever the place asks for. False when the person thought better of it. */
  choose(choice: Choice): Promise<boolean>;
}

/** How the choice of an element reaches the app. */
export function useEntry({ element, blockId, frame }: ElementProps): Entry {
  const client = useClient();
  const { place, form } = useSurface();
  const pending = useSignal(false);
  const waits = frame !== null && form !== null;
  // In a message, too, Slack tells the app of an input only where it asks to be told.
  const sends = frame === null || frame.dispatches;

  const choose = useCallback(
    async (choice: Choice): Promise<boolean> => {
      if (waits) form.enter(blockId, choice);
      if (!sends) return true;
      if (pending.peek() || !(await client.confirms(element.confirm))) return false;
      pending.value = true;
      await client.act({
        kind: "slack-choose",
        place,
        element: { blockId, actionId: asText(element.action_id) },
        choice: typeof choice === "string" ? choice : [...choice],
      });
      pending.value = false;
      return true;
    },
    [client, place, form, waits, sends, element, blockId, pending],
  );
  return { pending, entered: waits ? form.entered(blockId) : undefined, choose };
}
