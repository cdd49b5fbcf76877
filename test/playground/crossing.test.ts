import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serveHttp } from "../../sandbox/http.ts";
import type { StartBot } from "../../sandbox/playground/bot/runner.ts";
import { DAY } from "../../src/domain/instant.ts";
import { startInProcessBot } from "./in-process-bot.ts";
import { type OpenPlayground, openOnFrozenClock } from "./open.ts";

/** What two people, or one in a hurry, do across each other. */

let open: OpenPlayground;
/** Bots that were started and are not over. */
let alive = 0;
let started = 0;

const startCounted: StartBot = (options) => {
  alive++;
  started++;
  const bot = startInProcessBot(options);
  return { ...bot, over: bot.over.finally(() => alive--) };
};

beforeEach(async () => {
  alive = 0;
  started = 0;
  open = await openOnFrozenClock({ startBot: startCounted });
});
afterEach(() => open.close());

describe("starting over", () => {
  it("leaves no bot behind that somebody restarts at the same moment", async () => {
    await Promise.all([
      open.act("alice", { kind: "bot", what: "restart" }),
      open.act("bruno", { kind: "start-over", account: "example" }),
      open.act("chloe", { kind: "bot", what: "restart" }),
    ]);
    await expect.poll(() => alive).toBe(1);
    expect(open.life().bot.state().kind).toBe("ready");
  });

  it("gives one life after the other to those who ask at once", async () => {
    const anew = { kind: "start-over", account: "example" } as const;
    const answers = await Promise.all([open.act("alice", anew), open.act("bruno", anew)]);
    expect(answers).toEqual([{ kind: "done" }, { kind: "done" }]);
    expect([started, alive]).toEqual([3, 1]);
  });
});

describe("a story", () => {
  const play = { kind: "story-play" } as const;
  const tell = (): Promise<void> =>
    open.does("bruno", { kind: "story-open", story: "think-again", platform: "slack", language: "en" });

  const acts = (): readonly string[] =>
    [...open.life().journal.entries().values()].flatMap((entry) =>
      entry.kind === "act" ? [`${entry.verb} ${entry.words}`] : [],
    );

  it("plays a step once, however often one asks for it at once", async () => {
    await tell();
    const answers = await Promise.all([1, 2, 3, 4].map(() => open.act("bruno", play)));
    expect(answers.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ kind: "refused", reason: "playing" }));
    expect(acts()).toEqual(["types /ovh terminate vps-1a2b3c4d.vps.ovh.net"]);
  });

  it("plays each step once for one who does not wait for what comes of it", async () => {
    await tell();
    for (let round = 0; round < 12; round++) await open.act("bruno", play);
    const isOver = async (): Promise<boolean> => {
      await open.act("bruno", play);
      return (
        open
          .life()
          .play.state()
          ?.findings?.every(({ holds }) => holds) ?? false
      );
    };
    await expect.poll(isOver, { timeout: 15_000 }).toBe(true);
    expect(acts()).toHaveLength(3);
  });

  it("says that the bot is down, and goes on when it is back", async () => {
    await tell();
    await open.does("bruno", { kind: "bot", what: "kill" });
    expect(await open.act("bruno", play)).toMatchObject({ kind: "refused", reason: "bot-down" });
    await open.does("bruno", { kind: "bot", what: "start" });
    await open.does("bruno", play);
    await expect.poll(() => open.life().play.state()?.steps[0]?.state).toBe("done");
  });
});

describe("the clock", () => {
  it("takes no step that is longer than a year and a bit", async () => {
    await expect(open.act("alice", { kind: "clock-advance", ms: 8.6e15 })).rejects.toThrow(/^400 /);
  });

  it("goes no further than ten years, step by step either", async () => {
    await open.does("alice", { kind: "bot", what: "kill" });
    const year = { kind: "clock-advance", ms: 390 * DAY } as const;
    for (let step = 0; step < 9; step++) expect(await open.act("alice", year)).toEqual({ kind: "done" });
    expect(await open.act("alice", year)).toMatchObject({ kind: "refused", reason: "too-far" });
  });
});

describe("a stream", () => {
  /** Sends raw requests over one connection, and never reads. */
  async function unread(port: number, requests: number): Promise<ReturnType<typeof connect>> {
    const socket = connect(port, "127.0.0.1");
    socket.pause();
    socket.on("error", () => {});
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n".repeat(requests));
    return socket;
  }

  it("lets go of who does not read, instead of growing", async () => {
    let closed = 0;
    const server = await serveHttp({
      handle: () => ({
        kind: "stream",
        headers: {},
        open(send) {
          const timer = setInterval(() => send("x".repeat(1024 * 1024)), 1);
          return () => {
            clearInterval(timer);
            closed++;
          };
        },
      }),
    });
    const socket = await unread(server.port, 1);
    await expect.poll(() => closed, { timeout: 10_000 }).toBe(1);
    socket.destroy();
    await server.close();
  });

  it("ends with its connection, one that waits behind another too", async () => {
    let isOpen = 0;
    const server = await serveHttp({
      handle: () => ({
        kind: "stream",
        headers: {},
        open() {
          isOpen++;
          return () => void isOpen--;
        },
      }),
    });
    const socket = await unread(server.port, 3);
    await expect.poll(() => isOpen).toBe(3);
    socket.destroy();
    await expect.poll(() => isOpen).toBe(0);
    await server.close();
  });

  it("that cannot be opened ends its connection, and nothing else", async () => {
    const server = await serveHttp({
      handle: ({ path }) =>
        path === "/fine"
          ? { kind: "reply", status: 204, headers: {}, body: "" }
          : {
              kind: "stream",
              headers: {},
              open() {
                throw new Error("nothing to show");
              },
            },
    });
    await expect(fetch(`${server.origin}/`).then((answer) => answer.text())).rejects.toThrow();
    expect((await fetch(`${server.origin}/fine`)).status).toBe(204);
    await server.close();
  });
});
