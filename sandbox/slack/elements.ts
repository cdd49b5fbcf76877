import { z } from "zod";
import type { JsonObject } from "../json.ts";
import type { WireBlock } from "./json.ts";
import type { View } from "./modals.ts";

const textSchema = z.looseObject({ type: z.string(), text: z.string() });
const optionSchema = z.looseObject({ text: textSchema, value: z.string().optional() });
export type Option = z.output<typeof optionSchema>;

const elementSchema = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  text: textSchema.optional(),
  value: z.string().optional(),
  url: z.string().optional(),
  style: z.string().optional(),
  options: z.array(optionSchema).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(optionSchema) })).optional(),
  initial_option: optionSchema.optional(),
  initial_options: z.array(optionSchema).optional(),
  initial_value: z.unknown().optional(),
  min_query_length: z.number().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
});
export type Element = z.output<typeof elementSchema>;

/** Something in a message or view that a person can use. */
export interface Interactive {
  readonly blockId: string;
  readonly element: Element;
  /** The input block around it, or null. */
  readonly input: { readonly label: string; readonly optional: boolean; readonly dispatches: boolean } | null;
}

const inputSchema = z.looseObject({
  label: textSchema,
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

/** Everything usable in these blocks, in reading order. */
export function interactives(blocks: readonly unknown[]): readonly Interactive[] {
  return blocks.flatMap((raw) => {
    const block = blockSchema.safeParse(raw);
    return block.success ? inBlock(block.data) : [];
  });
}

const blockSchema = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
  elements: z.array(z.unknown()).optional(),
  actions: z.array(z.unknown()).optional(),
  child_blocks: z.array(z.unknown()).optional(),
});

function inBlock(block: z.output<typeof blockSchema>): readonly Interactive[] {
  if (block.child_blocks) return interactives(block.child_blocks);
  if (block.type === "carousel") return interactives(block.elements ?? []);
  const parsedInput = block.type === "input" ? inputSchema.safeParse(block) : undefined;
  const input = parsedInput?.success
    ? {
        label: parsedInput.data.label.text,
        optional: parsedInput.data.optional ?? false,
        dispatches: parsedInput.data.dispatch_action ?? false,
      }
    : null;
  const candidates = [block.accessory, block.element, ...(block.elements ?? []), ...(block.actions ?? [])];
  return candidates.flatMap((candidate) => {
    const element = elementSchema.safeParse(candidate);
    return element.success ? [{ blockId: block.block_id ?? "", element: element.data, input }] : [];
  });
}

/** All options of a select, those in groups too. */
export const optionsOf = (element: Element): readonly Option[] => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap(({ options }) => options),
];

/** What an element holds before anybody has touched it, in the shape of `state.values`. */
function initialState(element: Element): JsonObject {
  const { type } = element;
  switch (type) {
    case "checkboxes":
    case "multi_static_select":
    case "multi_external_select":
      return { type, selected_options: element.initial_options ?? [] };
    case "radio_buttons":
    case "static_select":
    case "external_select":
      return { type, selected_option: element.initial_option ?? null };
    case "datepicker":
      return { type, selected_date: element.initial_date ?? null };
    case "timepicker":
      return { type, selected_time: element.initial_time ?? null };
    case "datetimepicker":
      return { type, selected_date_time: element.initial_date_time ?? null };
    case "users_select":
      return { type, selected_user: element.initial_user ?? null };
    case "conversations_select":
      return { type, selected_conversation: element.initial_conversation ?? null };
    case "channels_select":
      return { type, selected_channel: element.initial_channel ?? null };
    case "rich_text_input":
      return { type, rich_text_value: element.initial_value ?? null };
    default:
      return { type, value: element.initial_value ?? null };
  }
}

const HOLDS_STATE = /^(checkboxes|radio_buttons|datepicker|timepicker|datetimepicker|.*_select|.*_input)$/;

/** `state.values` of a view or message: what was entered, or else what stood there at the start. */
export function stateOf({
  blocks,
  entered,
}: {
  blocks: readonly WireBlock[];
  entered: View["entered"];
}): JsonObject {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const { blockId, element } of interactives(blocks)) {
    if (!HOLDS_STATE.test(element.type)) continue;
    const inBlockValues = values[blockId] ?? {};
    inBlockValues[element.action_id] = entered[blockId]?.[element.action_id] ?? initialState(element);
    values[blockId] = inBlockValues;
  }
  return values;
}
