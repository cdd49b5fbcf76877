import { asObject, asObjects, asText, type JsonObject } from "../../json.ts";
import { checkCount, checkText, type Finding, join, length, noteInto } from "./finding.ts";

const EMBED_PAGE = "https://discord.com/developers/docs/resources/message#embed-object-embed-limits";
const MOST_TEXT = 6000;

export function checkEmbeds(message: JsonObject, path: string, findings: Finding[]): void {
  const note = noteInto(findings, EMBED_PAGE);
  checkCount(note, message, path, "embeds", { max: 10 });
  const embeds = asObjects(message.embeds);
  for (const [index, embed] of embeds.entries()) {
    const at = join(join(path, "embeds"), index);
    checkText(note, embed, at, "title", { max: 256 });
    checkText(note, embed, at, "description", { max: 4096 });
    checkText(note, asObject(embed.footer), join(at, "footer"), "text", { max: 2048 });
    checkText(note, asObject(embed.author), join(at, "author"), "name", { max: 256 });
    checkCount(note, embed, at, "fields", { max: 25 });
    for (const [nth, field] of asObjects(embed.fields).entries()) {
      const here = join(join(at, "fields"), nth);
      checkText(note, field, here, "name", { min: 1, max: 256 });
      checkText(note, field, here, "value", { min: 1, max: 1024 });
    }
  }
  if (embeds.reduce((sum, embed) => sum + textLength(embed), 0) > MOST_TEXT)
    note(join(path, "embeds"), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
}

const textLength = (embed: JsonObject): number =>
  [
    embed.title,
    embed.description,
    asObject(embed.footer).text,
    asObject(embed.author).name,
    ...asObjects(embed.fields).flatMap((field) => [field.name, field.value]),
  ].reduce<number>((sum, text) => sum + length(asText(text)), 0);
