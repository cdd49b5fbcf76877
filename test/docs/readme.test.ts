import { expect, it } from "vitest";
import { z } from "zod";
import { LEAST_PRIVILEGE } from "../../sandbox/ovhcloud/access.ts";
import { COMMANDS } from "../../src/commands/all.ts";
import { DISCORD, LASTCALL, OVH, SLACK } from "../../src/config/variables.ts";
import { codeOf, jsonAfter, linksOf, readPage, tableUnder } from "./page.ts";

const README = await readPage("README.md");

it("the README's access rules are those with which the bot is tested", () => {
  expect(jsonAfter(README, "rights: application key")).toEqual({ accessRules: LEAST_PRIVILEGE });
});

it("each of the README's links to OVHcloud's page of keys asks for the same rules", () => {
  const pages = linksOf(README).filter((link) => link.includes("/createToken/"));
  expect(pages.map((link) => new URL(link).hostname)).toEqual([
    "eu.api.ovh.com",
    "ca.api.ovh.com",
    "api.us.ovhcloud.com",
  ]);
  for (const link of pages) {
    const rules = [...new URL(link).searchParams].map(([method, path]) => ({ method, path }));
    expect(rules).toEqual(LEAST_PRIVILEGE);
  }
});

it("the README's table of variables names those that are read, and no other", () => {
  const known = [OVH, SLACK, DISCORD, LASTCALL].flatMap((set) => Object.values(set).map(({ name }) => name));
  const named = tableUnder(README, "Variables").map(([name]) => codeOf(name));
  expect(named.toSorted()).toEqual(known.toSorted());
});

it("the README's table of commands names those that can be typed, in both languages, and who may", () => {
  const known = COMMANDS.flatMap(({ info, needs }) =>
    info ? [[info.name.en, info.name.fr, WHO[needs]]] : [],
  );
  const named = tableUnder(README, "Commands").map(([en, fr, _does, who]) => [codeOf(en), codeOf(fr), who]);
  expect(named).toEqual(known);
});

const WHO = { nothing: "everybody", look: "viewers", change: "operators" } as const;

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

it("the README names every script that it tells to run", async () => {
  const { scripts } = packageSchema.parse(JSON.parse(await readPage("package.json")));
  const told = [...README.matchAll(/npm run ([\w-]+)/g)].map(([, script]) => script);
  expect(new Set(told)).toEqual(new Set(["tour", "register", "build"]));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(told));
});
