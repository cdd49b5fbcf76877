import { expect, it, onTestFinished } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { createDiscordSandbox } from "../../sandbox/discord/sandbox.ts";
import { ConfigError } from "../../src/config.ts";
import { FatalError } from "../../src/errors.ts";
import { register } from "../../src/register/registration.ts";

const clock = createSandboxClock({ start: Date.UTC(2026, 10, 22, 9), frozen: true });

async function openDiscord() {
  const discord = await createDiscordSandbox({ clock });
  onTestFinished(() => discord.close());
  return { discord, environment: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: `${discord.apiUrl}/` } };
}

it("registers the commands that people type, and says the next time that they were there", async () => {
  const { discord, environment } = await openDiscord();
  expect(await register(environment, clock)).toBe("12 commands are registered");
  expect(discord.commands(null)).toMatchObject([{ name: "ovh", options: { length: 12 } }]);
  expect(await register(environment, clock)).toBe("12 commands were registered already");
});

it("does not mind what is wrong with the variables of others", async () => {
  const { environment } = await openDiscord();
  const broken = { ...environment, SLACK_BOT_TOKEN: "xoxb", OVH_ENDPOINT: "nowhere", DISCORD_GUILD_IDS: "x" };
  expect(await register(broken, clock)).toBe("12 commands are registered");
});

it("names the variable that is missing or malformed, in one line", async () => {
  await expect(register({}, clock)).rejects.toThrow(/^DISCORD_TOKEN is missing; [^\n]+$/);
  const { environment } = await openDiscord();
  const elsewhere = register({ ...environment, DISCORD_API_URL: "https://example.com/api" }, clock);
  await expect(elsewhere).rejects.toThrow(ConfigError);
  await expect(elsewhere).rejects.toThrow(/^DISCORD_API_URL is [^\n]+$/);
});

it("says in one line that Discord refuses the token", async () => {
  const { discord, environment } = await openDiscord();
  discord.revokeToken();
  const refused = register(environment, clock);
  await expect(refused).rejects.toThrow(FatalError);
  await expect(refused).rejects.toThrow(/^Discord refused the bot token \(401\): [^\n]+$/);
});
