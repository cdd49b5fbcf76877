import { describe, expect, it } from "vitest";
import { createHome } from "../../../adapters/discord/home.ts";

describe("the servers that the bot serves", () => {
  it("are the configured ones, whichever it is in", async () => {
    const home = createHome(["1"], () => ["1", "2"]);
    await home.settle();
    expect(home.served()).toEqual(["1"]);
  });

  it("are the only one it is in at the start, and none that takes it in later", async () => {
    const joined = ["1"];
    const home = createHome([], () => joined);
    await home.settle();
    joined.unshift("2");
    expect(home.served()).toEqual(["1"]);
  });

  it("must be said when it is in several: the start fails with the variable to set", async () => {
    await expect(createHome([], () => ["1", "2"]).settle()).rejects.toThrow("DISCORD_GUILD_IDS");
  });

  it("are none while it is in several before the start has settled", () => {
    expect(createHome([], () => ["1", "2"]).served()).toEqual([]);
  });

  it("are the first one that takes it in, where it was in none", async () => {
    const joined: string[] = [];
    const home = createHome([], () => joined);
    await home.settle();
    joined.push("1");
    expect(home.served()).toEqual(["1"]);
    joined.push("2");
    expect(home.served()).toEqual([]);
  });
});
