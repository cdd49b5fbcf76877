import { expect, it } from "vitest";
import { readBotLine } from "../../sandbox/playground/bot/line.ts";
import { type OpenPlayground, openOnFrozenClock } from "./open.ts";

const line = (fields: object): string => JSON.stringify({ time: "2026-11-22T09:00:00.000Z", ...fields });

it("reads warnings and errors of the bot's log: the event, then what belongs to it", () => {
  expect(
    readBotLine(line({ level: "warn", event: "ovhcloud.retry", after: 1500, path: "/services" })),
  ).toEqual({
    level: "warn",
    line: 'ovhcloud.retry {"after":1500,"path":"/services"}',
  });
  expect(readBotLine(line({ level: "error", event: "slack.bug" }))).toEqual({
    level: "error",
    line: "slack.bug",
  });
});

it("passes over what only says that all is well, and what is no line of the log", () => {
  for (const text of [
    line({ level: "info", event: "slack.line-up" }),
    line({ level: "debug", event: "x" }),
    line({ event: "of no level" }),
    "Lastcall is ready",
    "",
    "null",
    "[]",
    '{"level":"warn"',
  ])
    expect([text, readBotLine(text)]).toEqual([text, null]);
});

it("shortens what nobody would read to its end", () => {
  const read = readBotLine(line({ level: "error", event: "a long story", told: "x".repeat(5000) }));
  expect(read?.line).toHaveLength(300);
  expect(read?.line).toMatch(/^a long story /);
});

it("stands in the journal when the bot warns, and is handed to whoever keeps the log", async () => {
  const logged: string[] = [];
  const open: OpenPlayground = await openOnFrozenClock({ onLog: (text) => void logged.push(text) });
  try {
    const sight = await open.watch("alice");
    open
      .life()
      .world.slack.faults.add({ path: "*users.info", fault: { kind: "status", status: 500 }, count: 10 });
    await open.act("alice", { kind: "slack-slash", channel: "C0OPS", command: "/ovh", text: "help" });
    const entry = await open.meanwhile(
      sight.until(() => sight.many("journal").find(({ kind }) => kind === "log")),
    );
    expect(entry).toMatchObject({
      kind: "log",
      level: "warn",
      line: expect.stringMatching(/^slack\.user-unread /),
    });
    expect(logged.some((text) => text.includes('"slack.user-unread"'))).toBe(true);
  } finally {
    await open.close();
  }
});
