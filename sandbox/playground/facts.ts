import type { SandboxWorld } from "../world.ts";
import type { People } from "./people.ts";
import type { WorldFacts } from "./protocol.ts";

/** What the page has to know of the world once. */
export function factsOf({ ovhcloud, slack, discord }: SandboxWorld, people: People): WorldFacts {
  return {
    personas: people.all(),
    slack: {
      team: slack.world.team.name,
      botUserId: slack.world.app.userId,
      command: slack.world.app.command,
      names: Object.fromEntries([
        ...slack.world.people.map(({ id, realName }) => [id, realName]),
        ...slack.world.channels.map(({ id, name }) => [id, name]),
        ...slack.world.groups.map(({ id, name }) => [id, name]),
        [slack.world.app.userId, slack.world.app.name],
      ]),
    },
    discord: {
      botUserId: discord.applicationId,
      botName: discord.world.botName,
      names: Object.fromEntries([
        ...discord.world.people.map(({ id, globalName }) => [id, globalName]),
        ...discord.world.guilds.flatMap(({ channels }) => channels.map(({ id, name }) => [id, name])),
        ...discord.world.guilds.flatMap(({ roles }) => roles.map(({ id, name }) => [id, name])),
        [discord.applicationId, discord.world.botName],
      ]),
    },
    addresses: [
      { name: "OVHcloud", api: ovhcloud.endpoint, controls: ovhcloud.controlUrl },
      { name: "Slack", api: slack.apiUrl, controls: slack.controlUrl },
      { name: "Discord", api: discord.apiUrl, controls: discord.controlUrl },
    ],
  };
}
