import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { exampleAccount } from "../../sandbox/ovhcloud/example-account.ts";
import { generateAccount } from "../../sandbox/ovhcloud/generate-account.ts";
import { createOvhSandbox, type OvhSandbox } from "../../sandbox/ovhcloud/sandbox.ts";
import { type AccountView, createAccountView } from "../../sandbox/playground/account.ts";
import { DAY, HOUR } from "../../src/domain/instant.ts";
import { handsOf } from "./hands.ts";
import { type OpenPlayground, openOnFrozenClock, START } from "./open.ts";

const VPS = 27330410;
/** Of those with more than a day to go the one that ends next, after 47 hours; then comes one after 48. */
const NEXT = 30770101;
const AFTER_NEXT = 27330416;

let open: OpenPlayground;
const begin = async (): Promise<void> => {
  open = await openOnFrozenClock();
};
const end = (): Promise<void> => open.close();

const search = async (words: string): Promise<readonly string[]> => {
  const { rows } = await open.account(`?${new URLSearchParams({ search: words, count: "200" })}`);
  return rows.map(({ service }) => service.name);
};

describe("a search of the account", () => {
  beforeAll(begin);
  afterAll(end);

  it("finds a name by any part of it, whatever its case and its accents", async () => {
    for (const words of ["café des", "CAFE DES", "Cafe\u0301 Des", "  café des arts  "])
      expect([words, await search(words)]).toEqual([words, ["xn--caf-des-arts-deb.fr"]]);
    expect(await search("ecole-de-cirque")).toEqual(["xn--cole-de-cirque-9jb.com"]);
    expect(await search("velo")).toEqual(["velo-cargo.fr"]);
  });

  it("finds a service by its number, or a part of that", async () => {
    expect(await search("26001879")).toEqual(["velo-cargo.fr"]);
    expect((await search("2600187")).length).toBeGreaterThan(1);
  });

  it("finds services by what OVHcloud calls the product", async () => {
    const { rows } = await open.account("?count=200");
    const family = rows.find(({ service }) => service.id === VPS)?.family ?? "";
    expect(family).toMatch(/\w/);
    expect(await search(family)).toEqual(
      rows.filter((row) => row.family === family).map(({ service }) => service.name),
    );
  });

  it("finds nothing where nothing is, and text is no pattern", async () => {
    for (const words of ["no such name", ".*", "^vps", "\\d"])
      expect([words, await search(words)]).toEqual([words, []]);
  });

  it("finds everything for nothing, in the account's order, a page at a time", async () => {
    const services = open.life().world.ovhcloud.services();
    const all = services.map(({ id }) => id);
    const first = await open.account();
    expect(first.total).toBe(all.length);
    const pages = await Promise.all(
      [0, 20, 40, 60].map(async (from) => open.account(`?from=${from}&count=20`)),
    );
    expect(pages.flatMap(({ rows }) => rows.map(({ service }) => service.id))).toEqual(all);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => all.length));
    expect((await open.account("?from=1000")).rows).toEqual([]);
  });

  it("shows the truth, whatever the bot says: as somebody changed it in the console", async () => {
    await open.does("alice", { kind: "console", service: VPS, change: "terminate" });
    const { rows } = await open.account(`?search=${VPS}`);
    expect(rows).toMatchObject([{ service: { id: VPS, termination: "terminateAtExpirationDate" } }]);
  });
});

describe("a row", () => {
  beforeAll(begin);
  afterAll(end);

  it.each([
    ["one that renews", VPS, 12 * DAY, 11 * DAY],
    ["one that will lapse", 26001879, 3 * DAY, 2 * DAY],
    ["one whose engagement ends it", 24118090, 100 * DAY, 99 * DAY],
    ["one whose cut-off has passed", 30770103, 10 * HOUR, -14 * HOUR],
    ["one that has ended", 22004718, -2 * HOUR, null],
    ["one that is not paid", 30110457, -DAY, null],
    ["one that never ends", 21500308, null, null],
  ])("says when it ends, and until when that can be changed: %s", async (_, id, ends, cutOff) => {
    const [row] = (await open.account(`?search=${id}`)).rows;
    if (!row) throw new Error("it is not there");
    const sinceStart = (at: number | null): number | null => at && at - START;
    expect([sinceStart(row.endsAt), sinceStart(row.cutOffAt)]).toEqual([ends, cutOff]);
  });

  it("says of one that is terminated with its engagement that this is its end", async () => {
    open.life().world.ovhcloud.change(24118091, { termination: "terminateAtEngagementDate" });
    const [row] = (await open.account("?search=24118091")).rows;
    expect(row?.service.expiresAt).toBe(START + 25 * DAY);
    expect(row?.endsAt).toBe(START + 250 * DAY);
  });
});

