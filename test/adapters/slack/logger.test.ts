import { describe, expect, it } from "vitest";
import { createLogger, reasonOf, redact } from "../../../adapters/slack/logger.ts";
import { createSilentLog } from "../../fakes/silent-log.ts";

describe("what is written down of Slack's SDK", () => {
  it.each([
    "xoxb-123-456-AbC",
    "xapp-1-A0-1-abc",
    "https://hooks.slack.com/commands/T0/1/secret",
    "wss://wss-primary.slack.com/link/?ticket=secret",
    "http://127.0.0.1:1234/response/secret",
  ])("holds nothing of %s", (secret) => {
    const written = redact(`could not reach ${secret}: no answer`);
    expect(written).toContain("[redacted]");
    expect(written).not.toMatch(/secret|AbC|abc/);
  });

  it("names an error and its cause, without secrets", () => {
    const error = new Error("no answer", { cause: new Error("xoxb-1-2-secret refused") });
    expect(reasonOf(error)).toBe("Error: no answer: [redacted] refused");
  });

  it("drops the debug level, where whole payloads stand", () => {
    const log = createSilentLog();
    const logger = createLogger(log);
    logger.debug('{"payload":{"state":"typed token"}}');
    logger.info("connected");
    logger.error(new Error("xapp-1-secret"), "again");
    expect(log.lines).toEqual([
      { level: "debug", event: "slack.sdk", fields: { said: "connected" } },
      { level: "warn", event: "slack.sdk", fields: { said: "Error: [redacted] again" } },
    ]);
  });
});
