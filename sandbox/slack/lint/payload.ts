import { isObject, type JsonObject } from "../../json.ts";
import { type Finding, type FindingCode, pageOf, pointer } from "./finding.ts";

export type Surface = "message" | "modal" | "home";

/**
 * Where a type must not stand. From docs.slack.dev/blocks.json and live tests as of September 2026; `alert` is allowed in
 * messages by one of Slack's own templates and forbidden by the table, so it stays out until somebody has seen it work.
 */
const NOT_IN: ReadonlyMap<string, readonly Surface[]> = new Map([
  ["alert", ["message", "home"]],
  ["card", ["modal"]],
  ["carousel", ["modal"]],
  ["container", ["modal"]],
  ["context_actions", ["modal", "home"]],
  ["data_table", ["modal", "home"]],
  ["table", ["modal", "home"]],
  ["markdown", ["modal", "home"]],
  ["task_card", ["modal", "home"]],
  ["plan", ["modal", "home"]],
  ["datetimepicker", ["home"]],
  ["email_text_input", ["message", "home"]],
  ["url_text_input", ["message", "home"]],
  ["number_input", ["message", "home"]],
  ["file_input", ["message", "home"]],
]);

const MARKDOWN_TOTAL = 12_000;
/** Refusals were reported at 13 200 to 13 297 characters: https://github.com/slackapi/bolt-js/issues/2509 */
const TOTAL_LIMIT = 13_200;
const TOTAL_WARNING = 13_000;
/** The true cap of a data_table is unpublished. */
const DATA_TABLE_BUDGET = 10_000;

interface Found {
  readonly path: string;
  readonly value: JsonObject;
  readonly type: string;
  /** The nearest block around it, itself when it is one. */
  readonly block: string;
}

/** Rules that no single object can be judged by: ids, counts and sums over a whole payload. */
export function lintPayload(blocks: readonly unknown[], surface: Surface, base: string): Finding[] {
  const all = blocks.flatMap((block, index) => everyObject(block, `${base}/${index}`, `${base}/${index}`));
  return [
    ...misplaced(all, surface),
    ...duplicates(all, "block_id", () => "", "block_id must be unique in a payload"),
    ...duplicates(all, "action_id", (found) => found.block, "action_id must be unique in a block"),
    ...surplus(
      all,
      (found) => found.type === "table" || found.type === "data_table",
      "only_one_table_allowed",
    ),
    ...surplus(all, (found) => found.value.focus_on_load === true, "only one focus_on_load in a view"),
    ...sums(blocks, all, base),
  ];
}

function everyObject(value: unknown, path: string, block: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => everyObject(one, `${path}/${index}`, block));
  if (!isObject(value)) return [];
  const type = typeof value.type === "string" ? value.type : "";
  return [
    { path, value, type, block },
    ...Object.entries(value).flatMap(([key, inner]) => {
      const nested = key === "child_blocks" && Array.isArray(inner);
      if (!nested) return everyObject(inner, path + pointer([key]), block);
      return inner.flatMap((one, index) => {
        const at = `${path}/child_blocks/${index}`;
        return everyObject(one, at, at);
      });
    }),
  ];
}

const finding = (
  path: string,
  rule: string,
  type: string,
  level: Finding["level"] = "error",
  code: FindingCode = "invalid_blocks",
): Finding => ({
  level,
  code,
  path,
  rule,
  source: pageOf(type) ?? "https://docs.slack.dev/reference/block-kit/blocks",
});

const misplaced = (all: readonly Found[], surface: Surface): Finding[] =>
  all
    .filter(({ type }) => NOT_IN.get(type)?.includes(surface))
    .map(({ path, type }) => finding(path, `${type} is not allowed in a ${surface}`, type));

function duplicates(
  all: readonly Found[],
  key: "block_id" | "action_id",
  within: (found: Found) => string,
  rule: string,
): Finding[] {
  const seen = new Set<string>();
  return all.flatMap((found) => {
    const id = found.value[key];
    if (typeof id !== "string") return [];
    const name = `${within(found)} ${id}`;
    if (seen.has(name)) return [finding(`${found.path}/${key}`, rule, found.type)];
    seen.add(name);
    return [];
  });
}

const surplus = (all: readonly Found[], is: (found: Found) => boolean, rule: string): Finding[] =>
  all
    .filter(is)
    .slice(1)
    .map(({ path, type }) => finding(path, rule, type));

function sums(blocks: readonly unknown[], all: readonly Found[], base: string): Finding[] {
  const found: Finding[] = [];
  const markdown = textLength(all.filter(({ type }) => type === "markdown").map(({ value }) => value));
  if (markdown > MARKDOWN_TOTAL)
    found.push(finding(base, `markdown blocks hold ${markdown} characters, 12000 are allowed`, "markdown"));
  for (const { value, path } of all.filter(({ type }) => type === "data_table")) {
    const length = textLength(value);
    if (length > DATA_TABLE_BUDGET)
      found.push(finding(path, `${length} characters in a data_table`, "data_table", "warning"));
  }
  const total = textLength(blocks);
  if (total > TOTAL_LIMIT)
    found.push(finding(base, `blocks hold ${total} characters`, "", "error", "msg_blocks_too_long"));
  else if (total > TOTAL_WARNING)
    found.push(finding(base, `blocks hold ${total} characters, near 13200`, "", "warning"));
  return found;
}

/** Characters of everything that a reader reads. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === "text" && typeof inner === "string" ? inner.length : textLength(inner)),
    0,
  );
}
