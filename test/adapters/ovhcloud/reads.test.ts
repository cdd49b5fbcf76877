import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type HttpAnswer, json, reply } from "../../../sandbox/http.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { failureOf, openRig, type Rig, type RigOptions, START } from "./client-rig.ts";

const schema = z.object({ nichandle: z.string() });
const ok = json(200, { nichandle: "ls148374-ovh" });
const person = { urgency: "person" } as const;
const background = { urgency: "background" } as const;

const afterFailures = (failure: HttpAnswer, failures: number): RigOptions["answer"] => {
  return (_, turn) => (turn <= failures ? failure : ok);
};
const readMe = ({ client }: Rig, options: Parameters<Rig["client"]["read"]>[3] = person) =>
  client.read("me", {}, schema, options);

describe("a read", () => {
  it.each<[string, HttpAnswer]>([
    ["500", json(500, { message: "oops" })],
    ["502 with HTML", reply(502, "<html>")],
    ["a dropped connection", { kind: "drop" }],
    ["a body cut half-way", reply(200, '{"nichandle":"ls14')],
    ["200 with HTML", reply(200, "<html>")],
    ["429 without Retry-After", json(429, { message: "slow" })],
  ])("is tried again after %s", async (_, failure) => {
    const rig = await openRig({ answer: afterFailures(failure, 1) });
    const reading = readMe(rig);
    await rig.retried(1);
    expect((await reading).value).toEqual({ nichandle: "ls148374-ovh" });
  });

  it.each<[string, HttpAnswer, string]>([
    ["a refusal", json(400, { message: "no" }), "refused"],
    ["404", json(404, { message: "no" }), "gone"],
    ["460", json(460, { message: "no" }), "gone"],
    ["a missing right", json(403, { errorCode: "NOT_GRANTED_CALL", message: "no" }), "forbidden"],
    ["JSON of another shape", json(200, { nichandle: 7 }), "misunderstood"],
  ])("is not tried again after %s", async (_, failure, kind) => {
    const rig = await openRig({ answer: () => failure });
    expect((await failureOf(readMe(rig))).facts.kind).toBe(kind);
    expect(rig.requests).toHaveLength(1);
  });

  it("waits longer each time, never exactly as long as others", async () => {
    const delaysOf = async (random: () => number) => {
      const rig = await openRig({ answer: afterFailures(json(500, {}), 5), random });
      const reading = readMe(rig, background);
      const delays: number[] = [];
      for (let turn = 1; turn <= 5; turn++) delays.push(await rig.retried(turn));
      await reading;
      return delays;
    };
    expect(await delaysOf(() => 0)).toEqual([250, 500, 1000, 2000, 4000]);
    expect(await delaysOf(() => 0.999)).toEqual([500, 1000, 1999, 3998, 7996]);
  });

  it("gives up after three attempts for a person, six in the background, with the last error", async () => {
    for (const [options, attempts] of [
      [person, 3],
      [background, 6],
    ] as const) {
      const rig = await openRig({ answer: () => json(503, { message: "down" }, { "x-ovh-queryid": "q" }) });
      const failing = failureOf(readMe(rig, options));
      for (let turn = 1; turn < attempts; turn++) await rig.retried(turn);
      expect((await failing).facts).toMatchObject({ kind: "unreachable", sent: "no", queryId: "q" });
      expect(rig.requests).toHaveLength(attempts);
    }
  });

  it.each([
    ["seconds", "7"],
    ["a date", new Date(START + 7 * SECOND).toUTCString()],
  ])("waits as long as Retry-After says in %s, and so does everybody else", async (_, header) => {
    const rig = await openRig({ answer: afterFailures(json(429, {}, { "retry-after": header }), 1) });
    const first = readMe(rig);
    await rig.retrying(1);
    const second = readMe(rig);
    await rig.clock.advance(7 * SECOND - 1);
    expect(rig.requests).toHaveLength(1);
    await rig.clock.advance(1);
    await Promise.all([first, second]);
    expect(rig.requests).toHaveLength(3);
  });

  it("does not let a person wait longer than the deadline for another attempt", async () => {
    const rig = await openRig({ answer: () => json(429, {}, { "retry-after": "21" }) });
    expect((await failureOf(readMe(rig))).facts.kind).toBe("busy");
    expect(rig.requests).toHaveLength(1);
  });

  it("has a deadline for each attempt", async () => {
    const rig = await openRig({ answer: (_, turn) => (turn === 1 ? { kind: "silence" } : ok) });
    const reading = readMe(rig);
    await rig.arrived(1);
    await rig.clock.advance(20 * SECOND);
    await rig.retried(1);
    expect((await reading).value).toEqual({ nichandle: "ls148374-ovh" });
  });

  it("can be given up while it waits for the answer", async () => {
    const rig = await openRig({ answer: () => ({ kind: "silence" }) });
    const leaving = new AbortController();
    const failing = failureOf(readMe(rig, { ...person, signal: leaving.signal }));
    await rig.arrived(1);
    leaving.abort();
    expect((await failing).message).toBe("GET /me: the call was given up");
    expect(rig.clock.next()).toBeNull();
  });

  it("can be given up between two attempts", async () => {
    const rig = await openRig({ answer: () => json(500, {}) });
    const leaving = new AbortController();
    const failing = failureOf(readMe(rig, { ...background, signal: leaving.signal }));
    await rig.retrying(1);
    leaving.abort();
    expect((await failing).facts).toEqual({ kind: "unreachable", sent: "no" });
    expect(rig.requests).toHaveLength(1);
    expect(rig.clock.next()).toBeNull();
  });

  it("is given up when the client closes, as is a change, which is then unknown", async () => {
    const rig = await openRig({ answer: () => ({ kind: "silence" }) });
    const reading = failureOf(readMe(rig));
    const changing = failureOf(rig.client.change("updateService", { id: 7 }, {}));
    await rig.arrived(2);
    rig.client.close();
    expect((await reading).facts.sent).toBe("no");
    expect((await changing).facts.sent).toBe("unknown");
    expect((await failureOf(rig.client.change("updateService", { id: 7 }, {}))).facts.sent).toBe("no");
  });
});

describe("the budget", () => {
  it("tells a person after the deadline that there is no place, and sends nothing", async () => {
    const rig = await openRig({ answer: () => ok, callsPerMinute: 2 });
    await Promise.all([readMe(rig), readMe(rig)]);
    const failing = failureOf(rig.client.change("updateService", { id: 7 }, {}));
    await rig.clock.advance(20 * SECOND);
    expect((await failing).facts).toEqual({ kind: "busy", sent: "no" });
    expect(rig.requests).toHaveLength(2);
  });

  it("makes background work wait its turn, and counts attempts, not questions", async () => {
    const rig = await openRig({ answer: afterFailures(json(500, {}), 1), callsPerMinute: 2 });
    const reading = readMe(rig, background);
    await rig.retried(1);
    expect(rig.requests).toHaveLength(1);
    await rig.clock.advance(MINUTE);
    await reading;
    expect(rig.requests).toHaveLength(2);
  });
});
