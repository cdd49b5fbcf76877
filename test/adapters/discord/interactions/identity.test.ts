import { DiscordAPIError } from "@discordjs/rest";
import { describe, expect, it } from "vitest";
import { createIdentify } from "../../../../adapters/discord/interactions/identity.ts";
import type { GuildMember } from "../../../../adapters/discord/wire/bot-api.ts";
import { type LogEntry, logInto } from "../stage.ts";

const unknownMember = new DiscordAPIError(
  { code: 10007, message: "Unknown Member" },
  10007,
  404,
  "GET",
  "https://discord.com/api/v10/guilds/1/members/2",
  { body: undefined, files: undefined },
);

interface Setting {
  readonly served?: readonly string[];
  readonly members?: Readonly<Record<string, GuildMember>>;
  readonly failure?: Error;
}

function setting({ served = ["here"], members = {}, failure = unknownMember }: Setting = {}) {
  const asked: string[] = [];
  const log: LogEntry[] = [];
  const identify = createIdentify({
    api: {
      async member(guildId) {
        asked.push(guildId);
        const member = members[guildId];
        if (!member) throw failure;
        return member;
      },
    },
    log: logInto(log),
    roles: ["operators"],
    served: () => served,
  });
  return { identify, asked, log };
}

const inGuild = { userId: "7", guildId: "here", roles: ["operators", "other"], pending: false };
const direct = { userId: "7", guildId: null, roles: [], pending: false };
const foreigner = { platform: "discord", id: "7", standing: "foreign", groups: [] };

describe("identity", () => {
  it("is that of a member in a served server, with the named roles alone", async () => {
    const member = { platform: "discord", id: "7", standing: "member", groups: ["operators"] };
    expect(await setting().identify(inGuild)).toEqual(member);
    expect(await setting({ served: ["here"] }).identify(inGuild)).toEqual(member);
  });

  it("is that of a foreigner in a server that is not served, whatever their roles", async () => {
    expect(await setting({ served: ["there"] }).identify(inGuild)).toEqual(foreigner);
  });

  it("is that of a guest before the screening is passed", async () => {
    expect((await setting().identify({ ...inGuild, pending: true })).standing).toBe("guest");
  });

  it("is looked up for direct messages, in served servers until one knows them", async () => {
    const { identify, asked } = setting({
      served: ["a", "b", "c"],
      members: { b: { roles: ["operators", "x"] } },
    });
    expect(await identify(direct)).toEqual({
      platform: "discord",
      id: "7",
      standing: "member",
      groups: ["operators"],
    });
    expect(asked).toEqual(["a", "b"]);
  });

  it("is that of a foreigner for those whom no served server knows", async () => {
    const { identify, asked, log } = setting({
      served: ["a"],
      members: { b: { roles: ["operators"] } },
    });
    expect(await identify(direct)).toEqual(foreigner);
    expect(asked).toEqual(["a"]);
    expect(log).toEqual([]);
  });

  it("counts against somebody when it cannot be read", async () => {
    const { identify, log } = setting({ served: ["a"], failure: new Error("the wire broke") });
    expect(await identify(direct)).toEqual(foreigner);
    expect(log).toMatchObject([{ level: "warn", event: "discord.member-unread" }]);
  });
});
