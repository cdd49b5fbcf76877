import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createLog, type LogOptions } from "../../../adapters/log/log.ts";
import type { Log, LogFields } from "../../../src/ports.ts";

const Line = z.record(z.string(), z.unknown());

function capture(options: Partial<LogOptions> = {}): { readonly log: Log; text(): string; last(): unknown } {
  const lines: string[] = [];
  const log = createLog({ level: "debug", destination: { write: (line) => lines.push(line) }, ...options });
  return { log, text: () => lines.join(""), last: () => Line.parse(JSON.parse(lines.at(-1) ?? "null")) };
}

/** What a line says of these fields. */
const written = (fields: LogFields, options: Partial<LogOptions> = {}): string => {
  const { log, text } = capture(options);
  log.info("event", fields);
  return text();
};

const BOT = ["xoxb", "1234567890", "planted"].join("-");
const DISCORD = ["MTIzNDU2Nzg5MDEyMzQ1Njc4", "GhIjKl", "planted-planted-planted-plan"].join(".");

describe("a log line", () => {
  it("is one line of JSON with level, time, event and fields", () => {
    const { log, text, last } = capture();
    log.warn("store.thing-happened", { path: "/data/x", count: 3, list: ["a\nb"], nothing: null });
    expect(text().match(/\n/g)).toHaveLength(1);
    expect(last()).toEqual({
      level: "warn",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      event: "store.thing-happened",
      path: "/data/x",
      count: 3,
      list: ["a\nb"],
      nothing: null,
    });
  });

  it("is written at its level and above only", () => {
    const { log, text } = capture({ level: "warn" });
    log.debug("one");
    log.info("two");
    expect(text()).toBe("");
    log.warn("three");
    log.error("four");
    expect(text().match(/\n/g)).toHaveLength(2);
  });

  it("keeps its own keys when a field has the same name", () => {
    const { log, last } = capture();
    log.info("event", { level: 7, event: "other", time: 1 });
    expect(last()).toMatchObject({ level: "info", event: "event", "field-level": 7, "field-event": "other" });
  });

  it("tells an error with its name, message, stack, facts and causes", () => {
    const { log, last } = capture();
    const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    log.error("failed", { error: new AggregateError([new TypeError("inner")], "outer", { cause }) });
    expect(last()).toMatchObject({
      error: {
        name: "AggregateError",
        message: "outer",
        stack: expect.stringContaining("log.test.ts"),
        cause: { message: "connect ECONNREFUSED", code: "ECONNREFUSED" },
        errors: [{ name: "TypeError", message: "inner" }],
      },
    });
  });

  it("never fails, whatever the fields are", () => {
    const circle: Record<string, unknown> = { n: 1n, f: () => 1, s: Symbol("s"), d: new Date(Number.NaN) };
    circle.self = circle;
    Object.defineProperty(circle, "bad", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(written({ circle })).toContain("[unreadable]");
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ inner }), "end");
    expect(
      written({ deep, wide: Array.from({ length: 5000 }).fill("x"), long: "y".repeat(1e6) }).length,
    ).toBeLessThan(20_000);
    const knot: unknown[] = [];
    knot.push(knot, Buffer.from("bytes"), new Map([["a", new Set([1])]]));
    expect(written({ knot })).toContain('["[circular]","[5 bytes]",{"a":[1]}]');
  });
});

