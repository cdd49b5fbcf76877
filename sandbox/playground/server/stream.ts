import type { Changes, Many, Patch, Single } from "../protocol.ts";
import type { Shown } from "../show.ts";

/** What one page has been told, and what it has to be told next. */
export interface Stream {
  /** Null when nothing has changed. */
  next(shown: Shown): Patch | null;
}

const MANIES = [
  "slackMessages",
  "discordMessages",
  "mails",
  "calls",
  "journal",
] as const satisfies readonly (keyof Many)[];

/** The page's own clock runs on: it is set right only when time has jumped, or drifted. */
const TOLERATED_DRIFT = 1000;

export function createStream(monotonic: () => number = () => performance.now()): Stream {
  const told = new Map<string, string>();
  let many: Shown["many"] | null = null;
  let clock: { readonly now: number; readonly at: number } | null = null;

  const isNewTime = ({ now, movingTo }: Single["clock"]): boolean => {
    const key = String(movingTo);
    const moved = told.get("movingTo") !== key;
    told.set("movingTo", key);
    const expected = clock === null ? null : clock.now + (movingTo === null ? monotonic() - clock.at : 0);
    if (!moved && expected !== null && Math.abs(expected - now) < TOLERATED_DRIFT) return false;
    clock = { now, at: monotonic() };
    return true;
  };

  return {
    next(shown) {
      const { clock: time, ...others } = shown.single;
      const single = Object.fromEntries(
        Object.entries(others).filter(([key, value]) => {
          const text = JSON.stringify(value);
          if (told.get(key) === text) return false;
          told.set(key, text);
          return true;
        }),
      );
      const before = many;
      const changes = Object.fromEntries(
        MANIES.flatMap((key) => {
          const found = changesOf<Many[typeof key]>(before?.[key] ?? new Map(), shown.many[key]);
          return found ? [[key, found]] : [];
        }),
      );
      many = copyOf(shown.many);
      const patch: Patch = {
        whole: before === null,
        single: isNewTime(time) ? { ...single, clock: time } : single,
        many: changes,
      };
      const isEmpty = Object.keys(patch.single).length + Object.keys(patch.many).length === 0;
      return isEmpty && !patch.whole ? null : patch;
    },
  };
}

/** The maps themselves may be filled on. */
const copyOf = (all: Shown["many"]): Shown["many"] => ({
  slackMessages: new Map(all.slackMessages),
  discordMessages: new Map(all.discordMessages),
  mails: new Map(all.mails),
  calls: new Map(all.calls),
  journal: new Map(all.journal),
});

function changesOf<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Changes<T> | null {
  const set = [...after].filter(([key, value]) => before.get(key) !== value);
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return set.length + gone.length === 0 ? null : { set: Object.fromEntries(set), gone };
}
