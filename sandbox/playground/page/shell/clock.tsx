import type { JSX } from "preact";
import type { Language } from "../../protocol.ts";
import { useApp, useWords } from "../state/app.ts";
import { dateTime } from "../words/instants.ts";

/** The sandbox's time in the reader's zone. */
export function Clock(): JSX.Element | null {
  const { store, now, settings } = useApp();
  const zone = store.single("who").value?.timeZone ?? "UTC";
  const moving = store.single("clock").value?.movingTo ?? null;
  const words = useWords(CLOCK_WORDS);
  if (now.value === undefined) return null;
  const format = dateTime(settings.language.value, zone);
  return (
    <div class="clock" data-moving={moving !== null}>
      <span class="visually-hidden">{words.time}</span>
      <time dateTime={new Date(now.value).toISOString()}>{format(now.value)}</time>
      {moving === null ? null : <span class="visually-hidden">→ {format(moving)}</span>}
    </div>
  );
}

interface ClockWords {
  readonly time: string;
}

const CLOCK_WORDS: Readonly<Record<Language, ClockWords>> = {
  en: { time: "Time in the playground:" },
  fr: { time: "Heure du bac à sable :" },
};
