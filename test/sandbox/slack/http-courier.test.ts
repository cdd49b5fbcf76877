import { expect, it } from "vitest";
import { type HttpRequest, reply, serveHttp } from "../../../sandbox/http.ts";
import { createHttpCourier, signed } from "../../../sandbox/slack/http-courier.ts";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { startBolt, startSandbox } from "./bolt.ts";

/** The example of https://docs.slack.dev/authentication/verifying-requests-from-slack */
it("signs as in Slack's own example", () => {
  const body =
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  expect(signed(body, "8f742231b10e8888abcd99yyyzzz85a5", 1531420618)["x-slack-signature"]).toBe(
    "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  );
});

async function listen(status = 200, body = "") {
  const { sandbox, clock } = await startSandbox();
  const requests: HttpRequest[] = [];
  const server = await serveHttp({
    handle(request) {
      requests.push(request);
      return reply(status, body);
    },
  });
  sandbox.deliverTo(`${server.origin}/slack/events`);
  return { sandbox, clock, requests, server };
}

it("posts commands and interactions as forms and events as JSON", async () => {
  const { sandbox, requests, server } = await listen();
  await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "é & é");
  await sandbox.person(ALICE.id).openHome();
  await server.close();
  expect(requests.map(({ headers }) => headers["content-type"])).toEqual([
    "application/x-www-form-urlencoded",
    "application/json",
  ]);
  const form = new URLSearchParams(requests[0]?.body.toString());
  expect(Object.fromEntries(form)).toMatchObject({
    command: "/ovh",
    text: "é & é",
    is_enterprise_install: "false",
  });
});

it("takes another status than 200 for a failure, and a text for the command's answer", async () => {
  const broken = await listen(500);
  const act = await broken.sandbox.person(ALICE.id).slash(OPS.id, "/ovh");
  expect(act).toMatchObject({ kind: "failed", reason: "dispatch_failed" });
  await broken.server.close();
  const wordy = await listen(200, "hello");
  await wordy.sandbox.person(ALICE.id).slash(OPS.id, "/ovh");
  expect(wordy.sandbox.person(ALICE.id).sees(OPS.id)).toMatchObject([{ text: "hello", ephemeral: true }]);
  await wordy.server.close();
});

it("fails a command when nobody listens at the address", async () => {
  const { sandbox, server } = await listen();
  await server.close();
  expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ reason: "dispatch_failed" });
});

it("has Bolt echo a challenge", async () => {
  const { sandbox } = await startSandbox();
  await startBolt(sandbox, "http", () => undefined);
  expect(await sandbox.verifyUrl("abc")).toEqual({ kind: "acknowledged", answer: { challenge: "abc" } });
});

it("is turned away by Bolt when its clock is six minutes slow", async () => {
  const slow = { now: () => Date.now() - 360_000, at: () => () => undefined };
  const { sandbox } = await startSandbox({ signingClock: slow });
  await startBolt(sandbox, "http", (app) => {
    app.command("/ovh", async ({ ack }) => ack());
  });
  expect(await sandbox.person(ALICE.id).slash(OPS.id, "/ovh")).toMatchObject({ kind: "failed" });
});

it("calls addresses of this machine only", () => {
  const clock = { now: () => 0, at: () => () => undefined };
  const target = { url: "http://example.com/slack/events", signingSecret: "s" };
  expect(() => createHttpCourier(target, clock, clock)).toThrow("only calls addresses of this machine");
});