describe("the service that the clock's steps refer to", () => {
  beforeEach(begin);
  afterEach(end);

  const focus = async (): Promise<number | undefined> =>
    (await open.state("alice")).single.account?.focus?.service.id;

  it("is the one that ends next and leaves a day to act, as time passes", async () => {
    expect(await focus()).toBe(NEXT);
    await open.does("alice", { kind: "clock-advance", ms: 23.5 * HOUR });
    expect(await focus()).toBe(AFTER_NEXT);
  });

  it.each(["slack", "discord"] as const)("is the one that was changed last, through %s", async (platform) => {
    const hands = await handsOf(open, "bruno", platform);
    await hands.types("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await hands.sees(/vps-1a2b3c4d/);
    expect(await focus()).toBe(NEXT);
    await hands.presses(/^Terminate vps-1a/);
    await hands.sees(/OVHcloud now shows/);
    expect(await focus()).toBe(VPS);
  });

  it("is a web hosting that was asked to be deleted, and not what shares its name", async () => {
    const account = exampleAccount(START);
    const reversed = await openOnFrozenClock({
      account: { ...account, services: account.services.toReversed() },
    });
    onTestFinished(reversed.close);
    const hands = await handsOf(reversed, "bruno", "slack");
    await hands.types("/ovh delete 29162449");
    await hands.presses(/^Delete .* now…$/);
    await hands.sends(["boulangerie-lumiere.fr", true]);
    await hands.sight.until(() => hands.sight.many("mails").length > 0);
    expect((await reversed.state("alice")).single.account?.focus?.service.id).toBe(29162449);
  });

  it("is the one that was chosen, whatever is changed, until the choice is taken back", async () => {
    await open.does("alice", { kind: "focus", service: 26001879 });
    const hands = await handsOf(open, "bruno", "slack");
    await hands.types("/ovh terminate vps-1a2b3c4d.vps.ovh.net");
    await hands.presses(/^Terminate vps-1a/);
    await hands.sees(/OVHcloud now shows/);
    expect(await focus()).toBe(26001879);
    await open.does("alice", { kind: "focus", service: null });
    expect(await focus()).toBe(VPS);
  });

  it("is none that the account does not have", async () => {
    expect(await open.act("alice", { kind: "focus", service: 1 })).toEqual({
      kind: "refused",
      problem: "the account has no service 1",
    });
    expect(await open.act("alice", { kind: "console", service: 1, change: "keep" })).toMatchObject({
      kind: "refused",
    });
    expect(await focus()).toBe(NEXT);
  });

  it("is told to the page at once when it is chosen", async () => {
    const sight = await open.watch("bruno");
    // Nothing else goes on that would be told.
    await open.caughtUp(sight);
    await open.act("alice", { kind: "focus", service: VPS });
    await sight.until(() => sight.single("account").focus?.service.id === VPS);
    await sight.close();
  });
});

describe("what the page is told of the account", () => {
  beforeEach(begin);
  afterEach(end);

  it("names its owner and its size", async () => {
    const { account } = (await open.state("alice")).single;
    const { nichandle, organisation } = open.life().world.ovhcloud.account();
    expect(account?.owner).toContain(nichandle);
    expect(account?.owner).toContain(organisation);
    expect(account?.size).toBe(open.life().world.ovhcloud.services().length);
  });

  it("has another version after each change of a service", async () => {
    const versions = new Set<number | undefined>();
    const look = async (): Promise<void> =>
      void versions.add((await open.state("alice")).single.account?.version);
    await look();
    await open.does("alice", { kind: "console", service: VPS, change: "manual" });
    await look();
    await open.does("alice", { kind: "clock-advance", ms: 13 * HOUR });
    await look();
    expect(versions.size).toBe(3);
  });
});

describe("ten thousand services", () => {
  const view = async (
    services: number,
  ): Promise<{ readonly view: AccountView; readonly ovhcloud: OvhSandbox }> => {
    const clock = createSandboxClock({ start: START, frozen: true });
    const account = generateAccount({ services, seed: 1, start: START });
    const ovhcloud = await createOvhSandbox({ clock, account });
    return { ovhcloud, view: createAccountView(ovhcloud, clock.now, () => {}) };
  };

  /** The quickest of several rounds, in milliseconds: what else the machine does only makes it slower. */
  function quickest(act: () => unknown): number {
    const rounds = Array.from({ length: 15 }, () => {
      const before = performance.now();
      act();
      return performance.now() - before;
    });
    return Math.min(...rounds);
  }

  it("are searched in a time that grows with their number and no faster", async () => {
    const [small, large] = await Promise.all([view(1000), view(10_000)]);
    try {
      const took = ({ view: { page } }: typeof small): number => quickest(() => page("9999", 0, 50));
      expect(large.view.page("9999", 0, 50).total).toBeGreaterThan(0);
      expect(took(large) / took(small)).toBeLessThan(25);
      // The summary goes with every patch: it must not cost what a search costs.
      const summaries = ({ view: { summary } }: typeof small): number => quickest(summary);
      expect(summaries(large)).toBeLessThan(took(large));
    } finally {
      await Promise.all([small.ovhcloud.close(), large.ovhcloud.close()]);
    }
  });
});
