import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerCommands } from "../../../adapters/discord/register.ts";
import { FatalError } from "../../../src/errors.ts";
import { COMMANDS } from "./commands.ts";
import { expectNoFindings, type LogEntry, logInto, openStage, requests, type Stage } from "./stage.ts";

let stage: Stage;
const log: LogEntry[] = [];
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expectNoFindings(stage);
  await stage.close();
});

const register = (commands = COMMANDS, token = stage.sandbox.token) =>
  registerCommands({ token, apiUrl: stage.sandbox.apiUrl, commands, clock: stage.clock, log: logInto(log) });
const writes = () => requests(stage, "PUT", /commands$/).length;

describe("registerCommands", () => {
  it("writes all commands in one step, and only when they differ", async () => {
    expect(await register()).toBe("written");
    expect(await register()).toBe("unchanged");
    expect(writes()).toBe(1);
    expect(await register(COMMANDS.slice(1))).toBe("written");
    expect(writes()).toBe(2);
  });

  it("shows French names and descriptions to those who read French", async () => {
    await register();
    expect(stage.sandbox.commands(null)).toMatchObject([
      {
        name: "ovh",
        description_localizations: { fr: expect.stringContaining("Services OVHcloud") },
        options: [
          { name: "services" },
          { name: "terminate", name_localizations: { fr: "resilier" } },
          { name: "help", name_localizations: { fr: "aide" } },
        ],
      },
    ]);
  });

  it("ends with one clear line for a refused token, and for a failing Discord", async () => {
    await expect(register(COMMANDS, "wrong")).rejects.toThrow(/refused the bot token.*DISCORD_TOKEN/);
    stage.sandbox.faults.add({ path: "/applications/@me", fault: { kind: "status", status: 500 } });
    const failed = register();
    await expect(failed).rejects.toThrow(FatalError);
    await expect(failed).rejects.toThrow(/^The commands could not be registered with Discord: [^\n]+$/);
  });
});
