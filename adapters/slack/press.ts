import type { Press } from "../../src/card/card.ts";
import { decodePress } from "../../src/card/press.ts";
import type { Invocation } from "../../src/chat.ts";
import type { Clock } from "../../src/clock.ts";
import { askAndShow, UNKNOWN_PRESS, type Way } from "./door.ts";
import { homeInput } from "./home.ts";
import { createHook } from "./hook.ts";
import type { Origin } from "./origin.ts";
import { type Action, type PressPayload, teamOf } from "./payloads.ts";
import { decodeChoice } from "./render/controls.ts";

/** A pressed button or a chosen option, acknowledged already. */
export async function takePress(way: Way, payload: PressPayload): Promise<void> {
  const [action] = payload.actions;
  // A button that opens an address is reported as well, and asks for nothing.
  if (action.type === "button" && action.value === undefined) return;
  const { clock } = way;
  const trigger = { id: payload.trigger_id, at: clock.now() };
  const origin = originOf(payload, clock);
  const { press, via } = readAction(action);
  const input = origin.kind === "home" && press.command === "home" ? await homeInput(way, origin.user) : {};
  await askAndShow(way, {
    press: { ...press, input: { ...press.input, ...input } },
    via,
    origin,
    team: teamOf(payload),
    trigger,
  });
}

function readAction(action: Action): { readonly press: Press; readonly via: Invocation["via"] } {
  if (action.type === "button")
    return { press: decodePress(action.value ?? "") ?? UNKNOWN_PRESS, via: "button" };
  const choice = decodeChoice(action.action_id);
  const value = action.selected_option?.value;
  if (!choice || value === undefined) return { press: UNKNOWN_PRESS, via: "select" };
  const { press, param } = choice;
  return { press: { ...press, input: { ...press.input, [param]: value } }, via: "select" };
}

function originOf(payload: PressPayload, clock: Clock): Origin {
  const user = payload.user.id;
  const { container } = payload;
  // Our modals hold no buttons: a view is the Home tab.
  if (container.type === "view") return { kind: "home", user };
  return {
    kind: "message",
    user,
    channel: container.channel_id,
    ts: container.message_ts,
    ephemeral: container.is_ephemeral ?? false,
    hook: payload.response_url ? createHook(payload.response_url, clock) : null,
  };
}
