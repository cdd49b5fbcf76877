import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Changes, Many, Patch, Single } from "../../protocol.ts";

/** What the server has said, as signals: a part of the page is drawn anew when what it reads has changed. */
export interface Store {
  /** Undefined until the server has said it. */
  single<K extends keyof Single>(key: K): ReadonlySignal<Single[K] | undefined>;
  /** In the order in which they came. A value stays the same object as long as it has not changed. */
  many<K extends keyof Many>(key: K): ReadonlySignal<ReadonlyMap<string, Many[K]>>;
  apply(patch: Patch): void;
}

type Singles = { readonly [K in keyof Single]: Signal<Single[K] | undefined> };
type Manies = { readonly [K in keyof Many]: Signal<ReadonlyMap<string, Many[K]>> };

export function createStore(): Store {
  const singles: Singles = {
    world: signal(),
    who: signal(),
    slackPlaces: signal(),
    slackModal: signal(),
    slackHome: signal(),
    slackErrors: signal(),
    discordPlaces: signal(),
    discordModal: signal(),
    discordErrors: signal(),
    clock: signal(),
    bot: signal(),
    account: signal(),
    faults: signal(),
    story: signal(),
  };
  const manies: Manies = {
    slackMessages: signal(new Map()),
    discordMessages: signal(new Map()),
    mails: signal(new Map()),
    calls: signal(new Map()),
    journal: signal(new Map()),
  };

  const setSingle = <K extends keyof Single>(key: K, single: Partial<Single>): void => {
    if (!(key in single)) return;
    const target: Signal<Single[K] | undefined> = singles[key];
    target.value = single[key];
  };
  const setMany = <K extends keyof Many>(key: K, { many, whole }: Patch): void => {
    const changes: Changes<Many[K]> | undefined = many[key];
    const target: Signal<ReadonlyMap<string, Many[K]>> = manies[key];
    if (whole) target.value = new Map(Object.entries(changes?.set ?? {}));
    else if (changes) target.value = changed(target.value, changes);
  };

  return {
    single: (key) => singles[key],
    many: (key) => manies[key],
    apply(patch) {
      for (const key of keysOf(singles)) setSingle(key, patch.single);
      for (const key of keysOf(manies)) setMany(key, patch);
    },
  };
}

function changed<T>(before: ReadonlyMap<string, T>, { set, gone }: Changes<T>): ReadonlyMap<string, T> {
  const after = new Map(before);
  for (const id of gone) after.delete(id);
  for (const [id, value] of Object.entries(set)) after.set(id, value);
  return after;
}

/** `Object.keys` of an object whose keys are all known. */
function keysOf<T extends object>(object: T): readonly (keyof T & string)[] {
  const isKey = (key: string): key is keyof T & string => key in object;
  return Object.keys(object).filter(isKey);
}
