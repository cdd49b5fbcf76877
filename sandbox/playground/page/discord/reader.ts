import { computed, type ReadonlySignal } from "@preact/signals";
import { SECOND } from "../../../../src/domain/instant.ts";
import { instantWords } from "../../../discord/words.ts";
import type { Store } from "../state/store.ts";

/** How the one who looks reads instants: language, time zone, and what time it is in the sandbox. */
export interface Reader {
  readonly locale: ReadonlySignal<string>;
  /** As 2026-11-22, in the reader's time zone: changes once a day. */
  readonly today: ReadonlySignal<string>;
  /** A timestamp of Discord's markup. */
  words(at: number, style: string): string;
  day(at: number): string;
  time(at: number): string;
  date(at: number): string;
}

/** Relative instants are told in minutes: there may be many of them, and telling one takes its time. */
const STEP = 10 * SECOND;

/** Everything it says is computed from signals: who asks in a computed or a component is told of changes. */
export function createReader(store: Store, time: ReadonlySignal<number | undefined>): Reader {
  const who = store.single("who");
  const now = computed(() => Math.floor((time.value ?? 0) / STEP) * STEP);
  const locale = computed(() => (who.value?.language === "fr" ? "fr" : "en-US"));
  const timeZone = computed(() => who.value?.timeZone ?? "UTC");
  // Making a format costs more than using it.
  const formats = computed(() => {
    const format = (options: Intl.DateTimeFormatOptions, language = locale.value): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(language, { timeZone: timeZone.value, ...options });
    return {
      key: format({ dateStyle: "short" }, "sv-SE"),
      time: format({ timeStyle: "short" }),
      date: format({ dateStyle: "short", timeStyle: "short" }),
      /** Timestamps that were told before: lists and reminders name the same ones again and again. */
      told: new Map<string, string>(),
    };
  });
  const day = (at: number): string => formats.value.key.format(at);

  return {
    locale,
    today: computed(() => day(now.value)),
    words(at, style) {
      const { told } = formats.value;
      const tell = (since: number): string =>
        instantWords(at, style, { locale: locale.value, timeZone: timeZone.value, now: since });
      if (style === "R") return tell(now.value);
      const words = told.get(`${style}${at}`) ?? tell(at);
      told.set(`${style}${at}`, words);
      return words;
    },
    day,
    time: (at) => formats.value.time.format(at),
    date: (at) => formats.value.date.format(at),
  };
}
