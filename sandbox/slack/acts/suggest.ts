import { z } from "zod";
import { type Option, stateOf } from "../elements.ts";
import { lintOptions } from "../lint/message.ts";
import { suggestionPayload } from "../payloads.ts";
import type { Place } from "../seen.ts";
import { type ElementRef, findInteractive } from "./choose.ts";
import { type Act, fail, type Stage, send } from "./stage.ts";
import { blocksOf, locate, offerKey } from "./use.ts";

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element: three characters unless said otherwise. */
const DEFAULT_QUERY_LENGTH = 3;

export type Suggestions =
  | { readonly kind: "offered"; readonly options: readonly Option[] }
  /** Fewer characters than the element wants: nothing is asked. */
  | { readonly kind: "too short" }
  | Extract<Act, { kind: "failed" }>;

const option = z.looseObject({
  text: z.looseObject({ type: z.string(), text: z.string() }),
  value: z.string().optional(),
});
const answerSchema = z.looseObject({
  options: z.array(option).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(option) })).optional(),
});

/** Types into an external select; `select` may then pick what was offered. */
export async function suggest(
  stage: Stage,
  personId: string,
  place: Place,
  name: string | ElementRef,
  typed: string,
): Promise<Suggestions> {
  const { workspace } = stage;
  const at = locate(stage, personId, place);
  const found = findInteractive(blocksOf(at), name, ({ type }) => type.endsWith("external_select"));
  if (typed.length < (found.element.min_query_length ?? DEFAULT_QUERY_LENGTH)) return { kind: "too short" };

  const person = workspace.directory.user(personId);
  const query = { actionId: found.element.action_id, blockId: found.blockId, typed };
  const where = at.kind === "view" ? { view: at.view, values: stateOf(at.view) } : { message: at.message };
  const payload = suggestionPayload(workspace, person, where, query);
  const outcome = await send(stage, { kind: "interactive", payload });
  const options = outcome.kind === "acknowledged" ? readOptions(outcome.answer) : undefined;
  if (!options) {
    const reason = outcome.kind === "failed" ? outcome.reason : "invalid_options";
    const failed = fail(stage, personId, reason, "The options could not be loaded.");
    return failed.kind === "failed" ? failed : { kind: "too short" };
  }
  stage.offered.set(offerKey(personId, found), options);
  return { kind: "offered", options };
}

function readOptions(answer: unknown): readonly Option[] | undefined {
  if (lintOptions(answer).some(({ level }) => level === "error")) return undefined;
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return undefined;
  const { options = [], option_groups = [] } = parsed.data;
  return [...options, ...option_groups.flatMap((group) => group.options)];
}
