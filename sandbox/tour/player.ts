/** What a person has before their eyes after an act: a message, or a form that has opened. */
export interface Seen {
  readonly kind: "message" | "form";
  /** Only this person sees it. */
  readonly isPrivate: boolean;
  /** As read out: dates in the reader's zone, buttons in brackets. */
  readonly text: string;
  /** The labels of its buttons, in order. */
  readonly buttons: readonly string[];
}

/** A person at one of the two clients, acting as people do: by words on the screen. */
export interface Player {
  readonly name: string;
  readonly platform: "Slack" | "Discord";
  /** Types a command; values by the parameter's English name. Resolves with what the bot showed. */
  asks(command: string, values?: Readonly<Record<string, string | number>>): Promise<Seen>;
  /** Presses the newest button whose label contains these words, or fits. */
  presses(words: string | RegExp): Promise<Seen>;
  /** Presses it and does not wait for anything to be shown. */
  pressesAndLeaves(words: string | RegExp): Promise<void>;
  /** Chooses in the newest select; by the words of the option. */
  chooses(option: string): Promise<Seen>;
  /** Fills the open form, its fields in order, and sends it. `true` ticks. */
  sends(values: readonly (string | true)[]): Promise<Seen>;
  /** What is shown now: the open form, or the newest message. */
  sees(): Seen;
  /** Everything visible, oldest first. */
  seesAll(): readonly Seen[];
  /** Resolves with the newest message that has these words, or fits, once there is one. */
  awaits(words: string | RegExp): Promise<Seen>;
}

/** What a client shows, each thing with a key that changes when it does. */
export interface Shown {
  readonly key: string;
  readonly seen: Seen;
}

/** The part of a player that does not depend on the platform: act, wait until something new is shown, tell it. */
export interface Screen {
  shown(): readonly Shown[];
  /** Resolves with the first value of `look` that is there, asked again after every change. */
  changed(look: () => Seen | null): Promise<Seen>;
}

export async function actAndSee(screen: Screen, act: () => Promise<unknown>): Promise<Seen> {
  const before = new Set(screen.shown().map(({ key }) => key));
  await act();
  return screen.changed(() => screen.shown().findLast(({ key }) => !before.has(key))?.seen ?? null);
}

export async function awaitWords(screen: Screen, words: string | RegExp): Promise<Seen> {
  return screen.changed(() => screen.shown().findLast(({ seen }) => says(seen.text, words))?.seen ?? null);
}

const says = (text: string, words: string | RegExp): boolean =>
  typeof words === "string" ? text.includes(words) : words.test(text);

/** The newest thing shown whose label fits, or an error that lists what there is. */
export function newest<T>(all: readonly T[], labelOf: (one: T) => string, words: string | RegExp): T {
  const found = all.findLast((one) => says(labelOf(one), words));
  if (found === undefined)
    throw new Error(`nothing says "${words}" here; there is: ${all.map(labelOf).join(", ")}`);
  return found;
}
