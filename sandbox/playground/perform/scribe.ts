import type { Life } from "../life.ts";
import type { PersonaKey } from "../personas.ts";
import type { JournalEntry, PlatformName } from "../protocol.ts";

type Verb = Extract<JournalEntry, { kind: "act" }>["verb"];

/** Writes down what somebody does, as they do it. What their client does not let them do is taken back. */
export function createScribe({ journal, world }: Life, who: PersonaKey, platform: PlatformName) {
  return async (verb: Verb, words: string, act: () => unknown, times: 1 | 2 = 1): Promise<void> => {
    const replace = journal.add({ kind: "act", at: world.clock.now(), who, platform, verb, words, times });
    try {
      await act();
    } catch (error) {
      replace(null);
      throw error;
    }
  };
}
