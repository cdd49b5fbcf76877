import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/domain/change.ts";
import { serviceId } from "../../src/domain/service.ts";
import type { Confirmations } from "../../src/ports.ts";
import { ANNE, BOB, MESSAGE, NOON, sampleConfirmation } from "./store-samples.ts";

const DONE = { kind: "done", shown: true } as const;

export function describeConfirmations(confirmations: () => Confirmations): void {
  const open = (id: string, change: Parameters<typeof sampleConfirmation>[0] = {}): Promise<void> =>
    confirmations().open(sampleConfirmation({ ...change, id }));

  const settle = (id: string, decision: Decision = "confirmed", at = NOON) =>
    confirmations().settle(id, decision, ANNE, at);

  const done = async (id: string, finishedAt: number): Promise<void> => {
    await settle(id);
    await confirmations().finish(id, DONE, finishedAt);
  };

  describe("confirmations", () => {
    it("writes down who settled, and nothing of what was true of them at the moment", async () => {
      await open("with-more");
      const actor = { ...ANNE, standing: "member", groups: ["S1"] };
      const { confirmation: settled } = await confirmations().settle("with-more", "confirmed", actor, 5);
      expect(settled?.state).toEqual({ kind: "settled", decision: "confirmed", by: ANNE, at: 5 });
    });

    it("gives back what was opened, whole", async () => {
      const confirmation = sampleConfirmation({
        change: { kind: "set-renewal", mode: "manual", periodMonths: null },
        message: MESSAGE,
      });
      await confirmations().open(confirmation);
      expect(await confirmations().get(confirmation.id)).toEqual(confirmation);
    });

    it("does not know an id that was never opened", async () => {
      expect(await confirmations().get("never")).toBeNull();
      expect(await settle("never")).toEqual({ won: false, confirmation: null });
    });

    it("does not take names of built-in properties for ids", async () => {
      expect(await confirmations().get("__proto__")).toBeNull();
      await open("__proto__");
      expect(await settle("constructor")).toEqual({ won: false, confirmation: null });
      expect(await settle("__proto__")).toMatchObject({ won: true });
    });

    it("refuses an id that is taken, and leaves the first as it was", async () => {
      await open("one");
      await expect(open("one", { fingerprint: "other" })).rejects.toThrow("one");
      expect(await confirmations().get("one")).toEqual(sampleConfirmation({ id: "one" }));
    });

    it("remembers where the card stands, whatever the state", async () => {
      await open("one");
      await settle("one");
      await confirmations().attach("one", MESSAGE);
      expect(await confirmations().get("one")).toMatchObject({
        message: MESSAGE,
        state: { kind: "settled" },
      });
    });

    it("attaches nothing to an unknown id", async () => {
      await confirmations().attach("never", MESSAGE);
      expect(await confirmations().get("never")).toBeNull();
    });

    it("lets exactly one of a hundred simultaneous presses settle it", async () => {
      await open("one");
      const presses = Array.from({ length: 100 }, (_, index) =>
        confirmations().settle(
          "one",
          index % 2 ? "confirmed" : "cancelled",
          index % 3 ? ANNE : BOB,
          NOON + index,
        ),
      );
      const settlements = await Promise.all(presses);
      const winners = settlements.filter(({ won }) => won);
      expect(winners).toHaveLength(1);
      expect(new Set(settlements.map(({ confirmation }) => JSON.stringify(confirmation))).size).toBe(1);
      expect(await confirmations().get("one")).toEqual(winners[0]?.confirmation);
    });

    it("never settles again what expired, was cancelled or was finished", async () => {
      for (const decision of ["expired", "cancelled", "facts-changed", "confirmed"] as const) {
        await open(decision);
        await settle(decision, decision);
        expect(await settle(decision, "confirmed", NOON + 1)).toMatchObject({
          won: false,
          confirmation: { state: { kind: "settled", decision, at: NOON } },
        });
      }
      await confirmations().finish("confirmed", DONE, NOON);
      expect(await settle("confirmed")).toMatchObject({ won: false, confirmation: { state: DONE_STATE } });
    });

    it("writes down who decided, and null where nobody did", async () => {
      await open("one");
      await open("two");
      await settle("one");
      await confirmations().settle("two", "expired", null, NOON);
      expect(await confirmations().get("one")).toMatchObject({ state: { by: ANNE, at: NOON } });
      expect(await confirmations().get("two")).toMatchObject({ state: { by: null } });
    });

    it("keeps the first outcome when a second one is recorded", async () => {
      await open("one");
      await settle("one");
      const outcome = { kind: "refused", message: "Non « merci »", queryId: null } as const;
      const first = await confirmations().finish("one", outcome, NOON + 5);
      expect(first.state).toEqual({ kind: "finished", by: ANNE, at: NOON, finishedAt: NOON + 5, outcome });
      expect(await confirmations().finish("one", DONE, NOON + 9)).toEqual(first);
      expect(await confirmations().get("one")).toEqual(first);
    });

    it("records no outcome of what nobody confirmed", async () => {
      await open("open");
      await open("cancelled");
      await settle("cancelled", "cancelled");
      for (const id of ["open", "cancelled", "never"])
        await expect(confirmations().finish(id, DONE, NOON)).rejects.toThrow(id);
      expect(await confirmations().get("open")).toMatchObject({ state: { kind: "open" } });
    });

    it("lists as unfinished what was confirmed and has no outcome, and nothing else", async () => {
      for (const id of ["open", "cancelled", "later", "sooner", "finished"]) await open(id);
      await settle("cancelled", "cancelled");
      await settle("later", "confirmed", NOON + 2);
      await settle("sooner", "confirmed", NOON + 1);
      await done("finished", NOON);
      expect((await confirmations().unfinished()).map(({ id }) => id)).toEqual(["sooner", "later"]);
    });

    it("lists what waits for a press, the first to expire first", async () => {
      await open("last", { expiresAt: NOON + 3 });
      await open("first", { expiresAt: NOON + 1 });
      await open("settled", { expiresAt: NOON + 2 });
      await settle("settled");
      expect((await confirmations().waiting()).map(({ id }) => id)).toEqual(["first", "last"]);
    });

    it("finds the newest change of a service that was done", async () => {
      const other = { ...sampleConfirmation().subject, id: serviceId(43) };
      for (const id of ["newest", "older", "refused", "waiting"]) await open(id);
      await open("foreign", { subject: other });
      await done("newest", NOON + 8);
      await done("older", NOON + 3);
      await done("foreign", NOON + 20);
      await settle("refused");
      await confirmations().finish("refused", { kind: "unknown" }, NOON + 30);
      expect((await confirmations().lastDone(serviceId(42)))?.id).toBe("newest");
      expect(await confirmations().lastDone(serviceId(44))).toBeNull();
    });

    it("forgets what ended before an instant, never what is open or unfinished", async () => {
      for (const id of ["open", "unfinished", "old", "new", "cancelled"]) await open(id);
      await settle("unfinished");
      await settle("cancelled", "cancelled");
      await done("old", NOON + 9);
      await done("new", NOON + 10);
      await confirmations().prune(NOON + 10);
      const kept = await Promise.all(
        ["open", "unfinished", "old", "new", "cancelled"].map((id) => confirmations().get(id)),
      );
      expect(kept.map((one) => one?.id)).toEqual(["open", "unfinished", undefined, "new", undefined]);
    });
  });
}

const DONE_STATE = { kind: "finished", outcome: DONE };
