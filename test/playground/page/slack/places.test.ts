import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { asObject } from "../../../../sandbox/json.ts";
import { firstShown, MESSAGES_TAB_IS_READ_ONLY } from "../../../../sandbox/playground/page/slack/places.ts";
import type { SlackPlace } from "../../../../sandbox/playground/protocol.ts";
import { drawn, textOf } from "./drawn.ts";

const place = (id: string, name: string, parts: Partial<SlackPlace> = {}): SlackPlace => ({
  id,
  name,
  kind: "public",
  botIsIn: true,
  archived: false,
  ...parts,
});
const DIRECT = place("D1", "", { kind: "im" });
const GENERAL = place("C1", "general");
const OPS = place("C2", "ops");

describe("the places of Slack's pane", () => {
  it("begin at #ops, or else at the first channel, or at the app's home", () => {
    expect(firstShown([DIRECT, GENERAL, OPS])).toEqual({ kind: "channel", id: "C2" });
    expect(firstShown([DIRECT, GENERAL])).toEqual({ kind: "channel", id: "C1" });
    expect(firstShown([DIRECT])).toEqual({ kind: "app", tab: "home" });
  });

  it("say what is private, archived, or without the app", () => {
    const words = textOf(
      drawn({
        places: [
          OPS,
          place("C3", "secret", { kind: "private", botIsIn: false }),
          place("C4", "attic", { archived: true }),
          DIRECT,
        ],
      }),
    );
    expect(words).toContain("secret private the app is not in this channel");
    expect(words).toContain("attic archived");
    expect(words).toContain("Appslastcall");
  });

  it("have no message box in an archived channel", () => {
    const html = drawn({ places: [place("C4", "attic", { archived: true })] });
    expect(html).not.toContain("<textarea");
    expect(textOf(html)).toContain("You are viewing #attic, an archived channel.");
    expect(drawn({ places: [OPS] })).toContain("<textarea");
  });

  it("let nobody write to the app, as the manifest has it", () => {
    const manifest = asObject(
      parse(readFileSync(new URL("../../../../manifest.yml", import.meta.url), "utf8")),
    );
    const { app_home } = asObject(manifest.features);
    expect(asObject(app_home).messages_tab_read_only_enabled).toBe(MESSAGES_TAB_IS_READ_ONLY);
  });
});
