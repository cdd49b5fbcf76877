import { describe, expect, it, onTestFinished } from "vitest";
import { createHook } from "../../../adapters/slack/hook.ts";
import { createSandboxClock } from "../../../sandbox/clock.ts";
import { type HttpAnswer, json, readJson, reply, serveHttp } from "../../../sandbox/http.ts";
import { MINUTE } from "../../../src/domain/instant.ts";

const MESSAGE = { text: "Answer", blocks: [] };

async function createHookTo(answer: () => HttpAnswer = () => reply(200, "ok")) {
  const bodies: unknown[] = [];
  const server = await serveHttp({
    handle: ({ body }) => {
      bodies.push(readJson(body));
      return answer();
    },
  });
  onTestFinished(() => server.close());
  const clock = createSandboxClock({ start: 1_800_000_000_000, frozen: true });
  return { hook: createHook(`${server.origin}/response/1`, clock), bodies, clock };
}

describe("a response_url", () => {
  it("shows to one person, in place of the pressed message or beside it, and takes it away", async () => {
    const { hook, bodies } = await createHookTo();
    await hook.show(MESSAGE, true);
    await hook.show(MESSAGE, false);
    await hook.clear();
    expect(bodies).toEqual([
      expect.objectContaining({ response_type: "ephemeral", replace_original: true, ...MESSAGE }),
      expect.objectContaining({ response_type: "ephemeral", replace_original: false }),
      { delete_original: true },
    ]);
  });

  it("is used five times and not a sixth", async () => {
    const { hook, bodies } = await createHookTo();
    for (let use = 0; use < 5; use++) await hook.show(MESSAGE, false);
    await expect(hook.show(MESSAGE, false)).rejects.toMatchObject({
      name: "ResponseUrlError",
      code: "spent",
    });
    expect(bodies).toHaveLength(5);
  });

  it("is not used after thirty minutes", async () => {
    const { hook, bodies, clock } = await createHookTo();
    await clock.advance(30 * MINUTE);
    await expect(hook.show(MESSAGE, false)).rejects.toMatchObject({ code: "spent" });
    expect(bodies).toEqual([]);
  });

  it.each([
    { answer: () => json(404, { ok: false, error: "expired_url" }), code: "expired_url" },
    { answer: () => json(200, { ok: false, error: "invalid_blocks" }), code: "invalid_blocks" },
    { answer: () => reply(400, "invalid_blocks"), code: "invalid_blocks" },
    { answer: () => reply(500, "<html>Bad Gateway</html>"), code: "http_500" },
    { answer: (): HttpAnswer => ({ kind: "drop" }), code: "no_answer" },
    { answer: () => reply(302, "", { location: "http://127.0.0.1:9/elsewhere" }), code: "no_answer" },
  ])("says that it was refused ($code)", async ({ answer, code }) => {
    const { hook } = await createHookTo(answer);
    await expect(hook.show(MESSAGE, false)).rejects.toMatchObject({ name: "ResponseUrlError", code });
  });

  it("keeps its address out of the error", async () => {
    const { hook } = await createHookTo(() => ({ kind: "drop" }));
    const error = await hook.show(MESSAGE, false).catch(String);
    expect(error).not.toContain("/response/1");
  });
});
