import type { JsonObject } from "../../json.ts";
import { type Interactive, stateOf } from "../elements.ts";
import type { Message } from "../messages.ts";
import type { View } from "../modals.ts";
import { messageActionPayload, viewActionPayload } from "../payloads.ts";
import type { Place } from "../seen.ts";
import { type Choice, chosen, type ElementRef, findInteractive } from "./choose.ts";
import { type Act, fail, type Stage, send, TROUBLE } from "./stage.ts";

const BUTTONS = new Set(["button", "workflow_button", "icon_button"]);

/** Presses a button, named by its action_id or its words. */
export function press(stage: Stage, personId: string, place: Place, name: string | ElementRef): Promise<Act> {
  const at = locate(stage, personId, place);
  const found = findInteractive(blocksOf(at), name, ({ type }) => BUTTONS.has(type));
  return act(stage, personId, at, found, null);
}

/** Picks in a select, ticks boxes, types into an input: named by action_id, placeholder or label. */
export async function select(
  stage: Stage,
  personId: string,
  place: Place,
  name: string | ElementRef,
  choice: Choice,
): Promise<Act> {
  const at = locate(stage, personId, place);
  const found = findInteractive(blocksOf(at), name, ({ type }) => !BUTTONS.has(type));
  const offered = stage.offered.get(offerKey(personId, found)) ?? [];
  const state = chosen(found.element, choice, offered);
  const after = at.kind === "view" && found.element.type !== "overflow" ? enter(stage, at, found, state) : at;
  if (found.input && !found.input.dispatches) return { kind: "entered" };
  return act(stage, personId, after, found, state);
}

/** The thing used, as Slack has it now. */
export type At =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "view"; readonly view: View };

/** Throws when this person cannot see the place. */
export function locate({ workspace }: Stage, personId: string, place: Place): At {
  const { messages, modals, directory } = workspace;
  if ("view" in place) {
    const view = modals.find(place.view);
    if (view?.owner !== personId) throw new Error("this person sees no such view");
    return { kind: "view", view };
  }
  const message = messages.find(place.channel, place.ts);
  const visible =
    message &&
    directory.isMember(place.channel, personId) &&
    (message.only === null || message.only === personId);
  if (!visible) throw new Error("this person sees no such message");
  return { kind: "message", message };
}

export const blocksOf = (at: At): readonly unknown[] =>
  at.kind === "view"
    ? at.view.blocks
    : [
        ...at.message.blocks,
        ...at.message.attachments.flatMap(({ blocks }) => (Array.isArray(blocks) ? blocks : [])),
      ];

export const offerKey = (personId: string, { blockId, element }: Interactive): string =>
  `${personId} ${blockId} ${element.action_id}`;

/** Keeps a choice in a view, as `state.values` will have it. */
export function enter(
  { workspace }: Stage,
  { view }: Extract<At, { kind: "view" }>,
  found: Interactive,
  state: JsonObject,
): At {
  const inBlock = { ...view.entered[found.blockId], [found.element.action_id]: state };
  const entered = { ...view.entered, [found.blockId]: inBlock };
  return { kind: "view", view: workspace.modals.note(view, { entered }) };
}

async function act(
  stage: Stage,
  personId: string,
  at: At,
  { element, blockId }: Interactive,
  state: JsonObject | null,
): Promise<Act> {
  const { workspace } = stage;
  const person = workspace.directory.user(personId);
  const action = { element, blockId, state, trigger: workspace.triggers.issue(personId) };
  const payload =
    at.kind === "view"
      ? viewActionPayload(workspace, person, at.view, { ...action, values: stateOf(at.view) })
      : messageActionPayload(workspace, person, at.message, {
          ...action,
          values: messageValues(at.message, blockId, element.action_id, state),
          responseUrl: stage.responseUrl(
            workspace.responseUrls.issue({
              person: personId,
              channel: at.message.channel,
              ts: at.message.ts,
            }),
          ),
        });
  const outcome = await send(stage, { kind: "interactive", payload });
  return outcome.kind === "acknowledged" ? outcome : fail(stage, personId, outcome.reason, TROUBLE);
}

const messageValues = (
  { blocks }: Message,
  blockId: string,
  actionId: string,
  state: JsonObject | null,
): JsonObject => stateOf({ blocks, entered: state === null ? {} : { [blockId]: { [actionId]: state } } });
