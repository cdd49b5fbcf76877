import { describe, expect, it } from "vitest";
import { secretsOf } from "../../src/config/secrets.ts";
import { readConfig } from "../../src/config.ts";
import { DISCORD, EVERYTHING, OVH_KEYS, OVH_OAUTH2, readReal, SLACK_HTTP } from "./environments.ts";

describe("the secrets of a configuration", () => {
  it("are all that was given as one", () => {
    const { OVH_ENDPOINT: _, ...rest } = EVERYTHING;
    expect(secretsOf(readReal(EVERYTHING)).toSorted()).toEqual(Object.values(rest).toSorted());
  });

  it("hold the other ways of signing in too", () => {
    expect(secretsOf(readReal({ ...OVH_OAUTH2, ...SLACK_HTTP })).toSorted()).toEqual(
      [
        OVH_OAUTH2.OVH_CLIENT_ID,
        OVH_OAUTH2.OVH_CLIENT_SECRET,
        SLACK_HTTP.SLACK_BOT_TOKEN,
        SLACK_HTTP.SLACK_SIGNING_SECRET,
      ].toSorted(),
    );
    expect(secretsOf(readReal({ ...OVH_KEYS, ...DISCORD }))).toContain(DISCORD.DISCORD_TOKEN);
  });

  it("are none in the sandbox", () => {
    expect(secretsOf(readConfig({}, null))).toEqual([]);
  });
});
