import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DISCORD, EVERYTHING, OVH_KEYS, problemsOf, SLACK_HTTP, SLACK_SOCKET } from "./environments.ts";

const OVH_OAUTH2_ONLY = { OVH_CLIENT_ID: "CA.0123456789abcdef", OVH_CLIENT_SECRET: "0123456789abcdef" };

describe("a malformed variable", () => {
  it.each([
    ["OVH_ENDPOINT", "ovh-fr", '"ovh-fr"', "ovh-eu, ovh-ca, ovh-us"],
    [
      "OVH_ENDPOINT",
      "https://eu.api.ovh.com/1.0",
      '"https://eu.api.ovh.com/1.0"',
      "an address on this machine",
    ],
    ["SLACK_API_URL", "http://slack.test/api/", '"http://slack.test/api/"', "http://127.0.0.1:1234/api/"],
    [
      "SLACK_API_URL",
      "http://127.0.0.1.evil.test/api/",
      '"http://127.0.0.1.evil.test/api/"',
      "on this machine",
    ],
    ["SLACK_API_URL", "http://me:pw@127.0.0.1/api/", '"http://me:pw@127.0.0.1/api/"', "on this machine"],
    ["SLACK_API_URL", "127.0.0.1:1234", '"127.0.0.1:1234"', "on this machine"],
    ["DISCORD_API_URL", "ftp://127.0.0.1/api", '"ftp://127.0.0.1/api"', "on this machine"],
    ["DISCORD_API_URL", "http://0.0.0.0:1/api", '"http://0.0.0.0:1/api"', "on this machine"],
    ["DISCORD_GUILD_IDS", "123456789012345678,ops", '"ops"', "17 to 20 digits"],
    ["LASTCALL_LANGUAGE", "FR", '"FR"', "fr or en"],
    ["LASTCALL_TIME_ZONE", "Paris", '"Paris"', "such as Europe/Paris"],
    ["LASTCALL_TIME_ZONE", "+02:00", '"+02:00"', "such as Europe/Paris"],
    ["LASTCALL_LOG_LEVEL", "verbose", '"verbose"', "debug, info, warn, error"],
    ["LASTCALL_OPERATORS", "@anne", '"@anne"', "slack:U0123ABCD"],
    ["LASTCALL_OPERATORS", "slack:U1 <@U2>,discord:anne", '"<@U2>" and "discord:anne"', "discord:role:"],
    ["LASTCALL_VIEWERS", "slack:group:U0123", '"slack:group:U0123"', "slack:group:S0123ABCD"],
  ])("%s=%s is named, shown and put right", (name, value, shown, shape) => {
    const [problem, ...others] = problemsOf({ ...EVERYTHING, [name]: value });
    expect(others).toEqual([]);
    expect(problem).toContain(`${name} is ${shown}; it should be `);
    expect(problem).toContain(shape);
  });

  it.each(["70000", "-1", "3000.5", "http", "1e3"])("PORT=%s is named, shown and put right", (port) => {
    expect(problemsOf({ ...OVH_KEYS, ...SLACK_HTTP, PORT: port })).toEqual([
      `PORT is ${JSON.stringify(port)}; it should be a TCP port, 0 to 65535`,
    ]);
  });

  it.each([
    ["SLACK_BOT_TOKEN", SLACK_SOCKET.SLACK_APP_TOKEN, "27 characters long, begins with xapp-", "xoxb-"],
    ["SLACK_BOT_TOKEN", '"xoxb-1-2"', "10 characters long, in quotation marks", "xoxb-"],
    ["SLACK_APP_TOKEN", SLACK_SOCKET.SLACK_BOT_TOKEN, "26 characters long, begins with xoxb-", "xapp-"],
    [
      "DISCORD_TOKEN",
      `Bot ${DISCORD.DISCORD_TOKEN}`,
      "begins with Bot, has a blank in it",
      "three parts joined by dots",
    ],
    ["DISCORD_TOKEN", "0123456789abcdef0123456789abcdef", "32 characters long", "not the public key"],
    [
      "OVH_APPLICATION_SECRET",
      "<your secret>",
      "13 characters long, has a blank in it, looks like a placeholder",
      "",
    ],
    ["OVH_CONSUMER_KEY", "s3cret!", "7 characters long", "letters and digits"],
    ["OVH_APPLICATION_KEY", "x", "1 character long", "letters and digits"],
  ])("%s is a secret: it is described and not shown", (name, value, described, shape) => {
    const problems = problemsOf({ ...EVERYTHING, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(described);
    expect(problems[0]).toContain(shape);
    if (value.length > 1) expect(problems[0]).not.toContain(value);
  });

  it("SLACK_SIGNING_SECRET is a secret too", () => {
    const [problem] = problemsOf({ ...OVH_KEYS, ...SLACK_HTTP, SLACK_SIGNING_SECRET: "not-hexadecimal" });
    expect(problem).toBe(
      "SLACK_SIGNING_SECRET is 15 characters long; it should be 32 hexadecimal digits, from Basic Information",
    );
  });

  it.each([
    "LASTCALL_OPERATORS",
    "LASTCALL_LANGUAGE",
    "LASTCALL_TIME_ZONE",
    "LASTCALL_LOG_LEVEL",
    "OVH_ENDPOINT",
  ])("%s never shows a token that was pasted into it", (name) => {
    const tokens = [
      ...Object.values(SLACK_SOCKET),
      ...Object.values(OVH_KEYS).slice(1),
      ...Object.values(DISCORD),
    ];
    for (const token of tokens) {
      const problems = problemsOf({ ...EVERYTHING, [name]: `slack:${token}` }).join("\n");
      expect(problems).toContain(`${name} is `);
      expect(problems).not.toContain(token.slice(-10));
    }
  });

  it("is one line, whatever it holds", () => {
    const names = [...Object.keys(EVERYTHING), ...Object.keys(OVH_OAUTH2_ONLY), "PORT", "LASTCALL_OPERATORS"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: "binary" }), (name, value) => {
        for (const problem of problemsOf({ ...EVERYTHING, [name]: value }))
          expect(problem).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
