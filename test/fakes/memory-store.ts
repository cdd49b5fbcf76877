import type { z } from "zod";
import { confirmationKey, createConfirmations } from "../../adapters/lowdb/confirmations.ts";
import { createFollows, followKey } from "../../adapters/lowdb/follows.ts";
import {
  auditRecord,
  confirmationRecord,
  followRecord,
  reminderRecord,
} from "../../adapters/lowdb/records.ts";
import { createReminders, reminderKey } from "../../adapters/lowdb/reminders.ts";
import { createTable, type Table } from "../../adapters/lowdb/table.ts";
import { sameActor } from "../../src/domain/actor.ts";
import type { RecordedEntry } from "../../src/domain/audit.ts";
import type { Audit, AuditFilter, Store } from "../../src/ports.ts";

/** A store whose verbs are those of the real one and whose tables have no disk. */
export function createMemoryStore(): Store {
  return {
    confirmations: createConfirmations(memoryTable(confirmationKey, confirmationRecord)),
    reminders: createReminders(memoryTable(reminderKey, reminderRecord)),
    follows: createFollows(memoryTable(followKey, followRecord)),
    audit: createMemoryAudit(),
    close: async () => {},
  };
}

const memoryTable = <Row>(keyOf: (row: Row) => string, record: z.ZodType<Row>): Table<Row> =>
  createTable({ keyOf, rows: [], check: (row) => void record.parse(row), keep: async () => {} });

function createMemoryAudit(): Audit {
  const entries: RecordedEntry[] = [];
  return {
    async append(entry) {
      const recorded = auditRecord.parse({ ...entry, number: entries.length + 1 });
      entries.push(recorded);
      return recorded;
    },
    async page(filter, page, size) {
      const fitting = entries.filter((entry) => fits(entry, filter)).toReversed();
      return { entries: fitting.slice((page - 1) * size, page * size), total: fitting.length };
    },
  };
}

function fits({ service, actor }: RecordedEntry, filter: AuditFilter): boolean {
  if (filter.service !== undefined && service?.id !== filter.service) return false;
  return filter.actor === undefined || (actor !== null && sameActor(actor, filter.actor));
}
