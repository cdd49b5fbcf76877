/** Something that waits to be kept. */
export interface Job {
  kept(): void;
  failed(error: unknown): void;
}

export interface Batches<J extends Job> {
  add(job: J): void;
  /** Takes no more jobs (they fail), and resolves when those that came in are through. */
  close(): Promise<void>;
}

/**
 * Keeps jobs in the order in which they come, those that arrive while one batch is being kept together in the
 * next: a hundred at once cost two writes. `keep` rejects when it kept nothing of the batch.
 */
export function createBatches<J extends Job>(keep: (jobs: readonly J[]) => Promise<void>): Batches<J> {
  const waiting: J[] = [];
  let draining: Promise<void> | null = null;
  let closed = false;

  const drain = async (): Promise<void> => {
    // Jobs of the same turn go into the first batch.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        await keep(batch);
        for (const job of batch) job.kept();
      } catch (error) {
        for (const job of batch) job.failed(error);
      }
    }
    draining = null;
  };

  return {
    add(job) {
      if (closed) return job.failed(new Error("the store is closed"));
      waiting.push(job);
      draining ??= drain();
    },
    async close() {
      closed = true;
      await draining;
    },
  };
}
