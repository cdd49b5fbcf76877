import { Buffer } from "node:buffer";
import { z } from "zod";
import { isObject } from "../../json.ts";
import { blockList } from "./blocks.ts";
import { explain, type Finding, toFindings } from "./finding.ts";
import { lintPayload } from "./payload.ts";
import { chars, plainText } from "./text.ts";

/** https://docs.slack.dev/reference/views */
const VIEW_BYTES = 250_000;

const view = {
  blocks: blockList(100),
  private_metadata: chars(3000, 0).optional(),
  callback_id: chars(255, 0).optional(),
  external_id: chars(255, 0).optional(),
};

const modalSchema = z
  .strictObject({
    type: z.literal("modal"),
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...view,
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== "input"),
    "`submit` is required when a view holds an input block",
  );

const homeSchema = z.strictObject({ type: z.literal("home"), ...view });

/** Judges a modal; paths start at `/view`, as in Slack's answers. */
export const lintView = (payload: unknown): Finding[] => lint(payload, modalSchema, "modal");

/** Judges a home tab. */
export const lintHome = (payload: unknown): Finding[] => lint(payload, homeSchema, "home");

function lint(payload: unknown, schema: z.ZodType, surface: "modal" | "home"): Finding[] {
  const parsed = schema.safeParse(payload, { error: explain });
  const blocks = isObject(payload) ? payload.blocks : undefined;
  return [
    ...(parsed.success ? [] : toFindings(parsed.error.issues, payload, "/view")),
    ...(Array.isArray(blocks) ? lintPayload(blocks, surface, "/view/blocks").filter(counts) : []),
    ...tooLarge(payload),
  ];
}

/** The sum over all blocks is a limit of messages; a view has one in bytes. */
const counts = (finding: Finding): boolean => !finding.rule.startsWith("blocks hold");

function tooLarge(payload: unknown): Finding[] {
  const bytes = Buffer.byteLength(JSON.stringify(payload) ?? "");
  if (bytes <= VIEW_BYTES) return [];
  return [
    {
      level: "error",
      code: "view_too_large",
      path: "/view",
      rule: `${bytes} bytes, 250000 are allowed`,
      source: "https://docs.slack.dev/reference/views",
    },
  ];
}
