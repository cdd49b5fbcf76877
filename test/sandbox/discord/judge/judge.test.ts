import { beforeAll, describe, expect, it } from "vitest";
import { createJudge, type Judge } from "../../../../sandbox/discord/judge/judge.ts";
import { asObject } from "../../../../sandbox/json.ts";
import { conformanceFound, ifFound, readConformance } from "../../../conformance.ts";
import { ALL_BAD, BY_BOTH, BY_OWN_RULES, BY_THE_DOCUMENT, GOOD } from "./matrix.ts";

const ownRules = await createJudge();

describe("the own rules", () => {
  it.each([...BY_BOTH, ...BY_OWN_RULES])("refuse: $name", (payload) => {
    expect(ownRules.request(payload)).not.toEqual([]);
  });

  it.each(BY_THE_DOCUMENT)("refuse without Discord's document too: $name", (payload) => {
    expect(ownRules.request(payload)).not.toEqual([]);
  });

  it.each(GOOD)("let pass: $name", (payload) => {
    expect(ownRules.request(payload)).toEqual([]);
  });

  it("cite a source with each finding", () => {
    for (const payload of ALL_BAD)
      for (const finding of ownRules.request(payload))
        expect(finding.source).toMatch(/^https:\/\/discord\.com\//);
  });

  it("say where the fault is", () => {
    const found = ownRules.request({
      method: "POST",
      path: "/channels/1203456789012345678/messages",
      body: {
        components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: "a", label: "x".repeat(81) }] }],
      },
    });
    expect(found.map(({ path }) => path)).toEqual(["components.0.components.0.label"]);
  });

  it("count 75 faults in the matrix", () => {
    expect([BY_THE_DOCUMENT.length, BY_BOTH.length, BY_OWN_RULES.length, GOOD.length]).toEqual([
      35, 6, 34, 9,
    ]);
  });
});

describe.runIf(conformanceFound)(ifFound("Discord's own document"), () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await createJudge(asObject(readConformance("discord/openapi.json")));
  });
  const byDocument = (payload: (typeof ALL_BAD)[number]) => judge.openapi?.request(payload) ?? [];

  it("has 76 unions that are told apart by type", () => {
    expect(judge.openapi?.unions).toBe(76);
  });

  it.each([...BY_THE_DOCUMENT, ...BY_BOTH])("refuses: $name", (payload) => {
    expect(byDocument(payload)).not.toEqual([]);
  });

  it.each(BY_OWN_RULES)("does not see: $name", (payload) => {
    expect(byDocument(payload)).toEqual([]);
  });

  it.each(GOOD)("lets pass: $name", (payload) => {
    expect(judge.request(payload)).toEqual([]);
  });

  it("together with the own rules refuses all 75", () => {
    expect(ALL_BAD.filter((payload) => judge.request(payload).length === 0)).toEqual([]);
  });

  it("names few errors for one fault, the true one among the first two", () => {
    const sizes = [...BY_THE_DOCUMENT, ...BY_BOTH]
      .map((payload) => byDocument(payload).length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(4);
  });

  it("judges answers", () => {
    const answer = (status: number, body: unknown) =>
      judge.openapi?.answer({ method: "GET", path: "/users/@me", status, body });
    expect(answer(200, { id: "1" })).not.toEqual([]);
    expect(answer(401, { code: 0, message: "401: Unauthorized" })).toEqual([]);
    expect(answer(302, {})).not.toEqual([]);
  });
});
