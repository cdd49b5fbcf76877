import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asObject, asObjects, asText, isObject, type JsonObject } from "../../../../sandbox/json.ts";
import { blocksSchema } from "../../../../sandbox/slack/json.ts";
import { type Reader, readDate, readMrkdwn } from "../../../../sandbox/slack/mrkdwn.ts";
import type { SeenView } from "../../../../sandbox/slack/seen.ts";
import { close, drawn, message, NAMES, NOW, type Scene, textOf } from "./drawn.ts";

const FOLDER = new URL("../../../gallery/golden/slack/", import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

const readerOf = (language: "fr" | "en"): Reader => ({
  locale: language === "fr" ? "fr-FR" : "en-US",
  timeZone: "Europe/Paris",
  now: NOW,
  nameOf: (id) => NAMES[id] ?? id,
});

describe("golden payloads of Slack", () => {
  it("are many", () => {
    expect(files.length).toBeGreaterThan(400);
  });

  it.each(files)("shows every word of %s, and knows all of it", (name) => {
    const payload = asObject(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));
    const language = name.endsWith(".fr.json") ? "fr" : "en";
    const html = drawn({ language, ...sceneOf(payload) });
    expect(html).not.toContain("data-unknown");

    const shown = close(textOf(html));
    let at = 0;
    for (const words of visibleWords(payload.blocks, readerOf(language))) {
      const found = shown.indexOf(close(words), at);
      expect(found, `"${words}" after "${shown.slice(Math.max(0, at - 60), at)}"`).not.toBe(-1);
      at = found;
    }
  });
});

function sceneOf(payload: JsonObject): Scene {
  const blocks = blocksSchema.parse(payload.blocks);
  if (payload.type === "modal") return { modal: viewOf(payload, "modal") };
  // No channel: the home tab is what is left to show.
  if (payload.type === "home") return { places: [], home: viewOf(payload, "home") };
  return { messages: [message({ text: asText(payload.text), blocks })] };
}

const viewOf = (payload: JsonObject, type: SeenView["type"]): SeenView => ({
  view: "V1",
  type,
  title: asText(asObject(payload.title).text),
  submit: asText(asObject(payload.submit).text),
  close: asText(asObject(payload.close).text),
  blocks: blocksSchema.parse(payload.blocks),
  errors: {},
});

/** Found without any of the pane's code: every text in the payload, in its order, but for closed lists of options. */
function visibleWords(value: unknown, reader: Reader): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => visibleWords(one, reader));
  if (!isObject(value)) return [];
  const type = asText(value.type);
  if (type.endsWith("_select")) return visibleWords(value.placeholder, reader);
  switch (type) {
    case "mrkdwn":
      return [readMrkdwn(asText(value.text), reader).replace(/[*`]/g, "")];
    case "plain_text":
    case "raw_text":
    case "text":
    case "link":
      return [asText(value.text)];
    case "date":
      return [readDate(Number(value.timestamp) * 1000, asText(value.format), reader)];
    case "user":
      return [`@${reader.nameOf(asText(value.user_id))}`];
    case "input":
      return [value.label, value.element, value.hint].flatMap((one) => visibleWords(one, reader));
    case "data_table":
      return [asText(value.caption), ...visibleWords(value.rows, reader)];
    case "checkboxes":
      return asObjects(value.options).flatMap((option) => visibleWords(option, reader));
    default:
      return Object.values(value).flatMap((one) => visibleWords(one, reader));
  }
}
