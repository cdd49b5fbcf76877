import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../../sandbox/playground/page/slack/rows.ts";
import { countUnread } from "../../../../sandbox/playground/page/slack/unread.ts";
import type { SeenMessage } from "../../../../sandbox/slack/seen.ts";
import { message, NOW } from "./drawn.ts";

const MINUTE = 60;
const at = (minutes: number, parts: Partial<SeenMessage> = {}): SeenMessage =>
  message({ ts: `${NOW / 1000 + minutes * MINUTE}.000100`, ...parts });
const byKey = (list: readonly SeenMessage[]): ReadonlyMap<string, SeenMessage> =>
  new Map(list.map((one) => [`${one.channel}/${one.ts}`, one]));
const rows = (...list: readonly SeenMessage[]) => rowsOf(byKey(list), "C0OPS", "Europe/Paris");

describe("the rows of a channel", () => {
  it("are those of the channel alone, the oldest first", () => {
    const [early, late] = [at(0), at(1)];
    expect(rows(late, at(2, { channel: "C0OTHER" }), early).map(({ message: one }) => one)).toEqual([
      early,
      late,
    ]);
  });

  it("say the name again after a while, for somebody else, and for what one person alone sees", () => {
    const list = rows(
      at(0),
      at(1),
      at(9),
      at(10, { user: "U0ALICE" }),
      at(11, { user: "U0ALICE", ephemeral: true }),
    );
    expect(list.map(({ follows }) => follows)).toEqual([false, true, false, false, false]);
  });

  it("begin a day in the reader's time zone", () => {
    const evening = 10 * 60 + 59;
    expect(rows(at(0), at(evening), at(evening + 2)).map(({ day }) => day)).toEqual([
      "2026-11-22",
      null,
      "2026-11-23",
    ]);
  });

  it("fold replies under what they answer, and show a reply to nothing", () => {
    const parent = at(0);
    const reply = at(1, { threadTs: parent.ts });
    const lost = at(2, { threadTs: "1.0001" });
    expect(rows(parent, reply, lost).map(({ message: one, replies }) => [one, replies])).toEqual([
      [parent, [reply]],
      [lost, []],
    ]);
  });
});

describe("what is unread", () => {
  it("is what others wrote and nobody looked at", () => {
    const [seen, fresh, own] = [at(0), at(1), at(2, { user: "U0ALICE" })];
    const read = new Set([`C0OPS/${seen.ts}`]);
    expect(countUnread(byKey([seen, fresh, own]), read, "U0ALICE")).toEqual(new Map([["C0OPS", 1]]));
  });
});