describe("a secret", () => {
  it.each<[string, LogFields]>([
    ["in a field named so", { token: "planted" }],
    [
      "in a field of any spelling",
      { botToken: "planted", OVH_APPLICATION_SECRET: "planted", consumerKey: "planted" },
    ],
    [
      "in every kind of secret field",
      {
        ...Object.fromEntries(
          [
            "authorization",
            "X-Ovh-Signature",
            "x-ovh-consumer",
            "password",
            "response_url",
            "trigger_id",
            "cookie",
          ].map((name) => [name, "planted"]),
        ),
      },
    ],
    ["deep down", { a: [{ b: { c: new Map([["clientSecret", "planted"]]) } }] }],
    ["in headers", { headers: new Headers({ Authorization: "Bearer planted", cookie: "planted" }) }],
    ["in a field with an object", { token: { value: "planted" }, secrets: ["planted"] }],
    ["in a text", { text: `posted with ${BOT}, twice (${BOT})` }],
    ["of Slack's other kinds", { text: "xapp-1-A1-planted xoxe.xoxp-1-planted xoxp-planted" }],
    ["of Discord in a text", { text: `login with ${DISCORD} failed` }],
    ["in a JSON web token", { text: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.planted_planted_planted" }],
    ["behind Bearer", { text: "sent Authorization: Bearer planted/planted==" }],
    ["in an OVHcloud signature", { text: "$1$planted0123456789abcdef0123456789abcdef" }],
    [
      "in an interaction's webhook",
      { url: "https://discord.com/api/v10/webhooks/123/planted/messages/@original" },
    ],
    [
      "in an interaction's callback",
      { url: new URL("http://127.0.0.1:1/api/v10/interactions/123/planted/callback") },
    ],
    ["in a Slack response URL", { text: "POST https://hooks.slack.com/commands/T1/2/planted" }],
    [
      "in a query",
      { url: "wss://wss.slack.test/link/?ticket=planted&app_id=A1", next: "/x?a=1&token=planted" },
    ],
    ["in JSON in a text", { text: '{"access_token":"planted","x":1}' }],
    ["in JSON in JSON", { text: JSON.stringify(JSON.stringify({ consumerKey: "planted" })) }],
    ["in a setting in a text", { text: "OVH_CONSUMER_KEY=planted application_secret: planted" }],
    ["in an error's message", { error: new Error(`refused ${BOT}`) }],
    ["in an error's cause", { error: new Error("outer", { cause: new Error(`inner ${DISCORD}`) }) }],
    ["in an error's own fields", { error: Object.assign(new Error("x"), { config: { token: "planted" } }) }],
    ["in an aggregate's errors", { error: new AggregateError([new Error(`refused ${BOT}`)]) }],
    ["in what toJSON gives", { thing: { toJSON: () => ({ token: "planted" }) } }],
    ["as a key", { seen: { [BOT]: 1 } }],
    ["in a message's body", { error: Object.assign(new Error("x"), { requestBody: { json: "planted" } }) }],
  ])("is masked %s", (_, fields) => {
    const line = written(fields);
    expect(line).toContain("[redacted]");
    expect(line).not.toContain("planted");
  });

  it("of Slack that opens a modal is masked in a text", () => {
    const trigger = "1234567890.123456789012.0123456789abcdef0123456789abcdef";
    expect(written({ text: `views.open with ${trigger}` })).toContain("views.open with [redacted]");
  });

  it("is masked in the event's name too", () => {
    const { log, text } = capture();
    log.error(`could not use ${BOT}`);
    expect(text()).not.toContain("planted");
  });

  it("is masked where a long text is cut off", () => {
    expect(written({ text: `${"x ".repeat(3990)}${BOT}${"y".repeat(1000)}` })).not.toContain("1234567890");
  });

  it("is looked for in a time that does not explode", () => {
    const nasty = ["a-", "token", "a.", "https://", "\\"].map((part) => part.repeat(4000));
    const start = performance.now();
    written({ nasty });
    // Takes about ten milliseconds; with unbounded repetitions it takes minutes.
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("of the configuration is masked whatever it looks like", () => {
    const secrets = ["MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1", "planted word", ""];
    const line = written(
      { text: `a ${secrets[0]} b ${secrets[1]}`, error: new Error(`c ${secrets[0]}`) },
      { secrets },
    );
    expect(line).not.toMatch(/MtSwSr|planted/);
    expect(line).toContain('"text":"a [redacted] b [redacted]"');
  });

  it("is not seen where there is none", () => {
    const fields = {
      service: "vps-1a2b3c4d.vps.ovh.net",
      name: "secretary.example.com",
      path: "/services/123/terminate",
      said: "This service is already terminated: too late",
      queryId: "EU.ext-1.5f3e6a7b.12345.0123456789abcdef",
      hasToken: true,
      channel: "slack:C0123ABCD",
    };
    expect(JSON.parse(written(fields))).toMatchObject(fields);
  });
});
