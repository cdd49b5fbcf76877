import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";
import { FatalError } from "../../src/errors.ts";
import {
  DISCORD,
  EVERYTHING,
  OVH_KEYS,
  OVH_OAUTH2,
  problemsOf,
  readReal,
  SLACK_HTTP,
  SLACK_SOCKET,
} from "./environments.ts";

describe("an environment without credentials", () => {
  it("is the sandbox's, with every setting at its default", () => {
    expect(readConfig({ PATH: "/bin", PORT: "8080" }, null)).toEqual({
      kind: "sandbox",
      operators: [],
      viewers: [],
      dataDirectory: "./data/sandbox",
      language: "en",
      timeZone: "UTC",
      logLevel: "info",
    });
  });

  it("stays the sandbox's when ovh.conf lies there for another program", () => {
    const conf = "[default]\nendpoint=ovh-eu\n[ovh-eu]\napplication_key=k";
    expect(readConfig({}, conf).kind).toBe("sandbox");
  });

  it("counts variables that are empty or blank as not set", () => {
    expect(readConfig({ SLACK_BOT_TOKEN: "", OVH_ENDPOINT: "  ", LASTCALL_LANGUAGE: "" }, null).kind).toBe(
      "sandbox",
    );
  });

  it("takes the settings, each of them", () => {
    const config = readConfig(
      {
        LASTCALL_OPERATORS: "slack:U0123ABCD, discord:role:123456789012345678",
        LASTCALL_VIEWERS: "slack:group:S0123ABCD\n discord:223456789012345678 slack:W9",
        LASTCALL_DATA_DIR: "/var/lib/lastcall/",
        LASTCALL_LANGUAGE: "fr",
        LASTCALL_TIME_ZONE: "Europe/Paris",
        LASTCALL_LOG_LEVEL: "debug",
      },
      null,
    );
    expect(config).toEqual({
      kind: "sandbox",
      operators: [
        { kind: "person", platform: "slack", id: "U0123ABCD" },
        { kind: "group", platform: "discord", id: "123456789012345678" },
      ],
      viewers: [
        { kind: "group", platform: "slack", id: "S0123ABCD" },
        { kind: "person", platform: "discord", id: "223456789012345678" },
        { kind: "person", platform: "slack", id: "W9" },
      ],
      dataDirectory: "/var/lib/lastcall/sandbox",
      language: "fr",
      timeZone: "Europe/Paris",
      logLevel: "debug",
    });
  });
});

describe("an environment with credentials", () => {
  it("is real, with everything that was set", () => {
    expect(readConfig(EVERYTHING, null)).toMatchObject({
      kind: "real",
      ovh: {
        endpoint: "ovh-eu",
        credentials: {
          kind: "application",
          applicationKey: OVH_KEYS.OVH_APPLICATION_KEY,
          applicationSecret: OVH_KEYS.OVH_APPLICATION_SECRET,
          consumerKey: OVH_KEYS.OVH_CONSUMER_KEY,
        },
      },
      slack: {
        botToken: SLACK_SOCKET.SLACK_BOT_TOKEN,
        transport: { kind: "socket", appToken: SLACK_SOCKET.SLACK_APP_TOKEN },
        apiUrl: null,
      },
      discord: { token: DISCORD.DISCORD_TOKEN, apiUrl: null },
      dataDirectory: "./data",
    });
  });

  it("may have one chat platform, and OAuth2 at OVHcloud", () => {
    expect(readReal({ ...OVH_OAUTH2, ...DISCORD })).toMatchObject({
      ovh: { endpoint: "ovh-ca", credentials: { kind: "oauth2", clientId: OVH_OAUTH2.OVH_CLIENT_ID } },
      slack: null,
    });
    expect(readReal({ ...OVH_OAUTH2, ...SLACK_SOCKET }).discord).toBeNull();
  });

  it("may have Slack by signed HTTP", () => {
    const { SLACK_SIGNING_SECRET: signingSecret } = SLACK_HTTP;
    expect(readReal({ ...OVH_KEYS, ...SLACK_HTTP }).slack?.transport).toEqual({
      kind: "http",
      signingSecret,
      port: 3000,
    });
    expect(readReal({ ...OVH_KEYS, ...SLACK_HTTP, PORT: "0" }).slack?.transport).toMatchObject({ port: 0 });
  });

  it("takes Socket Mode when both ways into Slack are set", () => {
    const slack = readReal({ ...OVH_KEYS, ...SLACK_HTTP, ...SLACK_SOCKET }).slack;
    expect(slack?.transport.kind).toBe("socket");
  });

  it("serves the Discord servers that are named", () => {
    const guildsOf = (ids: string) => readReal({ ...EVERYTHING, DISCORD_GUILD_IDS: ids }).discord?.guilds;
    expect(guildsOf("123456789012345678, 12345678901234567890")).toEqual([
      "123456789012345678",
      "12345678901234567890",
    ]);
    expect(guildsOf("")).toEqual([]);
  });

  it("forgives blanks around a value", () => {
    const config = readReal({ ...EVERYTHING, SLACK_BOT_TOKEN: ` ${SLACK_SOCKET.SLACK_BOT_TOKEN}\n` });
    expect(config.slack?.botToken).toBe(SLACK_SOCKET.SLACK_BOT_TOKEN);
  });

  it("gives addresses on this machine the ending that each SDK wants", () => {
    const at = (slack: string, discord: string) =>
      readReal({ ...EVERYTHING, SLACK_API_URL: slack, DISCORD_API_URL: discord });
    for (const end of ["", "/"]) {
      const config = at(`http://127.0.0.1:1234/api${end}`, `http://[::1]:1234/api${end}`);
      expect(config.slack?.apiUrl).toBe("http://127.0.0.1:1234/api/");
      expect(config.discord?.apiUrl).toBe("http://[::1]:1234/api");
    }
  });
});

