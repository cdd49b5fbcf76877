import { describe, expect, it } from "vitest";
import type { Actor } from "../../src/domain/actor.ts";
import { createPolicy, type PolicyRule } from "../../src/policy.ts";
import type { Verdict } from "../../src/ports.ts";

const ANNE: PolicyRule = { kind: "person", platform: "slack", id: "U0ANNE" };
const OPS: PolicyRule = { kind: "group", platform: "slack", id: "S0OPS" };
const ROLE: PolicyRule = { kind: "group", platform: "discord", id: "900000000000000001" };
const BOB: PolicyRule = { kind: "person", platform: "slack", id: "U0BOB" };
const READERS: PolicyRule = { kind: "group", platform: "slack", id: "S0READERS" };

const RULES = {
  nothing: { operators: [], viewers: [] },
  operators: { operators: [ANNE, OPS, ROLE], viewers: [] },
  people: { operators: [ANNE], viewers: [BOB] },
  groups: { operators: [ANNE, OPS], viewers: [BOB, READERS] },
  viewers: { operators: [], viewers: [BOB] },
} as const;

type Groups = readonly string[] | null;
const actor = (id: string, standing: Actor["standing"], groups: Groups = []): Actor => ({
  platform: "slack",
  id,
  standing,
  groups,
});

const ACTORS = {
  member: actor("U0ELSE", "member"),
  "member in ops": actor("U0ELSE", "member", ["S0OPS"]),
  "member in readers": actor("U0ELSE", "member", ["S0READERS"]),
  "member of unknown groups": actor("U0ELSE", "member", null),
  anne: actor("U0ANNE", "member", null),
  bob: actor("U0BOB", "member"),
  guest: actor("U0ELSE", "guest"),
  "guest in ops": actor("U0ELSE", "guest", ["S0OPS"]),
  "guest of unknown groups": actor("U0ELSE", "guest", null),
  "guest named anne": actor("U0ANNE", "guest"),
  "guest named bob": actor("U0BOB", "guest"),
  foreigner: actor("U0ELSE", "foreign"),
  "foreigner named anne": actor("U0ANNE", "foreign", ["S0OPS", "S0READERS"]),
  "foreigner of unknown groups": actor("U0ELSE", "foreign", null),
} as const;

type Answer = "yes" | Extract<Verdict, { may: false }>["why"];
type Row = readonly [keyof typeof RULES, keyof typeof ACTORS, Answer, Answer];

