import { isObject, type JsonObject } from "../json.ts";
import { type Reader, readDate, readMrkdwn } from "./mrkdwn.ts";
import type { SeenMessage, SeenView } from "./seen.ts";

/** A message or view as lines of text, the way its reader would read it out: buttons in brackets, selects in angles. */
export function readable(seen: SeenMessage | SeenView, reader: Reader): string {
  const lines = seen.blocks.flatMap((block) => blockLines(block, reader));
  if ("view" in seen) {
    const buttons = [seen.close, seen.submit].filter((word) => word !== "").map((word) => `[${word}]`);
    const errors = Object.values(seen.errors).map((error) => `!! ${error}`);
    return [...(seen.title === "" ? [] : [`== ${seen.title} ==`]), ...lines, ...errors, ...buttons].join(
      "\n",
    );
  }
  const files = seen.files.map((name) => `(file: ${name})`);
  const attached = seen.attachments.flatMap(({ blocks }) =>
    list(blocks).flatMap((block) => blockLines(block, reader)),
  );
  const text = lines.length > 0 || attached.length > 0 ? [] : [readMrkdwn(seen.text, reader)];
  return [...text, ...lines, ...attached, ...files].join("\n");
}

const list = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function blockLines(block: JsonObject, reader: Reader): readonly string[] {
  const words = (value: unknown): string => textOf(value, reader);
  const join = (values: readonly JsonObject[], by: string): string => values.map(words).join(by);
  switch (block.type) {
    case "header":
      return [`# ${words(block.text)}`];
    case "divider":
      return ["---"];
    case "alert":
      return [`! ${String(block.level ?? "default")}: ${words(block.text)}`];
    case "section": {
      const fields = list(block.fields).map((field) => `  ${words(field).replaceAll("\n", ": ")}`);
      const accessory = isObject(block.accessory) ? [words(block.accessory)] : [];
      return [...(block.text === undefined ? [] : [words(block.text)]), ...fields, ...accessory];
    }
    case "actions":
      return [join(list(block.elements), " ")];
    case "context":
      return [`· ${join(list(block.elements), " · ")}`];
    case "input":
      return [`${words(block.label)}: ${words(block.element)}`];
    case "markdown":
      return [String(block.text)];
    case "rich_text":
      return [words(block)];
    case "table":
    case "data_table":
      return rowsOf(block).map((row) => row.map(words).join(" | "));
    case "image":
      return [words(block)];
    case "container":
      return [
        `## ${words(block.title ?? block.rich_text_title)}`,
        ...list(block.child_blocks).flatMap((one) => blockLines(one, reader)),
      ];
    case "card":
      return [block.title, block.subtitle, block.body]
        .filter(isObject)
        .map(words)
        .concat(join(list(block.actions), " "));
    default:
      return [`(${String(block.type)})`];
  }
}

const rowsOf = ({ rows }: JsonObject): readonly (readonly JsonObject[])[] =>
  Array.isArray(rows) ? rows.map((row: unknown) => list(row)) : [];

/** The words of a text object, a cell, a piece of rich text or an element. */
function textOf(value: unknown, reader: Reader): string {
  if (!isObject(value)) return "";
  const inner = (): string => textOf(value.text, reader);
  switch (value.type) {
    case "mrkdwn":
      return readMrkdwn(String(value.text), reader);
    case "plain_text":
    case "raw_text":
    case "raw_number":
    case "text":
      return String(value.text);
    case "button":
    case "workflow_button":
      return `[${inner()}]`;
    case "image":
      return `(image: ${String(value.alt_text)})`;
    case "overflow":
      return list(value.options)
        .map((option) => `[${textOf(option.text, reader)}]`)
        .join(" ");
    case "checkboxes":
    case "radio_buttons":
      return list(value.options)
        .map((option) => `( ) ${textOf(option.text, reader)}`)
        .join(" ");
    case "date":
      return readDate(Number(value.timestamp) * 1000, String(value.format), reader);
    case "link":
      return typeof value.text === "string" ? `${value.text} (${String(value.url)})` : String(value.url);
    case "user":
      return `@${reader.nameOf(String(value.user_id))}`;
    case "usergroup":
      return `@${reader.nameOf(String(value.usergroup_id))}`;
    case "channel":
      return `#${reader.nameOf(String(value.channel_id))}`;
    case "broadcast":
      return `@${String(value.range)}`;
    case "emoji":
      return `:${String(value.name)}:`;
    case "rich_text_list":
      return list(value.elements)
        .map((one) => `- ${textOf(one, reader)}`)
        .join("\n");
    case "rich_text":
      return list(value.elements)
        .map((one) => textOf(one, reader))
        .join("\n");
    case "rich_text_section":
    case "rich_text_quote":
    case "rich_text_preformatted":
      return list(value.elements)
        .map((one) => textOf(one, reader))
        .join("");
    default:
      return `<${isObject(value.placeholder) ? textOf(value.placeholder, reader) : "…"}>`;
  }
}
