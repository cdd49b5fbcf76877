import { isObject } from "../../json.ts";
import { blockList } from "./blocks.ts";
import { explain, type Finding, type FindingCode, toFindings } from "./finding.ts";
import { optionsAnswer } from "./options.ts";
import { lintPayload } from "./payload.ts";

/** https://docs.slack.dev/reference/methods/chat.postMessage: 4 000 characters are advised, 40 000 are kept. */
const TEXT_ADVICE = 4000;
const messageBlocks = blockList(50);

/** Judges the arguments of `chat.postMessage` and its kin, or the body for a `response_url`: their text and blocks. */
export function lintMessage(payload: unknown): Finding[] {
  if (!isObject(payload)) return [textFinding("error", "no_text", "", "must be an object")];
  const { text, blocks, attachments } = payload;
  return [
    ...lintText(text, blocks !== undefined || attachments !== undefined),
    ...(blocks === undefined ? [] : lintBlocks(blocks, "/blocks")),
    ...lintAttachments(attachments),
  ];
}

/** Judges what a block_suggestion is answered with. */
export function lintOptions(answer: unknown): Finding[] {
  const parsed = optionsAnswer.safeParse(answer, { error: explain });
  return parsed.success ? [] : toFindings(parsed.error.issues, { type: "external_select" }, "");
}

function lintBlocks(blocks: unknown, base: string): Finding[] {
  const parsed = messageBlocks.safeParse(blocks, { error: explain });
  return [
    ...(parsed.success ? [] : toFindings(parsed.error.issues, blocks, base)),
    ...(Array.isArray(blocks) ? lintPayload(blocks, "message", base) : []),
  ];
}

function lintAttachments(attachments: unknown): Finding[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((one: unknown, index) =>
    isObject(one) && one.blocks !== undefined ? lintBlocks(one.blocks, `/attachments/${index}/blocks`) : [],
  );
}

function lintText(text: unknown, hasMore: boolean): Finding[] {
  const length = typeof text === "string" ? text.length : 0;
  if (length === 0 && !hasMore) return [textFinding("error", "no_text", "/text", "no text and no blocks")];
  if (length === 0)
    return [
      textFinding("warning", "missing_text_in_message", "/text", "blocks need a text for notifications"),
    ];
  if (length > TEXT_ADVICE)
    return [
      textFinding("warning", "long_text_in_message", "/text", `${length} characters, 4000 are advised`),
    ];
  return [];
}

const textFinding = (level: Finding["level"], code: FindingCode, path: string, rule: string): Finding => ({
  level,
  code,
  path,
  rule,
  source: "https://docs.slack.dev/reference/methods/chat.postMessage",
});
