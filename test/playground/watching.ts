import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import type { Many, Patch, Single } from "../../sandbox/playground/protocol.ts";

/** What a page has been told, read off the wire of its stream. */
export interface Watching {
  readonly who: PersonaKey;
  readonly first: Patch;
  /** All of them, the first one too. */
  readonly patches: readonly Patch[];
  /** As of the newest patch. Throws for what was never told. */
  single<K extends keyof Single>(key: K): Single[K];
  many<K extends keyof Many>(key: K): readonly Many[K][];
  /** All that the page knows by now, the time excepted: that flows by itself. */
  all(): unknown;
  /** By the key that the page knows them by. */
  entries<K extends keyof Many>(key: K): ReadonlyMap<string, Many[K]>;
  /** Resolves with the first truthy value of `look`, which is asked at once and after each patch. */
  until<T>(look: () => T): Promise<T>;
  close(): Promise<void>;
}

export async function watchState(address: string, who: PersonaKey): Promise<Watching> {
  const aborter = new AbortController();
  const answer = await fetch(`${address}state?who=${who}`, { signal: aborter.signal });
  if (!answer.body) throw new Error("the stream has no body");
  const patches: Patch[] = [];
  let told: Told = NOTHING;
  const waiting = new Set<() => void>();

  const read = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const data of events(body)) {
      const patch: Patch = JSON.parse(data);
      patches.push(patch);
      told = merge(told, patch);
      for (const ask of [...waiting]) ask();
    }
  };
  let isOver = false;
  // However it ends: the page has gone, or who told it.
  const reading = read(answer.body)
    .catch(() => {})
    .finally(() => {
      isOver = true;
      for (const ask of [...waiting]) ask();
    });
  const until = <T>(look: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      const ask = (): void => {
        try {
          const seen = look();
          if (!seen && isOver) throw new Error("the stream ended before that was told");
          if (!seen) return;
          waiting.delete(ask);
          resolve(seen);
        } catch (error) {
          waiting.delete(ask);
          reject(error);
        }
      };
      waiting.add(ask);
      ask();
    });
  const first = await until(() => patches[0]);
  if (!first) throw new Error("the stream told nothing");

  return {
    who,
    first,
    patches,
    all: () => ({ ...told, single: { ...told.single, clock: told.single.clock?.movingTo } }),
    single(key) {
      const value = told.single[key];
      if (value === undefined) throw new Error(`${key} was never told`);
      return value;
    },
    many: (key) => [...told.many[key].values()],
    entries: (key) => told.many[key],
    until,
    async close() {
      aborter.abort();
      await reading;
    },
  };
}

/** The data of each event of a stream. https://html.spec.whatwg.org/multipage/server-sent-events.html */
async function* events(body: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const whole = text.split("\n\n");
    text = whole.pop() ?? "";
    for (const event of whole) yield event.replace(/^data: /, "");
  }
}

interface Told {
  readonly single: Partial<Single>;
  readonly many: { readonly [K in keyof Many]: ReadonlyMap<string, Many[K]> };
}

const NOTHING: Told = {
  single: {},
  many: {
    slackMessages: new Map(),
    discordMessages: new Map(),
    mails: new Map(),
    calls: new Map(),
    journal: new Map(),
  },
};

function merge(told: Told, patch: Patch): Told {
  const { single, many } = patch.whole ? NOTHING : told;
  const changed = <K extends keyof Many>(key: K): ReadonlyMap<string, Many[K]> => {
    const changes = patch.many[key];
    if (!changes) return many[key];
    const next = new Map<string, Many[K]>(many[key]);
    for (const gone of changes.gone) next.delete(gone);
    for (const [id, value] of Object.entries(changes.set)) next.set(id, value);
    return next;
  };
  return {
    single: { ...single, ...patch.single },
    many: {
      slackMessages: changed("slackMessages"),
      discordMessages: changed("discordMessages"),
      mails: changed("mails"),
      calls: changed("calls"),
      journal: changed("journal"),
    },
  };
}
