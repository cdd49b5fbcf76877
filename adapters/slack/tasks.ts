/** Work that has begun: a stop waits for it, and begins nothing new. */
export interface Tasks {
  /** Null when nothing new is taken any more. */
  run<T>(work: () => Promise<T>): Promise<T> | null;
  readonly closed: boolean;
  /** Takes nothing new and resolves when everything begun has ended, well or not. */
  drain(): Promise<void>;
}

export function createTasks(): Tasks {
  const running = new Set<Promise<unknown>>();
  let closed = false;
  return {
    run(work) {
      if (closed) return null;
      const begun = work();
      running.add(begun);
      const ended = (): void => void running.delete(begun);
      begun.then(ended, ended);
      return begun;
    },
    get closed() {
      return closed;
    },
    async drain() {
      closed = true;
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}
