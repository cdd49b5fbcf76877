import { describe, expect, it } from "vitest";
import type { Reminders } from "../../src/ports.ts";
import { MESSAGE, NOON } from "./store-samples.ts";

export function describeReminders(reminders: () => Reminders): void {
  const claim = (key: string, until = NOON + 10): Promise<boolean> => reminders().claim(key, NOON, until);

  describe("reminders", () => {
    it("gives a key to exactly one of a hundred simultaneous claims", async () => {
      const claims = await Promise.all(Array.from({ length: 100 }, () => claim("one")));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it("gives different keys independently", async () => {
      expect(await Promise.all([claim("one"), claim("two"), claim("__proto__")])).toEqual([true, true, true]);
    });

    it("says of a claim that it is not known to have been posted, until it is", async () => {
      await claim("one");
      expect(await reminders().all()).toEqual([
        { key: "one", claimedAt: NOON, until: NOON + 10, message: null },
      ]);
      await reminders().posted("one", MESSAGE);
      expect(await reminders().all()).toMatchObject([{ key: "one", message: MESSAGE }]);
    });

    it("lets a released key be claimed again", async () => {
      await claim("one");
      await reminders().release("one");
      expect(await reminders().all()).toEqual([]);
      expect(await claim("one")).toBe(true);
    });

    it("never releases what was posted", async () => {
      await claim("one");
      await reminders().posted("one", MESSAGE);
      await reminders().release("one");
      expect(await claim("one")).toBe(false);
    });

    it("does nothing for a key that nobody claimed", async () => {
      await reminders().posted("never", MESSAGE);
      await reminders().release("never");
      expect(await reminders().all()).toEqual([]);
    });

    it("keeps a record at least until its instant", async () => {
      await claim("over", NOON + 9);
      await claim("not-yet", NOON + 10);
      await reminders().prune(NOON + 10);
      expect((await reminders().all()).map(({ key }) => key)).toEqual(["not-yet"]);
      expect(await claim("not-yet")).toBe(false);
    });
  });
}
