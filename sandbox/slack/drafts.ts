import { z } from "zod";
import { isObject, type JsonObject } from "../json.ts";
import { blocksSchema, parseJson } from "./json.ts";
import type { Finding } from "./lint/finding.ts";
import { lintMessage } from "./lint/message.ts";
import { lintHome, lintView } from "./lint/view.ts";
import type { Content } from "./messages.ts";
import type { ViewDraft } from "./modals.ts";
import { Refusal } from "./refusal.ts";

/** https://docs.slack.dev/reference/methods/chat.postMessage: what is longer is cut off. */
const TEXT_KEPT = 40_000;

export interface ReadContent extends Content {
  /** Codes for `response_metadata.warnings`. */
  readonly warnings: readonly string[];
}

const attachmentsSchema = z.array(z.record(z.string(), z.unknown()));

/** Text, blocks and attachments of a message as the app sent it; throws a Refusal with the path of what is wrong. */
export function readContent(args: JsonObject): ReadContent {
  const blocks = nested(args.blocks, "invalid_blocks_format");
  const attachments = nested(args.attachments, "invalid_attachments");
  const findings = lintMessage({ text: args.text, blocks, attachments });
  const fatal = findings.find(({ level }) => level === "error");
  if (fatal?.code === "invalid_blocks" && fatal.path.startsWith("/attachments"))
    throw refusal("invalid_attachments", findings);
  if (fatal) throw refusal(fatal.code, findings);
  return {
    text: (typeof args.text === "string" ? args.text : "").slice(0, TEXT_KEPT),
    blocks: blocksSchema.parse(blocks ?? []),
    attachments: attachmentsSchema.parse(attachments ?? []),
    warnings: findings.filter(({ code }) => code === "missing_text_in_message").map(({ code }) => code),
  };
}

/** A view as the app sent it; throws invalid_arguments with the path, as Slack does for views. */
export function readView(raw: unknown, type: "modal" | "home"): ViewDraft {
  const view = nested(raw, "invalid_arguments");
  const findings = type === "modal" ? lintView(view) : lintHome(view);
  const fatal = findings.find(({ level }) => level === "error");
  if (fatal)
    throw refusal(fatal.code === "view_too_large" ? "view_too_large" : "invalid_arguments", findings);
  if (!isObject(view)) throw new Refusal("invalid_arguments");
  const { blocks, ...body } = view;
  return { type, body, blocks: blocksSchema.parse(blocks) };
}

/** The shape of real refusals: https://github.com/adobe/spacecat-api-service/issues/176 */
function refusal(error: string, findings: readonly Finding[]): Refusal {
  const errors = findings
    .filter(({ level }) => level === "error")
    .map(({ rule, path }) => `${rule} [json-pointer:${path}]`);
  return new Refusal(error, {
    errors,
    response_metadata: { messages: errors.map((one) => `[ERROR] ${one}`) },
  });
}

/** A nested value: JSON in a string when it came in a form. */
function nested(value: unknown, error: string): unknown {
  if (typeof value !== "string") return value;
  const parsed = parseJson(value);
  if (parsed === undefined) throw new Refusal(error);
  return parsed;
}