const TABLE: readonly Row[] = [
  ["nothing", "member", "yes", "no-operators"],
  ["nothing", "member in ops", "yes", "no-operators"],
  ["nothing", "member in readers", "yes", "no-operators"],
  ["nothing", "member of unknown groups", "yes", "no-operators"],
  ["nothing", "anne", "yes", "no-operators"],
  ["nothing", "bob", "yes", "no-operators"],
  ["nothing", "guest", "guest", "no-operators"],
  ["nothing", "guest in ops", "guest", "no-operators"],
  ["nothing", "guest of unknown groups", "guest", "no-operators"],
  ["nothing", "guest named anne", "guest", "no-operators"],
  ["nothing", "guest named bob", "guest", "no-operators"],
  ["nothing", "foreigner", "foreign", "foreign"],
  ["nothing", "foreigner named anne", "foreign", "foreign"],
  ["nothing", "foreigner of unknown groups", "foreign", "foreign"],

  ["operators", "member", "yes", "not-operator"],
  ["operators", "member in ops", "yes", "yes"],
  ["operators", "member in readers", "yes", "not-operator"],
  ["operators", "member of unknown groups", "yes", "unknown-groups"],
  ["operators", "anne", "yes", "yes"],
  ["operators", "bob", "yes", "not-operator"],
  ["operators", "guest", "guest", "guest"],
  ["operators", "guest in ops", "yes", "yes"],
  ["operators", "guest of unknown groups", "unknown-groups", "unknown-groups"],
  ["operators", "guest named anne", "yes", "yes"],
  ["operators", "guest named bob", "guest", "guest"],
  ["operators", "foreigner", "foreign", "foreign"],
  ["operators", "foreigner named anne", "foreign", "foreign"],
  ["operators", "foreigner of unknown groups", "foreign", "foreign"],

  ["people", "member", "not-viewer", "not-operator"],
  ["people", "member in ops", "not-viewer", "not-operator"],
  ["people", "member in readers", "not-viewer", "not-operator"],
  ["people", "member of unknown groups", "not-viewer", "not-operator"],
  ["people", "anne", "yes", "yes"],
  ["people", "bob", "yes", "not-operator"],
  ["people", "guest", "not-viewer", "not-operator"],
  ["people", "guest in ops", "not-viewer", "not-operator"],
  ["people", "guest of unknown groups", "not-viewer", "not-operator"],
  ["people", "guest named anne", "yes", "yes"],
  ["people", "guest named bob", "yes", "not-operator"],
  ["people", "foreigner", "foreign", "foreign"],
  ["people", "foreigner named anne", "foreign", "foreign"],
  ["people", "foreigner of unknown groups", "foreign", "foreign"],

  ["groups", "member", "not-viewer", "not-operator"],
  ["groups", "member in ops", "yes", "yes"],
  ["groups", "member in readers", "yes", "not-operator"],
  ["groups", "member of unknown groups", "unknown-groups", "unknown-groups"],
  ["groups", "anne", "yes", "yes"],
  ["groups", "bob", "yes", "not-operator"],
  ["groups", "guest", "not-viewer", "not-operator"],
  ["groups", "guest in ops", "yes", "yes"],
  ["groups", "guest of unknown groups", "unknown-groups", "unknown-groups"],
  ["groups", "guest named anne", "yes", "yes"],
  ["groups", "guest named bob", "yes", "not-operator"],
  ["groups", "foreigner", "foreign", "foreign"],
  ["groups", "foreigner named anne", "foreign", "foreign"],
  ["groups", "foreigner of unknown groups", "foreign", "foreign"],

  ["viewers", "member", "not-viewer", "no-operators"],
  ["viewers", "member in ops", "not-viewer", "no-operators"],
  ["viewers", "member in readers", "not-viewer", "no-operators"],
  ["viewers", "member of unknown groups", "not-viewer", "no-operators"],
  ["viewers", "anne", "not-viewer", "no-operators"],
  ["viewers", "bob", "yes", "no-operators"],
  ["viewers", "guest", "not-viewer", "no-operators"],
  ["viewers", "guest in ops", "not-viewer", "no-operators"],
  ["viewers", "guest of unknown groups", "not-viewer", "no-operators"],
  ["viewers", "guest named anne", "not-viewer", "no-operators"],
  ["viewers", "guest named bob", "yes", "no-operators"],
  ["viewers", "foreigner", "foreign", "foreign"],
  ["viewers", "foreigner named anne", "foreign", "foreign"],
  ["viewers", "foreigner of unknown groups", "foreign", "foreign"],
];

const answer = (verdict: Verdict): Answer => (verdict.may ? "yes" : verdict.why);

describe("the policy", () => {
  it.each(TABLE)("with %s configured answers a %s: look %s, change %s", (rules, who, look, change) => {
    const policy = createPolicy(RULES[rules]);
    expect(answer(policy.look(ACTORS[who]))).toBe(look);
    expect(answer(policy.change(ACTORS[who]))).toBe(change);
  });

  it("has an answer in the table for everybody under every rule", () => {
    const cells = new Set(TABLE.map(([rules, who]) => `${rules}/${who}`));
    expect(cells.size).toBe(Object.keys(RULES).length * Object.keys(ACTORS).length);
  });

  it("lets everybody who may change also look", () => {
    for (const [, , look, change] of TABLE) if (change === "yes") expect(look).toBe("yes");
  });

  it("does not take an id of one platform for one of the other", () => {
    const policy = createPolicy({ operators: [ANNE, OPS], viewers: [] });
    const namesake: Actor = { platform: "discord", id: "U0ANNE", standing: "member", groups: ["S0OPS"] };
    expect(answer(policy.change(namesake))).toBe("not-operator");
  });

  it("does not take a person's id for a group's", () => {
    const policy = createPolicy({ operators: [ANNE], viewers: [] });
    expect(answer(policy.change(actor("U0ELSE", "member", ["U0ANNE"])))).toBe("not-operator");
    expect(answer(createPolicy({ operators: [OPS], viewers: [] }).change(actor("S0OPS", "member")))).toBe(
      "not-operator",
    );
  });

  it("does not mind unread groups where only groups of the other platform are named", () => {
    const policy = createPolicy({ operators: [ROLE], viewers: [] });
    expect(answer(policy.change(ACTORS["member of unknown groups"]))).toBe("not-operator");
  });
});
