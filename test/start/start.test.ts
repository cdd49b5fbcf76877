import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createSandboxWorld, type SandboxWorld } from "../../sandbox/world.ts";
import { buildProgram, freshDirectory, type Program, type Running } from "./program.ts";
import { MALFORMED, REFUSED } from "./refusals.ts";

const MINUTE = 60_000;

let program: Program;
let world: SandboxWorld;

beforeAll(async () => {
  [program, world] = await Promise.all([buildProgram(), createSandboxWorld({ start: Date.now() })]);
}, 3 * MINUTE);

afterAll(async () => {
  await Promise.all([program.discard(), world.close()]);
});

const SECRETS = /^(OVH_(?!ENDPOINT)|.*TOKEN$|.*SECRET$)/;

const ADDRESS = /^Lastcall is ready\n {2}(http:\/\/127\.0\.0\.1:\d+\/)$/m;

/** What is set, without what was emptied. */
const environment = (change: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...world.environment, ...change }).filter(([, value]) => value !== ""));

function expectNoSecret(running: Running, variables: Readonly<Record<string, string>>): void {
  const said = running.stdout() + running.stderr();
  for (const [name, value] of Object.entries(variables)) {
    if (SECRETS.test(name)) expect([name, said.includes(value)]).toEqual([name, false]);
  }
}

/** Starts it, and waits for its end: one clear line, a code that says failure, no trace and no secret. */
async function expectRefusal(variables: Record<string, string>, line: RegExp): Promise<void> {
  const running = await program.start(variables);
  expect(await running.ended()).toBe(1);
  expect(running.stderr().trim()).toMatch(line);
  expect(running.stderr().trim().split("\n")).toHaveLength(1);
  expect(running.stdout()).not.toContain("ready\n");
  expect(running.stdout() + running.stderr()).not.toMatch(/^\s+at /m);
  expectNoSecret(running, variables);
}

describe("the program", () => {
  it("runs on the sandbox without any variable, says one address, and leaves nothing behind", async () => {
    const running = await program.start();
    await running.ready();
    await vi.waitUntil(() => ADDRESS.test(running.stdout()), { timeout: MINUTE });
    expect(running.stdout().match(/http:\/\/\S+/g)).toHaveLength(1);
    const [, address = ""] = ADDRESS.exec(running.stdout()) ?? [];
    const page = await fetch(address);
    // This build has no page in it: it says so, and how to get one.
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining("npm run build")]);
    running.signal("SIGTERM");
    expect(await running.ended()).toBe(0);
    expect(running.stderr()).toBe("");
    expect(await readdir(running.directory)).toEqual([]);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "stops cleanly on %s, and gives its directory back",
    async (signal) => {
      const variables = environment();
      const running = await program.start(variables);
      await running.ready();
      const data = join(running.directory, "data");
      expect(await readdir(data)).toContain("lock");
      // The second of Slack's two connections is not waited for by "ready".
      await vi.waitUntil(() => running.stdout().split("slack.line-up").length === 3, { timeout: MINUTE });
      const before = running.stdout();
      running.signal(signal);
      expect(await running.ended()).toBe(0);
      expect(running.stderr()).toBe("");
      expect(await readdir(data)).not.toContain("lock");
      expect(running.stdout().slice(before.length)).not.toMatch(/"level":"(warn|error)"/);
      expectNoSecret(running, variables);
    },
  );

  it("stops at once while it still connects, with nothing to complain of", async () => {
    const own = await createSandboxWorld({ start: Date.now() });
    onTestFinished(() => own.close());
    own.slack.faults.add({ fault: { kind: "timeout" }, path: "*apps.connections.open" });
    const running = await program.start({ ...own.environment });
    await vi.waitUntil(() => own.slack.faults.pending().length === 0, { timeout: MINUTE });
    running.signal("SIGTERM");
    expect(await running.ended()).toBe(0);
    expect(running.stderr()).toBe("");
    expect(running.stdout()).not.toContain("ready\n");
    expect(await readdir(join(running.directory, "data"))).not.toContain("lock");
  });

  it("stops while it waits for OVHcloud's first answer, and lets go of its data directory", async () => {
    world.ovhcloud.faults.add({ path: "/auth/time", fault: { kind: "timeout" } });
    onTestFinished(() => world.ovhcloud.faults.clear());
    const running = await program.start(environment());
    const asked = (): boolean => world.ovhcloud.faults.pending().length === 0;
    await vi.waitUntil(asked, { timeout: MINUTE });
    running.signal("SIGTERM");
    expect(await running.ended()).toBe(0);
    expect(running.stdout()).not.toContain("ready\n");
    expect(await readdir(join(running.directory, "data"))).not.toContain("lock");
  });

  it("ends with one line when the app is uninstalled while it runs", async () => {
    const own = await createSandboxWorld({ start: Date.now() });
    onTestFinished(() => own.close());
    const running = await program.start({ ...own.environment });
    await running.ready();
    await own.slack.admin.uninstall();
    expect(await running.ended()).toBe(1);
    expect(running.stderr()).toMatch(/^Slack.*\n$/);
  });
});

