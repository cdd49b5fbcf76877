import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, MINUTE, SECOND } from "../../src/domain/instant.ts";
import { LOST, UNSENT } from "../fakes/memory-provider.ts";
import { type Act, OPERATOR, SECOND as OTHER, VIEWER } from "./chat.ts";
import { confirmations, createStage, SITE, type Stage } from "./stage.ts";

type Life = Awaited<ReturnType<Stage["live"]>>;

type Step =
  | {
      readonly kind: "act";
      readonly command: string;
      /** Of the confirmations so far. */
      readonly which: number;
      readonly by: Act["by"] & object;
      /** Whether the next step waits for it. */
      readonly waits: boolean;
    }
  | { readonly kind: "pass"; readonly ms: Instant }
  | { readonly kind: "lose"; readonly when: "before" | "after" | "unsent" }
  | { readonly kind: "restart" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("act" as const),
      command: fc.constantFrom(
        "terminate",
        "keep",
        "confirm",
        "confirm",
        "cancel",
        "delete",
        "delete-request",
      ),
      which: fc.nat(5),
      by: fc.constantFrom(OPERATOR, OTHER, VIEWER),
      waits: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      ms: fc.constantFrom(1, SECOND, MINUTE, 10 * MINUTE, 25 * MINUTE),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("lose" as const),
      when: fc.constantFrom("before" as const, "after" as const, "unsent" as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" } as const) },
);

/** A sequence of steps by anybody, then time for everything to come to rest. */
async function play(steps: readonly Step[], lag: number): Promise<Stage> {
  const stage = createStage({ lag });
  let life: Life = await stage.live();
  const going: Promise<unknown>[] = [];
  for (const one of steps) {
    switch (one.kind) {
      case "act": {
        const id = stage.ids[one.which % Math.max(1, stage.ids.length)] ?? "none";
        const input = { service: String(SITE.id), id, name: SITE.name, understood: "yes" };
        const via = ["terminate", "delete"].includes(one.command) ? "slash" : "button";
        const acting = life.act({ command: one.command, input, via, by: one.by });
        going.push(acting);
        if (one.waits) await acting;
        break;
      }
      case "pass":
        await stage.clock.advance(one.ms);
        break;
      case "lose":
        lose(stage, one.when);
        break;
      case "restart":
        await Promise.all(going);
        await life.lastcall.stop();
        life = await stage.live();
    }
  }
  await Promise.all(going);
  await stage.clock.advance(60 * MINUTE);
  stage.clock.stop();
  return stage;
}

function lose({ provider }: Stage, when: "before" | "after" | "unsent"): void {
  for (const call of ["terminateAtExpiry", "keep", "requestDeletion"] as const) {
    if (when === "unsent") provider.faults.push({ call, when: "before", error: UNSENT });
    else provider.faults.push({ call, when, error: LOST });
  }
}

const CALLS = {
  terminate: "terminateAtExpiry",
  keep: "keep",
  "request-deletion": "requestDeletion",
} as const;

describe("whatever is pressed by whomever, in any order", () => {
  it("sends one call for each confirmation at the most, and none without one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 14 }),
        fc.constantFrom(0, 30 * SECOND),
        async (steps, lag) => {
          const stage = await play(steps, lag);
          const all = await confirmations(stage);
          for (const [kind, call] of Object.entries(CALLS)) {
            const writes = stage.provider.writes.filter((write) => write.call === call);
            const confirmed = all.filter(
              ({ change, state }) => change.kind === kind && state.kind === "finished",
            );
            expect(writes.length).toBeLessThanOrEqual(confirmed.length);
          }
          for (const { state } of all)
            expect(state.kind === "settled" && state.decision === "confirmed").toBe(false);
        },
      ),
      { numRuns: 120 },
    );
  });
});
