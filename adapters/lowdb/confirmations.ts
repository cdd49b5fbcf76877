import { refOf } from "../../src/domain/actor.ts";
import type { Confirmation, Outcome } from "../../src/domain/change.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { Confirmations, Settlement } from "../../src/ports.ts";
import type { Effect, Table } from "./table.ts";

export const confirmationKey = (confirmation: Confirmation): string => confirmation.id;

export function createConfirmations(table: Table<Confirmation>): Confirmations {
  const all = (): readonly Confirmation[] => [...table.rows().values()];
  return {
    open: (confirmation) =>
      table.step((rows) => {
        if (rows.has(confirmation.id)) throw new Error(`a confirmation ${confirmation.id} exists already`);
        return { put: [confirmation], result: undefined };
      }),
    get: async (id) => table.rows().get(id) ?? null,
    attach: (id, message) =>
      table.step((rows) => {
        const found = rows.get(id);
        return { put: found ? [{ ...found, message }] : [], result: undefined };
      }),
    settle: (id, decision, by, at) =>
      table.step<Settlement>((rows) => {
        const found = rows.get(id);
        if (found?.state.kind !== "open") return { result: { won: false, confirmation: found ?? null } };
        const confirmation: Confirmation = {
          ...found,
          state: { kind: "settled", decision, by: by && refOf(by), at },
        };
        return { put: [confirmation], result: { won: true, confirmation } };
      }),
    finish: (id, outcome, at) => table.step((rows) => finished(rows.get(id), id, outcome, at)),
    unfinished: async () =>
      all()
        .filter(isUnfinished)
        .toSorted((one, other) => settledAt(one) - settledAt(other)),
    waiting: async () =>
      all()
        .filter(({ state }) => state.kind === "open")
        .toSorted((one, other) => one.expiresAt - other.expiresAt),
    lastDone: async (id) =>
      all()
        .filter(({ subject }) => subject.id === id)
        .filter(({ state }) => state.kind === "finished" && state.outcome.kind === "done")
        .toSorted((one, other) => endedAt(one) - endedAt(other))
        .at(-1) ?? null,
    prune: (before) =>
      table.step((rows) => ({
        drop: [...rows.values()].filter((one) => endedAt(one) < before).map(confirmationKey),
        result: undefined,
      })),
  };
}

function finished(
  found: Confirmation | undefined,
  id: string,
  outcome: Outcome,
  at: Instant,
): Effect<Confirmation, Confirmation> {
  if (found?.state.kind === "finished") return { result: found };
  if (found?.state.kind !== "settled" || found.state.decision !== "confirmed")
    throw new Error(`confirmation ${id} has not been confirmed, so nothing can have come of it`);
  const { by, at: decidedAt } = found.state;
  const state = { kind: "finished", by, at: decidedAt, finishedAt: at, outcome } as const;
  const confirmation: Confirmation = { ...found, state };
  return { put: [confirmation], result: confirmation };
}

const isUnfinished = ({ state }: Confirmation): boolean =>
  state.kind === "settled" && state.decision === "confirmed";

const settledAt = ({ state }: Confirmation): Instant =>
  state.kind === "open" ? Number.POSITIVE_INFINITY : state.at;

/** When the last thing happened to it; never, while a press or an outcome is still to come. */
function endedAt(confirmation: Confirmation): Instant {
  const { state } = confirmation;
  switch (state.kind) {
    case "open":
      return Number.POSITIVE_INFINITY;
    case "settled":
      return isUnfinished(confirmation) ? Number.POSITIVE_INFINITY : state.at;
    case "finished":
      return state.finishedAt;
  }
}
