import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { expect, it } from "vitest";
import { DISCORD, LASTCALL, OVH, SLACK } from "../../src/config/variables.ts";
import { readConfig } from "../../src/config.ts";

const read = async () => parseEnv(await readFile(".env.example", "utf8"));

it("the example names every variable that is read, and no other", async () => {
  const known = [OVH, SLACK, DISCORD, LASTCALL].flatMap((set) => Object.values(set).map(({ name }) => name));
  expect(Object.keys(await read()).toSorted()).toEqual(known.toSorted());
});

it("the example, copied as it is, still runs the sandbox", async () => {
  expect(readConfig(await read(), null)).toEqual(readConfig({}, null));
});