describe("half a set of credentials", () => {
  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [
      { ...SLACK_SOCKET },
      ["OVH_ENDPOINT is missing", "OVHcloud's credentials are missing: set OVH_APPLICATION_KEY,"],
    ],
    [{ ...OVH_KEYS }, ["no chat platform is set"]],
    [{ ...OVH_KEYS, PORT: "3000" }, ["no chat platform is set"]],
    [{ ...OVH_KEYS, ...DISCORD, OVH_ENDPOINT: "" }, ["OVH_ENDPOINT is missing"]],
    [{ ...OVH_KEYS, ...DISCORD, OVH_CONSUMER_KEY: "" }, ["OVH_CONSUMER_KEY is missing"]],
    [
      { ...OVH_KEYS, ...DISCORD, OVH_CONSUMER_KEY: "", OVH_APPLICATION_KEY: "" },
      ["OVH_APPLICATION_KEY is missing", "OVH_CONSUMER_KEY is missing"],
    ],
    [{ ...OVH_OAUTH2, ...DISCORD, OVH_CLIENT_SECRET: "" }, ["OVH_CLIENT_SECRET is missing"]],
    [{ ...OVH_KEYS, ...OVH_OAUTH2, ...DISCORD }, ["both ways of signing in at OVHcloud are set"]],
    [
      { ...OVH_KEYS, SLACK_BOT_TOKEN: SLACK_SOCKET.SLACK_BOT_TOKEN },
      ["SLACK_APP_TOKEN (Socket Mode) is missing"],
    ],
    [{ ...OVH_KEYS, SLACK_APP_TOKEN: SLACK_SOCKET.SLACK_APP_TOKEN }, ["SLACK_BOT_TOKEN is missing"]],
    [{ ...OVH_KEYS, ...SLACK_HTTP, PORT: "" }, ["PORT is missing"]],
    [
      { ...OVH_KEYS, ...DISCORD, SLACK_API_URL: "http://127.0.0.1:1/api/" },
      ["SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN (Socket Mode) is missing"],
    ],
    [
      { ...OVH_KEYS, ...SLACK_SOCKET, DISCORD_API_URL: "http://127.0.0.1:1/api" },
      ["DISCORD_TOKEN is missing"],
    ],
  ])("is refused, and never filled from the sandbox: %j", (env, expected) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(expected.length);
    expected.forEach((start, at) => {
      expect(problems[at]?.startsWith(start), `${problems[at]} starts with ${start}`).toBe(true);
    });
  });

  it("ends the process with everything that is wrong, a line each", () => {
    const error = (() => {
      try {
        return readConfig({ SLACK_BOT_TOKEN: "nonsense", LASTCALL_LANGUAGE: "de" }, null);
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toBeInstanceOf(FatalError);
    expect(error).toBeInstanceOf(ConfigError);
    expect(
      error instanceof ConfigError && error.message.split("\n").map((line) => line.split(" ")[0]),
    ).toEqual(["LASTCALL_LANGUAGE", "OVH_ENDPOINT", "OVHcloud's", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]);
  });
});
