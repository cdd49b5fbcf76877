import type { Life } from "../life.ts";
import type { PersonaKey } from "../personas.ts";
import type { JournalEntry, PlatformName } from "../protocol.ts";

type Verb = Extract<JournalEntry, { kind: "act" }>["verb"];

/** Writes down what somebody does, as they do it. */
export function createScribe({ journal, world }: Life, who: PersonaKey, platform: PlatformName) {
  return (verb: Verb, words: string, times: 1 | 2 = 1): void => {
    journal.add({ kind: "act", at: world.clock.now(), who, platform, verb, words, times });
  };
}
