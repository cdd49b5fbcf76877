import { createBatches, type Job } from "./batches.ts";

/** What one step does to a table. Nothing of it can be seen before all of it is kept. */
export interface Effect<Row, Result> {
  readonly put?: readonly Row[];
  /** Keys of the rows to forget. */
  readonly drop?: readonly string[];
  readonly result: Result;
}

/** Decides on the rows as they stand; a throw rejects the step and changes nothing. */
type Decide<Row, Result> = (rows: ReadonlyMap<string, Row>) => Effect<Row, Result>;

/** A keyed collection that changes by atomic steps, one after the other. Rows keep the order in which they came. */
export interface Table<Row> {
  /** The rows that are kept for good; those of a step under way are not among them. */
  rows(): ReadonlyMap<string, Row>;
  /** Resolves when the effect is kept, and rejects when it is not. */
  step<Result>(decide: Decide<Row, Result>): Promise<Result>;
  /** Takes no more steps, and resolves when those under way are kept. */
  close(): Promise<void>;
}

export interface TableOptions<Row> {
  readonly keyOf: (row: Row) => string;
  readonly rows: readonly Row[];
  /** Throws for a row that could not be read back: it is refused when it is put, not when the file is opened next. */
  check(row: Row): void;
  /** Keeps all rows for good; rejects when it could not. */
  keep(rows: readonly Row[]): Promise<void>;
}

interface Step<Row> extends Job {
  /** Puts its effect into the draft; false when it changes nothing. */
  attempt(draft: Map<string, Row>): boolean;
}

export function createTable<Row>({ keyOf, rows: initial, check, keep }: TableOptions<Row>): Table<Row> {
  let rows: ReadonlyMap<string, Row> = new Map(initial.map((row) => [keyOf(row), row]));
  const batches = createBatches<Step<Row>>(async (steps) => {
    const draft = new Map(rows);
    const changes = steps.map((step) => step.attempt(draft));
    if (!changes.includes(true)) return;
    await keep([...draft.values()]);
    rows = draft;
  });
  return {
    rows: () => rows,
    step: (decide) =>
      new Promise((resolve, reject) => batches.add(createStep(decide, { keyOf, check }, resolve, reject))),
    close: () => batches.close(),
  };
}

function createStep<Row, Result>(
  decide: Decide<Row, Result>,
  { keyOf, check }: Pick<TableOptions<Row>, "keyOf" | "check">,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Step<Row> {
  let settle = (): void => {};
  return {
    attempt(draft) {
      try {
        const { put = [], drop = [], result } = decide(draft);
        put.forEach(check);
        settle = () => resolve(result);
        for (const key of drop) draft.delete(key);
        for (const row of put) draft.set(keyOf(row), row);
        return put.length + drop.length > 0;
      } catch (error) {
        settle = () => reject(error);
        return false;
      }
    },
    kept: () => settle(),
    failed: reject,
  };
}
