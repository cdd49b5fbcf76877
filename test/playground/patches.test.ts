import { beforeAll, describe, expect, it } from "vitest";
import { beginLife } from "../../sandbox/playground/life.ts";
import type { JournalEntry, Single } from "../../sandbox/playground/protocol.ts";
import { createStream } from "../../sandbox/playground/server/stream.ts";
import { createShow, type Shown } from "../../sandbox/playground/show.ts";
import { startInProcessBot } from "./in-process-bot.ts";
import { START } from "./open.ts";

let shown: Shown;
beforeAll(async () => {
  const life = await beginLife({
    start: START,
    frozen: true,
    startBot: startInProcessBot,
    environment: {},
    changed: () => {},
    onLog: () => {},
    onComplaint: () => {},
  });
  shown = createShow(life)(life.people.get("alice"));
  await life.close(0);
});

const showing = (single: Partial<Single>, many: Partial<Shown["many"]> = {}): Shown => ({
  single: { ...shown.single, ...single },
  many: { ...shown.many, ...many },
});
const at = (now: number, movingTo: number | null = null): Shown => showing({ clock: { now, movingTo } });

const mail = (subject: string): JournalEntry => ({ kind: "mail", at: START, subject });

describe("what is told next", () => {
  it("is everything at first, then nothing that is as it was", () => {
    const stream = createStream(() => 0);
    expect(stream.next(shown)).toEqual({ whole: true, single: shown.single, many: {} });
    expect(stream.next(shown)).toBeNull();
    // Made anew, and the same all the same.
    expect(stream.next(showing({ bot: { ...shown.single.bot } }))).toBeNull();
  });

  it("is a value that has changed, alone", () => {
    const stream = createStream(() => 0);
    stream.next(shown);
    expect(stream.next(showing({ bot: { kind: "killed" } }))).toEqual({
      whole: false,
      single: { bot: { kind: "killed" } },
      many: {},
    });
    expect(stream.next(showing({ bot: { kind: "killed" } }))).toBeNull();
    expect(stream.next(shown)?.single).toEqual({ bot: shown.single.bot });
  });

  it("is what was added, replaced and taken away, by their keys", () => {
    const stream = createStream(() => 0);
    const [one, two, three] = [mail("one"), mail("two"), mail("three")];
    stream.next(
      showing(
        {},
        {
          journal: new Map([
            ["1", one],
            ["2", two],
          ]),
        },
      ),
    );
    const other = mail("two, completed");
    const patch = stream.next(
      showing(
        {},
        {
          journal: new Map([
            ["2", other],
            ["3", three],
          ]),
        },
      ),
    );
    expect(patch).toEqual({
      whole: false,
      single: {},
      many: { journal: { set: { 2: other, 3: three }, gone: ["1"] } },
    });
  });

  it("is found in a map that is filled on in place, too", () => {
    const stream = createStream(() => 0);
    const journal = new Map([["1", mail("one")]]);
    stream.next(showing({}, { journal }));
    const two = mail("two");
    journal.set("2", two);
    expect(stream.next(showing({}, { journal }))?.many).toEqual({ journal: { set: { 2: two }, gone: [] } });
    journal.clear();
    expect(stream.next(showing({}, { journal }))?.many.journal?.gone).toEqual(["1", "2"]);
  });

  it("is an object that is another one, and not one that is the same", () => {
    const stream = createStream(() => 0);
    const one = mail("one");
    stream.next(showing({}, { journal: new Map([["1", one]]) }));
    expect(stream.next(showing({}, { journal: new Map([["1", one]]) }))).toBeNull();
    expect(stream.next(showing({}, { journal: new Map([["1", { ...one }]]) }))).not.toBeNull();
  });
});

describe("the time", () => {
  /** A stream whose page's own clock shows what the test says. */
  function watched() {
    let machine = 0;
    const stream = createStream(() => machine);
    stream.next(at(START));
    return {
      /** The page's clock has run on by this much when the sandbox shows `now`. */
      told: (ms: number, next: Shown) => {
        machine += ms;
        return stream.next(next)?.single.clock ?? null;
      },
    };
  }

  it("is not told while it flows as the page's own clock does", () => {
    const { told } = watched();
    expect(told(10_000, at(START + 10_000))).toBeNull();
    expect(told(60_000, at(START + 70_999))).toBeNull();
    expect(told(60_000, at(START + 129_001))).toBeNull();
  });

  it("is told when it has jumped", () => {
    const { told } = watched();
    expect(told(50, at(START + 3_600_050))).toEqual({ now: START + 3_600_050, movingTo: null });
    expect(told(50, at(START + 3_600_100))).toBeNull();
  });

  it("is told when it has drifted by a second", () => {
    const { told } = watched();
    expect(told(10_000, at(START + 11_000))).toEqual({ now: START + 11_000, movingTo: null });
    expect(told(2000, at(START + 12_000))).toEqual({ now: START + 12_000, movingTo: null });
  });

  it("is told when a jump begins, moves on and ends", () => {
    const { told } = watched();
    const to = START + 86_400_000;
    expect(told(0, at(START, to))).toEqual({ now: START, movingTo: to });
    // The page stands still meanwhile, and so does what it is told.
    expect(told(3000, at(START, to))).toBeNull();
    expect(told(300, at(START + 900_000, to))).toEqual({ now: START + 900_000, movingTo: to });
    expect(told(300, at(START + 900_000, to + 1))).toEqual({ now: START + 900_000, movingTo: to + 1 });
    expect(told(0, at(to + 1))).toEqual({ now: to + 1, movingTo: null });
    expect(told(500, at(to + 501))).toBeNull();
  });
});
