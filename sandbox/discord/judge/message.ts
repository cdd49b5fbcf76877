import { asList, asNumber, asObject, asObjects, asText, isObject, type JsonObject } from "../../json.ts";
import {
  ACTION_ROW,
  checkComponents,
  LABEL,
  type Placed,
  placedComponents,
  SECTION,
  TEXT_DISPLAY,
} from "./components.ts";
import { checkEmbeds } from "./embeds.ts";
import { checkCount, checkText, type Finding, join, length, type Note, noteInto } from "./finding.ts";

export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;
export const IS_COMPONENTS_V2 = 1 << 15;

const MESSAGE_PAGE = "https://discord.com/developers/docs/resources/message#create-message";
const COMPONENT_PAGE = "https://discord.com/developers/docs/components/reference";
const V2_PAGE = "https://discord.com/developers/docs/components/overview";
const MENTIONS_PAGE = "https://discord.com/developers/docs/resources/message#allowed-mentions-object";

const MOST_ROWS = 5;
const MOST_COMPONENTS = 40;
const MOST_V2_TEXT = 4000;

/** Which rules apply: a new message must hold something, an edited one may be emptied of some of its parts. */
export type MessageUse = "create" | "edit";

export interface MessageContext {
  /** Where the message stands in the body, as `data` in a callback. */
  readonly path?: string;
  /** The flags that the message has already; V2 once set stays set. */
  readonly flags?: number;
  /** Files that came beside the JSON. */
  readonly files?: number;
}

/** What Discord would refuse in the body of a message, by the rules that its OpenAPI document does not hold,
 *  and by the plain limits too, so that it judges without that document. */
export function judgeMessage(body: unknown, use: MessageUse, context: MessageContext = {}): Finding[] {
  const findings: Finding[] = [];
  const { path = "", flags = 0 } = context;
  const message = asObject(body);
  const all = [...placedComponents(message, path)];
  const v2 = ((asNumber(message.flags, 0) | flags) & IS_COMPONENTS_V2) !== 0;
  const note = noteInto(findings, MESSAGE_PAGE);
  checkText(note, message, path, "content", { max: 2000 });
  if ("ephemeral" in message)
    note(join(path, "ephemeral"), "UNKNOWN_FIELD", "ephemeral is a flag (64), not a field");
  if (message.flags !== undefined && message.flags !== null && typeof message.flags !== "number")
    note(join(path, "flags"), "NUMBER_TYPE_COERCE", "Value is not int.");
  if (use === "create" && isEmpty(message, context))
    note(path, "EMPTY_MESSAGE", "Cannot send an empty message");
  checkComponents(all, noteInto(findings, COMPONENT_PAGE));
  checkLayout(message, all, v2, path, noteInto(findings, V2_PAGE));
  checkEmbeds(message, path, findings);
  checkMentions(message, path, noteInto(findings, MENTIONS_PAGE));
  return findings;
}

const isEmpty = (message: JsonObject, { files = 0 }: MessageContext): boolean =>
  asText(message.content) === "" &&
  files === 0 &&
  !isObject(message.poll) &&
  ["embeds", "components", "attachments", "sticker_ids"].every((key) => asList(message[key]).length === 0);

function checkLayout(
  message: JsonObject,
  all: readonly Placed[],
  v2: boolean,
  path: string,
  note: Note,
): void {
  if (all.length > MOST_COMPONENTS)
    note(
      join(path, "components"),
      "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
      "The maximum total number of components is 40",
    );
  if (v2) {
    checkV2(message, all, path, note);
    return;
  }
  checkCount(note, message, path, "components", { max: MOST_ROWS });
  for (const { component, path: at } of all) {
    const type = asNumber(component.type, 0);
    if (type >= SECTION && type !== LABEL)
      note(join(at, "type"), "UNION_TYPE_CHOICES", "This component needs the flag IS_COMPONENTS_V2");
  }
  for (const [index, top] of asObjects(message.components).entries()) {
    if (asNumber(top.type, 0) > ACTION_ROW && asNumber(top.type, 0) < SECTION)
      note(
        join(join(path, "components"), index),
        "UNION_TYPE_CHOICES",
        "Only action rows stand at the top level",
      );
  }
}

function checkV2(message: JsonObject, all: readonly Placed[], path: string, note: Note): void {
  for (const key of ["content", "embeds", "poll", "sticker_ids"]) {
    const value = message[key];
    if (asText(value) !== "" || asList(value).length > 0 || isObject(value))
      note(
        join(path, key),
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
  const texts = all.filter(({ component }) => component.type === TEXT_DISPLAY);
  const sum = texts.reduce((total, { component }) => total + length(asText(component.content)), 0);
  if (sum > MOST_V2_TEXT)
    note(
      join(path, "components"),
      "COMPONENT_TEXT_LENGTH_EXCEEDED",
      "The texts are longer than 4000 together",
    );
  for (const [index, top] of asObjects(message.components).entries()) {
    const type = asNumber(top.type, 0);
    if (type > ACTION_ROW && type < SECTION)
      note(
        join(join(path, "components"), index),
        "UNION_TYPE_CHOICES",
        "This component must stand in a row or a section",
      );
  }
}

function checkMentions(message: JsonObject, path: string, note: Note): void {
  const mentions = asObject(message.allowed_mentions);
  const at = join(path, "allowed_mentions");
  const parsed = asList(mentions.parse);
  for (const [index, kind] of parsed.entries()) {
    if (kind !== "users" && kind !== "roles" && kind !== "everyone")
      note(
        join(join(at, "parse"), index),
        "BASE_TYPE_CHOICES",
        "Value must be one of {'roles', 'users', 'everyone'}.",
      );
  }
  for (const kind of ["users", "roles"]) {
    checkCount(note, mentions, at, kind, { max: 100 });
    if (parsed.includes(kind) && asList(mentions[kind]).length > 0)
      note(
        at,
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}
