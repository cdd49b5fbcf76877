import { DiscordAPIError, HTTPError, RateLimitError } from "@discordjs/rest";
import { describe, expect, it } from "vitest";
import { OutOfTime } from "../../../../adapters/discord/wire/deadline.ts";
import { describe as describeError, redacted } from "../../../../adapters/discord/wire/describe.ts";
import { deliveryError, type Failure, failureOf } from "../../../../adapters/discord/wire/failure.ts";
import { PressTooLong } from "../../../../src/card/press.ts";
import { CardTooLarge } from "../../../../src/card/too-large.ts";

const TOKEN = "aW50ZXJhY3Rpb246MTQ0MjAwMDAwMDAwMDAwMDAwMTpzZWNyZXQ";
const URL_WITH_TOKEN = `https://discord.com/api/v10/webhooks/1210000000000000001/${TOKEN}/messages/@original`;
const BODY = { body: { content: "A secret" }, files: undefined };

const api = (code: number, status: number): Error =>
  new DiscordAPIError({ code, message: "no" }, code, status, "PATCH", URL_WITH_TOKEN, BODY);
const http = (status: number): Error => new HTTPError(status, "Bad", "PATCH", URL_WITH_TOKEN, BODY);
const socket = (code: string): Error =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code }) });
const limited = new RateLimitError({
  global: false,
  hash: "h",
  limit: 1,
  majorParameter: "1",
  method: "POST",
  retryAfter: 60_000,
  route: "/x",
  scope: "user",
  sublimitTimeout: 0,
  timeToReset: 60_000,
  url: URL_WITH_TOKEN,
});

describe("failureOf", () => {
  it.each<[string, Failure, Error]>([
    ["10062 unknown interaction", "too-late", api(10062, 404)],
    ["50027 invalid webhook token", "too-late", api(50027, 401)],
    ["10015 unknown webhook", "too-late", api(10015, 404)],
    ["40060 already acknowledged", "taken", api(40060, 400)],
    ["50001 missing access", "not-in-channel", api(50001, 403)],
    ["50013 missing permissions", "not-in-channel", api(50013, 403)],
    ["10003 unknown channel", "gone", api(10003, 404)],
    ["10008 unknown message", "gone", api(10008, 404)],
    ["50007 closed direct messages", "gone", api(50007, 403)],
    ["30046 too many edits of an old message", "passing", api(30046, 429)],
    ["50035 invalid form body", "refused", api(50035, 400)],
    ["a 404 without a known code", "gone", api(0, 404)],
    ["401", "token-refused", api(0, 401)],
    ["500", "unknown", http(500)],
    ["a time-out", "unknown", new OutOfTime("15 s")],
    ["a connection reset", "unknown", socket("ECONNRESET")],
    ["a refused connection", "passing", socket("ECONNREFUSED")],
    ["no such host", "passing", socket("ENOTFOUND")],
    ["a long rate limit", "passing", limited],
    ["a card that does not fit", "refused", new CardTooLarge("4,001")],
    ["a press that does not fit", "refused", new PressTooLong("101")],
    ["what is no error", "unknown", new Error("anything")],
  ])("knows %s as %s", (_name, failure, error) => {
    expect(failureOf(error)).toBe(failure);
  });
});

describe("what is told of an error", () => {
  it.each([
    api(50035, 400),
    http(502),
    limited,
    new Error(`GET ${URL_WITH_TOKEN} failed`),
    `at ${URL_WITH_TOKEN}`,
  ])("holds neither a token nor the message: %#", (error) => {
    const told = `${describeError(error)} ${deliveryError(error).message}`;
    expect(told).not.toContain(TOKEN);
    expect(told).not.toContain("A secret");
    expect(deliveryError(error).cause).toBeUndefined();
  });

  it("names the route, the status and the code", () => {
    expect(describeError(api(10008, 404))).toBe(
      "PATCH /api/v10/webhooks/1210000000000000001/[token]/messages/@original: 404, code 10008: no",
    );
    expect(describeError(socket("ECONNREFUSED"))).toBe("TypeError: fetch failed (Error: connect)");
  });

  it("never holds the bot's token", () => {
    const token = `${"A".repeat(24)}.${"b".repeat(6)}.${"c".repeat(38)}`;
    expect(redacted(`Provided token: ${token}`)).toBe("Provided token: [token]");
  });
});
