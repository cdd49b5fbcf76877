import type { ReminderRecord, Reminders } from "../../src/ports.ts";
import type { Table } from "./table.ts";

export const reminderKey = (record: ReminderRecord): string => record.key;

export function createReminders(table: Table<ReminderRecord>): Reminders {
  return {
    claim: (key, at, until) =>
      table.step((rows) =>
        rows.has(key)
          ? { result: false }
          : { put: [{ key, claimedAt: at, until, message: null }], result: true },
      ),
    posted: (key, message) =>
      table.step((rows) => {
        const found = rows.get(key);
        return { put: found ? [{ ...found, message }] : [], result: undefined };
      }),
    release: (key) =>
      table.step((rows) => ({ drop: rows.get(key)?.message === null ? [key] : [], result: undefined })),
    all: async () => [...table.rows().values()],
    prune: (before) =>
      table.step((rows) => ({
        drop: [...rows.values()].filter(({ until }) => until < before).map(reminderKey),
        result: undefined,
      })),
  };
}
