import { describe, expect, it } from "vitest";
import type { Follows } from "../../src/ports.ts";
import { BOB, sampleFollow } from "./store-samples.ts";

export function describeFollows(follows: () => Follows): void {
  describe("follows", () => {
    it("gives back what was added, whole and in order", async () => {
      const first = sampleFollow();
      const second = sampleFollow({ id: "follow-two", query: "", thresholds: [] });
      expect(await follows().add(first)).toEqual(first);
      await follows().add(second);
      expect(await follows().list()).toEqual([first, second]);
    });

    it("replaces a follow of the same channel and query, keeping its id", async () => {
      await follows().add(sampleFollow());
      const again = sampleFollow({ id: "follow-two", thresholds: [3], by: BOB, locale: "fr" });
      expect(await follows().add(again)).toEqual({ ...again, id: "follow-one" });
      expect(await follows().list()).toEqual([{ ...again, id: "follow-one" }]);
    });

    it("keeps one follow when the same is added many times at once", async () => {
      const added = await Promise.all(
        Array.from({ length: 20 }, (_, index) => follows().add(sampleFollow({ id: `follow-${index}` }))),
      );
      expect(new Set(added.map(({ id }) => id)).size).toBe(1);
      expect(await follows().list()).toHaveLength(1);
    });

    it("takes the same channel id on another platform for another channel", async () => {
      await follows().add(sampleFollow());
      await follows().add(sampleFollow({ id: "two", channel: { platform: "discord", id: "C0OPS" } }));
      expect(await follows().list()).toHaveLength(2);
    });

    it("refuses an id that another follow has", async () => {
      await follows().add(sampleFollow());
      await expect(follows().add(sampleFollow({ query: "other" }))).rejects.toThrow("follow-one");
      expect(await follows().list()).toEqual([sampleFollow()]);
    });

    it("ends a follow once", async () => {
      await follows().add(sampleFollow());
      const ended = await Promise.all([follows().end("follow-one"), follows().end("follow-one")]);
      expect(ended).toEqual([sampleFollow(), null]);
      expect(await follows().list()).toEqual([]);
      expect(await follows().end("toString")).toBeNull();
    });
  });
}
