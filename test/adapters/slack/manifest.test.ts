import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { COMMAND, COMMAND_SCOPES, EVENTS, METHODS } from "../../../adapters/slack/uses.ts";
import { createSandboxClock } from "../../../sandbox/clock.ts";
import { createSlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { APP } from "../../../sandbox/slack/world.ts";
import { conformanceFound, ifFound, readConformance } from "../../conformance.ts";
import { REFUSED_BY_TYPES, TYPED_MANIFEST } from "./manifest.ts";

const file: unknown = parse(readFileSync(new URL("../../../manifest.yml", import.meta.url), "utf8"));
const manifest = z
  .object({
    features: z.object({
      app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
      slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
    }),
  })
  .parse(file);

const scopes = manifest.oauth_config.scopes.bot;
const events = manifest.settings.event_subscriptions.bot_events;
const usedScopes = new Set<string>([
  ...COMMAND_SCOPES,
  ...Object.values(METHODS).flat(),
  ...Object.values(EVENTS).flat(),
]);

describe("manifest.yml", () => {
  it("grants every scope that the code uses, and no other", () => {
    expect([...scopes].sort()).toEqual([...usedScopes].sort());
  });

  it("subscribes to every event that the code hears, and to no other", () => {
    expect([...events].sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it("installs the one command, typed text unescaped", () => {
    expect(manifest.features.slash_commands).toEqual([
      expect.objectContaining({ command: COMMAND, should_escape: false }),
    ]);
  });

  it("switches on what the code needs: Home, direct messages, interactivity", () => {
    expect(manifest.features.app_home).toEqual({ home_tab_enabled: true, messages_tab_enabled: true });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it("asks for nothing that reads messages or acts beyond the channels it is invited to", () => {
    expect(scopes.filter((scope) => /history|public|write\.|email|admin|^im:|files/.test(scope))).toEqual([]);
  });

  it("fits the types of Slack's SDK", () => {
    expect(file).toMatchObject(TYPED_MANIFEST);
    // What the types refuse stands beside it, under `@ts-expect-error`.
    expect(REFUSED_BY_TYPES).toHaveLength(2);
  });

  it("installs the command that the stand-in offers", () => {
    const { command, description, usageHint } = APP.command;
    expect(file).toMatchObject({
      features: { slash_commands: [{ command, description, usage_hint: usageHint }] },
    });
  });

  it("is enough for every method of the code in the stand-in", async () => {
    const clock = createSandboxClock({ start: 1_800_000_000_000, frozen: true });
    const sandbox = await createSlackSandbox({ clock, scopes });
    for (const method of Object.keys(METHODS)) {
      const answer = await fetch(`${sandbox.apiUrl}${method}`, {
        method: "POST",
        headers: { authorization: `Bearer ${sandbox.botToken}` },
      });
      const { error } = z.object({ error: z.string().optional() }).parse(await answer.json());
      expect(`${method}: ${error}`).not.toMatch(/missing_scope|unknown_method/);
    }
    await sandbox.close();
  });
});

describe("manifest.yml and Slack's schema", () => {
  it.skipIf(!conformanceFound)(
    ifFound("is accepted by Slack's manifest schema, which refuses a broken one"),
    () => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats.default(ajv);
      const validate = ajv.compile(
        z.looseObject({}).parse(readConformance("slack/manifest.schema.2.0.0.json")),
      );
      validate(file);
      expect(validate.errors).toBeNull();
      expect(
        validate({ ...z.looseObject({}).parse(file), display_information: { name: "x".repeat(36) } }),
      ).toBe(false);
    },
  );
});
