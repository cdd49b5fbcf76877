import type { Provider, Store } from "../../src/ports.ts";

/**
 * What happens at one step. `crash-before` and `crash-after`: the process dies there, and none of its later steps
 * has an effect. `fail`: this one step fails, and the process goes on.
 */
export type Mishap = "none" | "crash-before" | "crash-after" | "fail";

/** Counts the steps of one life of the bot, and ends that life, or one step, at a given one. */
export interface Steps {
  readonly count: () => number;
  readonly isDead: () => boolean;
  /** Counting begins. */
  arm(): void;
  run<T>(step: () => Promise<T>): Promise<T>;
}

class Mischief extends Error {
  override name = "Mischief";
}

export function createSteps(mishap: Mishap, at: number): Steps {
  let armed = false;
  let count = 0;
  let dead = false;
  return {
    count: () => count,
    isDead: () => dead,
    arm() {
      armed = true;
    },
    async run(step) {
      if (dead) throw new Mischief("a dead process does nothing");
      if (!armed || ++count !== at) return step();
      switch (mishap) {
        case "none":
          return step();
        case "fail":
          throw new Mischief("this step fails");
        case "crash-before":
          dead = true;
          throw new Mischief("the process died before");
        case "crash-after":
          dead = true;
          await step();
          throw new Mischief("the process died after");
      }
    },
  };
}

/** The store's verbs of a change, each of them a step. */
export function steppedStore({ confirmations: c, audit, ...store }: Store, { run }: Steps): Store {
  return {
    ...store,
    confirmations: {
      ...c,
      open: (...given) => run(() => c.open(...given)),
      attach: (...given) => run(() => c.attach(...given)),
      settle: (...given) => run(() => c.settle(...given)),
      finish: (...given) => run(() => c.finish(...given)),
      get: (...given) => run(() => c.get(...given)),
    },
    audit: { ...audit, append: (...given) => run(() => audit.append(...given)) },
    close: async () => {},
  };
}

/** The provider's calls, each of them a step. */
export function steppedProvider(provider: Provider, { run }: Steps): Provider {
  return {
    ...provider,
    getService: (...given) => run(() => provider.getService(...given)),
    terminateAtExpiry: (...given) => run(() => provider.terminateAtExpiry(...given)),
    keep: (...given) => run(() => provider.keep(...given)),
    setRenewal: (...given) => run(() => provider.setRenewal(...given)),
    requestDeletion: (...given) => run(() => provider.requestDeletion(...given)),
    finishDeletion: (...given) => run(() => provider.finishDeletion(...given)),
  };
}