describe("a start that cannot succeed says which variable is wrong", () => {
  it.each(MALFORMED)("$what", ({ change, line }) => expectRefusal(environment(change), line));
  it.each(REFUSED)("$what", ({ change, line }) => expectRefusal(environment(change), line));

  it("all that is wrong at once, a line each", async () => {
    const running = await program.start(environment({ DISCORD_TOKEN: "abc", LASTCALL_LANGUAGE: "de" }));
    expect(await running.ended()).toBe(1);
    expect(
      running
        .stderr()
        .trim()
        .split("\n")
        .map((line) => line.split(" ")[0])
        .toSorted(),
    ).toEqual(["DISCORD_TOKEN", "LASTCALL_LANGUAGE"]);
  });

  it("a port that another program has", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await vi.waitUntil(() => taken.listening);
    const address = taken.address();
    const port = String(typeof address === "object" && address !== null ? address.port : 0);
    const change = {
      SLACK_APP_TOKEN: "",
      SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
      PORT: port,
    };
    await expectRefusal(
      environment(change),
      new RegExp(`^Slack's requests cannot be taken at 127.0.0.1:${port}: `),
    );
  });
});

describe("the data directory", () => {
  it("is one process's at a time: a second one is refused, and the first one goes on", async () => {
    const first = await program.start(environment());
    await first.ready();
    const data = join(first.directory, "data");
    await expectRefusal(
      environment({ LASTCALL_DATA_DIR: data }),
      / is in use by process \d+ on \S+: stop it, or /,
    );
    first.signal("SIGTERM");
    expect(await first.ended()).toBe(0);
  });

  it("is left as it is when a file in it is damaged", async () => {
    const directory = await freshDirectory();
    const path = join(directory, "follows.json");
    await writeFile(path, "{ not json");
    await expectRefusal(
      environment({ LASTCALL_DATA_DIR: directory }),
      /follows\.json is damaged \(it is not JSON\): /,
    );
    expect(await readFile(path, "utf8")).toBe("{ not json");
    expect(await readdir(directory)).not.toContain("lock");
  });

  it("is left as it is when a file in it is from a newer version", async () => {
    const directory = await freshDirectory();
    const newer = '{"version":99,"rows":[]}\n';
    await writeFile(join(directory, "reminders.json"), newer);
    await expectRefusal(
      environment({ LASTCALL_DATA_DIR: directory }),
      /reminders\.json is of version 99, and /,
    );
    expect(await readFile(join(directory, "reminders.json"), "utf8")).toBe(newer);
  });

  it("is named when it cannot be used", async () => {
    const directory = await freshDirectory();
    const path = join(directory, "file");
    await writeFile(path, "");
    await expectRefusal(
      environment({ LASTCALL_DATA_DIR: path }),
      /^the data directory \S+ cannot be used \(EEXIST\): /,
    );
  });
});
