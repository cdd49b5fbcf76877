import { describe, expect, it, vi } from "vitest";
import { createLine } from "../../../adapters/slack/lines.ts";
import { ALICE, OPS } from "../../../sandbox/slack/world.ts";
import { MINUTE, SECOND } from "../../../src/domain/instant.ts";
import { FatalError } from "../../../src/errors.ts";
import { prepare, type Setup, seen, start } from "./harness.ts";

const bothUp = ({ sandbox }: Setup) => sandbox.changed(() => sandbox.connections.count() === 2);

async function answers({ sandbox }: Setup, word: string): Promise<void> {
  const act = await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", word);
  expect(act.kind).toBe("acknowledged");
  await seen(sandbox, `Answer to ${word}`);
}

/** The clock stands still: it is moved on until the connections are there again. */
async function letTimePass(setup: Setup, until: () => boolean): Promise<void> {
  await vi.waitFor(async () => {
    await setup.clock.advance(10 * SECOND);
    expect(until()).toBe(true);
  });
}

describe("Socket Mode connections", () => {
  it.each(["warning", "refresh_requested", "too_many_websockets"] as const)(
    "lose nothing while Slack recycles one of them (%s)",
    async (reason) => {
      const setup = await start("socket");
      setup.sandbox.connections.disconnect(reason, "oldest");
      await answers(setup, "during");
      await bothUp(setup);
      await answers(setup, "after");
      expect(setup.sandbox.person(ALICE.id).errors()).toEqual([]);
    },
  );

  it("are there again at once when both are recycled, without a pause", async () => {
    const setup = await start("socket");
    setup.sandbox.connections.disconnect("refresh_requested", "all");
    // The clock is frozen: a pause before the new connection would never end.
    await bothUp(setup);
    await answers(setup, "after");
  });

  it("are there again at once although Slack leaves the TCP connections of the old ones open", async () => {
    const setup = await prepare("socket");
    setup.sandbox.connections.keepTcpOpen();
    await setup.adapter.start(setup.bot);
    await bothUp(setup);
    setup.sandbox.connections.disconnect("refresh_requested", "all");
    await bothUp(setup);
    await answers(setup, "after");
  });

  it("give up a peer that is silent, and connect anew", async () => {
    const setup = await prepare("socket");
    const { sandbox, clock, log } = setup;
    const { appToken, apiUrl } = sandbox;
    const connected = () => sandbox.traffic().filter(({ name }) => name === "connected").length;
    const line = createLine({
      name: "only",
      appToken,
      apiUrl,
      clock,
      log,
      onFatal: () => {},
      pongWithinMs: 60,
    });
    await line.start();
    sandbox.connections.freeze();
    await vi.waitFor(() => expect(connected()).toBe(2), { timeout: 5000 });
    line.stop();
  });

  it("lose nothing while Slack leaves the TCP connection of a recycled one open", async () => {
    const setup = await prepare("socket");
    setup.sandbox.connections.keepTcpOpen();
    await setup.adapter.start(setup.bot);
    await bothUp(setup);
    setup.sandbox.connections.disconnect("refresh_requested", "oldest");
    await answers(setup, "one");
    await answers(setup, "two");
    expect(setup.sandbox.person(ALICE.id).errors()).toEqual([]);
  });

  it("come back after they were cut without a word", async () => {
    const setup = await start("socket");
    setup.sandbox.connections.cut();
    await letTimePass(setup, () => setup.sandbox.connections.count() === 2);
    await answers(setup, "after");
  });

  it("come back after an outage, and say so in the log once for each connection", async () => {
    const setup = await start("socket");
    const { sandbox, log } = setup;
    sandbox.faults.add({ path: "apps.connections.open", fault: { kind: "status", status: 503 }, count: 8 });
    sandbox.connections.disconnect("refresh_requested", "all");
    await letTimePass(setup, () => sandbox.connections.count() === 2);
    await answers(setup, "after");
    expect(log.lines.filter(({ event }) => event === "slack.line-down")).toHaveLength(2);
    expect(setup.fatal).toEqual([]);
  });

  it("survive frames that cannot be read", async () => {
    const setup = await start("socket");
    for (const frame of [
      "",
      "nonsense",
      "null",
      "[]",
      '{"type":"events_api"}',
      '{"type":"odd","payload":null}',
    ]) {
      setup.sandbox.connections.sendRaw(frame);
    }
    await answers(setup, "after");
    expect(setup.fatal).toEqual([]);
  });

  it.each(["invalid_auth", "token_revoked"])(
    "end the process once, in one line, when the app token is dead on reconnection (%s)",
    async (code) => {
      const { sandbox, fatal } = await start("socket");
      sandbox.revoke("app", code);
      sandbox.connections.disconnect("refresh_requested", "all");
      await vi.waitFor(() => expect(fatal).toHaveLength(1));
      expect(fatal[0]).toBeInstanceOf(FatalError);
      expect(fatal[0]?.message).toContain(`SLACK_APP_TOKEN) (${code})`);
    },
  );

  it("end the process once when Slack switches Socket Mode off", async () => {
    const { sandbox, fatal } = await start("socket");
    sandbox.connections.disconnect("link_disabled", "all");
    await vi.waitFor(() =>
      expect(fatal.map(({ message }) => message)).toEqual([expect.stringContaining("link_disabled")]),
    );
  });

  it("are closed by a stop, though the peer leaves TCP open", async () => {
    const setup = await prepare("socket");
    setup.sandbox.connections.keepTcpOpen();
    await setup.adapter.start(setup.bot);
    await bothUp(setup);
    await setup.adapter.stop();
    await setup.sandbox.changed(() => setup.sandbox.connections.count() === 0);
  });
});

