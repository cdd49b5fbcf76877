import type { z } from "zod";
import { isObject, type JsonObject } from "../../json.ts";

/** What Slack answers for such a fault. Faults inside a view are answered as `invalid_arguments`. */
export type FindingCode =
  | "invalid_blocks"
  | "msg_blocks_too_long"
  | "view_too_large"
  | "no_text"
  | "missing_text_in_message"
  | "long_text_in_message";

export interface Finding {
  /** Slack refuses an error; a warning is legal today but close to a limit, or bad for screen readers. */
  readonly level: "error" | "warning";
  readonly code: FindingCode;
  /** JSON pointer from the root of the payload, as in Slack's own messages: `/blocks/0/text/text`. */
  readonly path: string;
  /** The broken rule, in Slack's own words where they are known. */
  readonly rule: string;
  /** The page that states the rule. */
  readonly source: string;
}

/** Marks an issue that is no refusal; `continue` keeps the checks of the surrounding objects running. */
export const WARNING = { warning: true } as const;

const REFERENCE = "https://docs.slack.dev/reference/block-kit";

const BLOCKS = [
  "actions",
  "alert",
  "card",
  "carousel",
  "container",
  "context",
  "context_actions",
  "data_table",
  "divider",
  "file",
  "header",
  "image",
  "input",
  "markdown",
  "plan",
  "rich_text",
  "section",
  "table",
  "task_card",
  "video",
];

const ELEMENTS = new Map([
  ["button", "button"],
  ["checkboxes", "checkboxes"],
  ["datepicker", "date-picker"],
  ["datetimepicker", "datetime-picker"],
  ["email_text_input", "email-input"],
  ["feedback_buttons", "feedback-buttons"],
  ["file_input", "file-input"],
  ["icon_button", "icon-button"],
  ["number_input", "number-input"],
  ["overflow", "overflow-menu"],
  ["plain_text_input", "plain-text-input"],
  ["radio_buttons", "radio-button-group"],
  ["rich_text_input", "rich-text-input"],
  ["timepicker", "time-picker"],
  ["url_text_input", "url-input"],
  ["url", "url-source"],
  ["workflow_button", "workflow-button"],
]);

/** The reference page of a block or element type, or null for a type that has none of its own. */
export function pageOf(type: string): string | null {
  if (BLOCKS.includes(type)) return `${REFERENCE}/blocks/${type.replaceAll("_", "-")}-block`;
  if (type === "modal" || type === "home") return "https://docs.slack.dev/reference/views";
  if (/^multi_.*_select$/.test(type)) return `${REFERENCE}/block-elements/multi-select-menu-element`;
  if (type.endsWith("_select")) return `${REFERENCE}/block-elements/select-menu-element`;
  const element = ELEMENTS.get(type);
  return element ? `${REFERENCE}/block-elements/${element}-element` : null;
}

/** Faults of shape, found by a schema; `root` is what was parsed and `base` the pointer to it. */
export function toFindings(issues: readonly z.core.$ZodIssue[], root: unknown, base: string): Finding[] {
  return issues.map((issue) => ({
    level: issue.code === "custom" && issue.params?.warning === true ? "warning" : "error",
    code: "invalid_blocks",
    path: base + pointer(issue.path),
    rule: issue.message,
    source: nearestPage(root, issue.path),
  }));
}

export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function nearestPage(root: unknown, path: readonly PropertyKey[]): string {
  let page = `${REFERENCE}/blocks`;
  let at: unknown = root;
  for (const part of [...path, null]) {
    if (isObject(at)) page = pageOfObject(at) ?? page;
    if (part === null) break;
    at = child(at, part);
  }
  return page;
}

const pageOfObject = (value: JsonObject): string | null =>
  typeof value.type === "string" ? pageOf(value.type) : null;

function child(value: unknown, part: PropertyKey): unknown {
  if (Array.isArray(value)) return value[Number(part)];
  return isObject(value) ? value[String(part)] : undefined;
}

/** The words of a fault that the schema itself has none for. */
export function explain(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "unrecognized_keys") return `invalid additional property: ${issue.keys.join(", ")}`;
  if (issue.input === undefined) return `missing required field: ${String(issue.path?.at(-1) ?? "")}`;
  if (issue.code === "too_big")
    return issue.origin === "array"
      ? `no more than ${issue.maximum} items allowed`
      : `must be at most ${issue.maximum}`;
  if (issue.code === "too_small")
    return issue.origin === "array"
      ? `must provide at least ${issue.minimum} item(s)`
      : `must be at least ${issue.minimum}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return `must be a valid ${issue.expected}`;
  return "is not valid";
}
