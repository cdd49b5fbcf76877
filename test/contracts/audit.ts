import { describe, expect, it } from "vitest";
import type { AuditEvent } from "../../src/domain/audit.ts";
import { serviceId } from "../../src/domain/service.ts";
import type { Audit } from "../../src/ports.ts";
import { ANNE, BOB, NOON, sampleEntry } from "./store-samples.ts";

const EVENTS: readonly AuditEvent[] = [
  { kind: "asked" },
  { kind: "decided", decision: "facts-changed" },
  { kind: "finished", outcome: { kind: "refused", message: "ligne\nsuivante \u2028", queryId: "EU.ext-1" } },
  { kind: "followed", query: 'type:domain "été"' },
  { kind: "unfollowed", query: "" },
];

export function describeAudit(audit: () => Audit): void {
  const numbers = async (...asked: Parameters<Audit["page"]>): Promise<readonly number[]> =>
    (await audit().page(...asked)).entries.map(({ number }) => number);

  describe("the audit trail", () => {
    it("is empty at first", async () => {
      expect(await audit().page({}, 1, 10)).toEqual({ entries: [], total: 0 });
    });

    it("gives back every kind of entry, whole, the newest first", async () => {
      const entries = [
        ...EVENTS.map((event) => sampleEntry({ event })),
        sampleEntry({ actor: null, change: null, service: null, confirmation: null }),
      ];
      for (const entry of entries) await audit().append(entry);
      const page = await audit().page({}, 1, 10);
      expect(page.total).toBe(6);
      expect(page.entries).toEqual(entries.map((entry, at) => ({ ...entry, number: at + 1 })).toReversed());
    });

    it("numbers entries without a gap or a repeat, however many come at once", async () => {
      const entries = Array.from({ length: 50 }, (_, at) => sampleEntry({ at: NOON + at }));
      const recorded = await Promise.all(entries.map((entry) => audit().append(entry)));
      expect(recorded).toEqual(entries.map((entry, at) => ({ ...entry, number: at + 1 })));
      expect(await numbers({}, 1, 100)).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at));
    });

    it("pages, and answers an empty page past the end", async () => {
      for (let count = 0; count < 5; count++) await audit().append(sampleEntry());
      expect(await numbers({}, 1, 2)).toEqual([5, 4]);
      expect(await numbers({}, 3, 2)).toEqual([1]);
      expect(await audit().page({}, 4, 2)).toEqual({ entries: [], total: 5 });
    });

    it("filters by service, by actor and by both", async () => {
      const other = { id: serviceId(7), name: "example.com" };
      await audit().append(sampleEntry());
      await audit().append(sampleEntry({ service: other }));
      await audit().append(sampleEntry({ actor: BOB }));
      await audit().append(sampleEntry({ actor: BOB, service: other }));
      await audit().append(sampleEntry({ actor: null, service: null }));
      expect(await numbers({ service: serviceId(7) }, 1, 10)).toEqual([4, 2]);
      expect(await numbers({ actor: ANNE }, 1, 10)).toEqual([2, 1]);
      expect(await audit().page({ service: serviceId(7), actor: BOB }, 1, 1)).toMatchObject({
        entries: [{ number: 4 }],
        total: 1,
      });
      expect(await audit().page({ service: serviceId(8) }, 1, 10)).toEqual({ entries: [], total: 0 });
    });

    it("does not take the same id on another platform for the same person", async () => {
      await audit().append(sampleEntry());
      expect(await numbers({ actor: { platform: "discord", id: ANNE.id } }, 1, 10)).toEqual([]);
    });
  });
}
