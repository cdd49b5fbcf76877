/** What one step does to a table. Nothing of it can be seen before all of it is kept. */
export interface Effect<Row, Result> {
  readonly put?: readonly Row[];
  /** Keys of the rows to forget. */
  readonly drop?: readonly string[];
  readonly result: Result;
}

/** Decides on the rows as they stand; a throw rejects the step and changes nothing. */
export type Decide<Row, Result> = (rows: ReadonlyMap<string, Row>) => Effect<Row, Result>;

/** A keyed collection that changes by atomic steps, one after the other. Rows keep the order in which they came. */
export interface Table<Row> {
  /** The rows that are kept for good; those of a step under way are not among them. */
  rows(): ReadonlyMap<string, Row>;
  /** Resolves when the effect is kept. */
  step<Result>(decide: Decide<Row, Result>): Promise<Result>;
}

export type KeyOf<Row> = (row: Row) => string;

/** Puts an effect into `rows`; false when it changes nothing. */
export function applyEffect<Row>(
  rows: Map<string, Row>,
  { put = [], drop = [] }: Effect<Row, unknown>,
  keyOf: KeyOf<Row>,
): boolean {
  for (const key of drop) rows.delete(key);
  for (const row of put) rows.set(keyOf(row), row);
  return put.length + drop.length > 0;
}

/** A table without a disk: what it keeps ends with the process. */
export function createMemoryTable<Row>(keyOf: KeyOf<Row>): Table<Row> {
  const rows = new Map<string, Row>();
  return {
    rows: () => rows,
    async step(decide) {
      const effect = decide(rows);
      applyEffect(rows, effect, keyOf);
      return effect.result;
    },
  };
}