describe("the start", () => {
  it.each(["socket", "http"] as const)(
    "is refused in one line by a dead bot token (%s)",
    async (transport) => {
      const { adapter, bot, fatal } = await prepare(transport, { botToken: "xoxb-nobody" });
      await expect(adapter.start(bot)).rejects.toThrow(
        /^Slack refuses the bot token \(SLACK_BOT_TOKEN\) \(invalid_auth\)/,
      );
      expect(fatal).toEqual([]);
    },
  );

  it("is refused in one line by a dead app token", async () => {
    const { adapter, bot, sandbox } = await prepare("socket");
    sandbox.revoke("app", "invalid_auth");
    await expect(adapter.start(bot)).rejects.toThrow(/SLACK_APP_TOKEN/);
  });

  it("waits for a Slack that is down, and no longer than its own deadline", async () => {
    const setup = await prepare("socket");
    const { sandbox, adapter, bot, clock } = setup;
    sandbox.faults.add({ path: "auth.test", fault: { kind: "status", status: 503 }, count: 1000 });
    const starting = adapter.start(bot);
    const outcome = expect(starting).rejects.toThrow("Slack could not be reached within 30 seconds");
    await clock.advance(MINUTE);
    await outcome;
    const asked = 1000 - (sandbox.faults.pending()[0]?.count ?? 0);
    expect(asked).toBeLessThan(30);
    expect(clock.next()).toBeNull();
  });

  it("is refused in one line when the port is taken", async () => {
    const { adapter } = await start("http");
    const port = Number(new URL(adapter.address() ?? "").port);
    const { adapter: second, bot } = await prepare("http", { port });
    await expect(second.start(bot)).rejects.toThrow(
      /^Slack's requests cannot be taken at 127\.0\.0\.1:\d+: .*EADDRINUSE/,
    );
  });

  it("goes on when Slack comes back in time", async () => {
    const setup = await prepare("http");
    const { sandbox, adapter, bot, clock } = setup;
    sandbox.faults.add({ path: "auth.test", fault: { kind: "status", status: 503 }, count: 2 });
    const starting = adapter.start(bot);
    await vi.waitFor(async () => {
      await clock.advance(SECOND);
      expect(adapter.address()).not.toBeNull();
    });
    await starting;
  });
});
