import { asNumber, asObject, asObjects, asText, isObject } from "../../json.ts";
import { checkCount, checkText, type Finding, join, length, noteInto } from "./finding.ts";
import { EPHEMERAL, judgeMessage, type MessageContext } from "./message.ts";
import { judgeModal } from "./modal.ts";

const CALLBACK_PAGE =
  "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type";

const PONG = 1;
export const REPLY = 4;
export const DEFER_REPLY = 5;
export const DEFER_UPDATE = 6;
export const UPDATE = 7;
export const CHOICES = 8;
export const MODAL = 9;
const KNOWN = new Set([PONG, REPLY, DEFER_REPLY, DEFER_UPDATE, UPDATE, CHOICES, MODAL, 10, 12]);

/** What Discord would refuse in the first answer to an interaction. `context` is of the message the answer edits. */
export function judgeCallback(body: unknown, context: MessageContext = {}): Finding[] {
  const findings: Finding[] = [];
  const note = noteInto(findings, CALLBACK_PAGE);
  const { type, data } = asObject(body);
  switch (type) {
    case REPLY:
      if (!isObject(data)) note("data", "BASE_TYPE_REQUIRED", "This field is required");
      else findings.push(...judgeMessage(data, "create", { ...context, path: "data" }));
      break;
    case DEFER_REPLY:
      if ((asNumber(asObject(data).flags, 0) & ~EPHEMERAL) !== 0)
        note("data.flags", "INTERACTION_DEFER_FLAGS", "A deferred reply takes no flag but EPHEMERAL (64)");
      break;
    case UPDATE:
      findings.push(...judgeMessage(data, "edit", { ...context, path: "data" }));
      break;
    case CHOICES:
      findings.push(...judgeChoices(data));
      break;
    case MODAL:
      findings.push(...judgeModal(data, "data"));
      break;
  }
  if (typeof type !== "number" || !KNOWN.has(type))
    note("type", "BASE_TYPE_CHOICES", "Value must be one of {1, 4, 5, 6, 7, 8, 9, 10, 12}.");
  return findings;
}

function judgeChoices(data: unknown): Finding[] {
  const findings: Finding[] = [];
  const note = noteInto(findings, CALLBACK_PAGE);
  const body = asObject(data);
  checkCount(note, body, "data", "choices", { max: 25 });
  for (const [index, choice] of asObjects(body.choices).entries()) {
    const at = join("data.choices", index);
    checkText(note, choice, at, "name", { min: 1, max: 100 });
    if (typeof choice.value === "string" && length(asText(choice.value)) > 100)
      note(join(at, "value"), "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
  }
  return findings;
}
