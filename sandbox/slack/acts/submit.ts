import { z } from "zod";
import { isObject, type JsonObject } from "../../json.ts";
import { readView } from "../drafts.ts";
import { type Interactive, interactives, stateOf } from "../elements.ts";
import type { View } from "../modals.ts";
import { closedPayload, submissionPayload } from "../payloads.ts";
import { Refusal } from "../refusal.ts";
import { type Choice, chosen, findInteractive, labelOf } from "./choose.ts";
import { type Act, fail, type Stage, send, TROUBLE } from "./stage.ts";
import { enter, offerKey } from "./use.ts";

/** Fills the open modal and submits it; inputs are named by block_id, action_id or label. */
export async function submit(
  stage: Stage,
  personId: string,
  values: Readonly<Record<string, Choice>>,
): Promise<Act> {
  const { workspace } = stage;
  const view = fill(stage, personId, openModal(stage, personId), values);
  if (!view.body.submit) throw new Error("this modal has no submit button");
  const problems = missing(view);
  if (Object.keys(problems).length > 0) {
    workspace.modals.note(view, { errors: problems });
    return { kind: "held", problems };
  }
  const person = workspace.directory.user(personId);
  const trigger = workspace.triggers.issue(personId);
  const payload = submissionPayload(workspace, person, view, stateOf(view), trigger);
  const outcome = await send(stage, { kind: "interactive", payload });
  if (outcome.kind === "failed") return fail(stage, personId, outcome.reason, TROUBLE);
  try {
    obey(stage, view, outcome.answer);
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return fail(stage, personId, error.error, TROUBLE);
    throw error;
  }
}

/** Closes the open modal with its X. */
export async function closeView(stage: Stage, personId: string): Promise<Act> {
  const { workspace } = stage;
  const view = openModal(stage, personId);
  const clears = view.body.clear_on_close === true;
  const closed = clears ? workspace.modals.clear(personId) : [view];
  if (!clears) workspace.modals.pop(personId);
  const person = workspace.directory.user(personId);
  let act: Act = { kind: "acknowledged", answer: {} };
  for (const one of closed) {
    if (one.body.notify_on_close !== true) continue;
    const payload = closedPayload(workspace, person, one, stateOf(one), clears);
    const outcome = await send(stage, { kind: "interactive", payload });
    // Nobody is told when this fails: the modal is gone.
    act = outcome.kind === "acknowledged" ? outcome : { ...outcome, text: "" };
  }
  return act;
}

function openModal({ workspace }: Stage, personId: string): View {
  const view = workspace.modals.top(personId);
  if (!view) throw new Error("no modal is open");
  return view;
}

function fill(stage: Stage, personId: string, view: View, values: Readonly<Record<string, Choice>>): View {
  let filled = view;
  for (const [name, choice] of Object.entries(values)) {
    const found = inputNamed(filled, name);
    const offered = stage.offered.get(offerKey(personId, found)) ?? [];
    const at = enter(stage, { kind: "view", view: filled }, found, chosen(found.element, choice, offered));
    if (at.kind === "view") filled = at.view;
  }
  return filled;
}

const inputNamed = (view: View, name: string): Interactive =>
  interactives(view.blocks).find(({ blockId, input }) => input !== null && blockId === name) ??
  findInteractive(view.blocks, name, ({ type }) => type !== "button");

const stateSchema = z.looseObject({
  value: z.string().nullish(),
  selected_options: z.array(z.unknown()).optional(),
});

/** What Slack's own client says before it sends anything. */
function missing(view: View): Record<string, string> {
  const values = stateOf(view);
  const problems: Record<string, string> = {};
  for (const one of interactives(view.blocks)) {
    if (!one.input) continue;
    const inBlock = values[one.blockId];
    const problem = problemOf(one, isObject(inBlock) ? inBlock[one.element.action_id] : undefined);
    if (problem !== null) problems[one.blockId] = problem;
  }
  return problems;
}

function problemOf(one: Interactive, state: unknown): string | null {
  const { element, input } = one;
  const parsed = stateSchema.safeParse(state);
  const length = parsed.success ? (parsed.data.value ?? "").length : 0;
  if (isEmpty(state))
    return input?.optional === true ? null : `Please complete this required field: ${labelOf(one)}`;
  if (element.min_length !== undefined && length > 0 && length < element.min_length)
    return `Must be at least ${element.min_length} characters`;
  if (element.max_length !== undefined && length > element.max_length)
    return `Must be at most ${element.max_length} characters`;
  return null;
}

function isEmpty(state: unknown): boolean {
  if (!isObject(state)) return true;
  return Object.entries(state)
    .filter(([key]) => key !== "type")
    .every(([, held]) => held === null || held === "" || (Array.isArray(held) && held.length === 0));
}

const responseSchema = z.discriminatedUnion("response_action", [
  z.looseObject({
    response_action: z.literal("errors"),
    errors: z.record(z.string(), z.string().min(1)).refine((errors) => Object.keys(errors).length > 0),
  }),
  z.looseObject({ response_action: z.literal("update"), view: z.unknown().optional() }),
  z.looseObject({ response_action: z.literal("push"), view: z.unknown().optional() }),
  z.looseObject({ response_action: z.literal("clear") }),
]);

/** Does what the acknowledgement says; throws a Refusal for one that real Slack would not take. */
function obey({ workspace }: Stage, view: View, answer: unknown): void {
  const { modals } = workspace;
  if (!isObject(answer) || Object.keys(answer).length === 0) {
    modals.pop(view.owner);
    return;
  }
  const parsed = responseSchema.safeParse(answer);
  if (!parsed.success) throw new Refusal("invalid_response_action");
  const response = parsed.data;
  switch (response.response_action) {
    case "errors":
      modals.note(view, { errors: knownErrors(view, response.errors) });
      return;
    case "update":
      modals.update(view, readView(response.view, "modal"));
      return;
    case "push":
      modals.push(view.owner, readView(response.view, "modal"));
      return;
    case "clear":
      modals.clear(view.owner);
      return;
  }
}

/** Errors are keyed by the block_id of an input block; anything else is refused. */
function knownErrors(
  view: View,
  errors: Readonly<Record<string, string>>,
): JsonObject & Record<string, string> {
  const known = new Set(interactives(view.blocks).flatMap(({ blockId, input }) => (input ? [blockId] : [])));
  if (Object.keys(errors).some((key) => !known.has(key))) throw new Refusal("invalid_error_block_id");
  return errors;
}
