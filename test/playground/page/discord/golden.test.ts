import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { discordWords } from "../../../../sandbox/discord/words.ts";
import { asObject, asObjects, asText, isObject, type JsonObject } from "../../../../sandbox/json.ts";
import { ALICE, drawPane, message, NOW, readable, squeezed } from "./drawn.ts";

const FOLDER = "test/gallery/golden/discord";
const READER = { locale: "fr", timeZone: ALICE.timeZone, now: NOW };

const payloads = readdirSync(FOLDER).map((file) => ({
  file,
  payload: asObject(JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"))),
}));

function draw(payload: JsonObject): string {
  if (typeof payload.title !== "string") return drawPane({ messages: [message(payload)] });
  const discordModal = {
    customId: asText(payload.custom_id),
    title: payload.title,
    text: "",
    inputs: [],
    components: asObjects(payload.components),
  };
  return drawPane({ single: { discordModal } });
}

/** Every text of a payload that a person sees without opening a list. */
function* shownTexts(component: JsonObject): Generator<string> {
  if (component.type === 10) yield withoutMarkup(asText(component.content));
  for (const key of ["title", "label", "description", "placeholder"])
    if (typeof component[key] === "string") yield component[key];
  const inner = component.type === 3 ? [] : asObjects(component.options);
  for (const one of [...asObjects(component.components), ...[component.component].filter(isObject), ...inner])
    yield* shownTexts(one);
}

/** As a person reads it; the marks that the bot uses are gone. */
const withoutMarkup = (content: string): string =>
  discordWords(
    content
      .replace(/^(### |-# |> )/gm, "")
      .replace(/(?<!\\)(\*\*|`)/g, "")
      .replace(/(?<!\\)\[([^\]]*)\]\(<[^>]*>\)/g, "$1"),
    READER,
    (id) => id,
  );

describe("everything that the bot sends", () => {
  it("is there to be drawn, messages and forms", () => {
    expect(payloads.length).toBeGreaterThan(350);
    expect(payloads.filter(({ payload }) => "title" in payload).length).toBeGreaterThan(6);
  });

  it.each(payloads)("is drawn without an unknown part, and no word of it is lost: $file", ({ payload }) => {
    const html = draw(payload);
    expect(html.includes("data-unknown")).toBe(false);
    const words = readable(html);
    const texts = [...shownTexts(payload)];
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map(squeezed).filter((text) => !words.includes(text))).toEqual([]);
  });
});
