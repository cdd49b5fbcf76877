import type { Instant } from "../src/domain/instant.ts";
import { type ClockMember, createSandboxClock, type SandboxClock } from "./clock.ts";
import { createDiscordSandbox, type DiscordSandbox } from "./discord/sandbox.ts";
import { ALICE as DISCORD_ALICE, GUILD, ROLES } from "./discord/world.ts";
import type { Account } from "./ovhcloud/account.ts";
import { EXAMPLE_CREDENTIALS } from "./ovhcloud/credentials.ts";
import { createOvhSandbox, type OvhSandbox } from "./ovhcloud/sandbox.ts";
import { createSlackSandbox, type SlackSandbox } from "./slack/sandbox.ts";
import { OPERATORS, ALICE as SLACK_ALICE } from "./slack/world.ts";

/** Stand-ins of OVHcloud, Slack and Discord under one clock: all that the bot needs to run, on loopback. */
export interface SandboxWorld {
  readonly clock: SandboxClock;
  readonly ovhcloud: OvhSandbox;
  readonly slack: SlackSandbox;
  readonly discord: DiscordSandbox;
  /** The variables with which the bot runs on it, in the shape of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface SandboxWorldOptions {
  readonly start: Instant;
  /** A frozen clock moves only when told to. */
  readonly frozen?: boolean;
  /** The example account when absent. */
  readonly account?: Account;
}

export async function createSandboxWorld({
  start,
  frozen = false,
  account,
}: SandboxWorldOptions): Promise<SandboxWorld> {
  const clock = createSandboxClock({ start, frozen });
  const [ovhcloud, slack, discord] = await Promise.all([
    createOvhSandbox({ clock, ...(account ? { account } : {}) }),
    createSlackSandbox({ clock }),
    createDiscordSandbox({ clock }),
  ]);
  clock.join(wires([ovhcloud, slack, discord]));
  const { applicationKey, applicationSecret, consumerKey } = EXAMPLE_CREDENTIALS;
  return {
    clock,
    ovhcloud,
    slack,
    discord,
    environment: {
      OVH_ENDPOINT: ovhcloud.endpoint,
      OVH_APPLICATION_KEY: applicationKey,
      OVH_APPLICATION_SECRET: applicationSecret,
      OVH_CONSUMER_KEY: consumerKey,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_GUILD_IDS: GUILD,
      LASTCALL_OPERATORS: [
        `slack:${SLACK_ALICE.id}`,
        `slack:group:${OPERATORS.id}`,
        `discord:${DISCORD_ALICE.id}`,
        `discord:role:${ROLES.operators}`,
      ].join(","),
    },
    async close() {
      clock.stop();
      await Promise.all([ovhcloud.close(), slack.close(), discord.close()]);
    },
  };
}

/** What is on its way arrives before time moves on, or an answer would look minutes late. */
const wires = (standIns: readonly { bytes(): number }[]): ClockMember => ({
  next: () => null,
  moved: async () => {},
  settled: async () => {},
  activity: () => standIns.reduce((sum, standIn) => sum + standIn.bytes(), 0),
});
