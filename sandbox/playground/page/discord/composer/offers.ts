import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { MenuOption } from "../../../../discord/person/menu.ts";
import type { DiscordPlace } from "../../../protocol.ts";
import { useClient } from "../client.ts";
import { foldedText } from "../search.ts";
import type { Offer } from "./field-value.ts";

/** Nobody is asked at each letter of a word. */
const PAUSE_MS = 80;

interface Asked {
  readonly place: DiscordPlace;
  readonly command: string;
  readonly option: MenuOption;
  readonly others: () => Record<string, string | number | boolean>;
}

interface Offers {
  readonly value: readonly Offer[];
  /** Whether these are the offers for what was typed last. */
  readonly settled: boolean;
  ask(typed: string): void;
}

/** What a field offers: some of a list that is at hand, or what the bot answers. A late answer is dropped. */
export function useOffers({ place, command, option, others }: Asked, only: readonly Offer[] | null): Offers {
  const client = useClient();
  const offers = useSignal<readonly Offer[]>([]);
  const settled = useSignal(false);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const askBot = async (typed: string): Promise<void> => {
    const turn = ++asked.current;
    const answer = await client.suggest({
      kind: "discord-autocomplete",
      channel: place.id,
      command,
      option: option.name,
      typed,
      others: others(),
    });
    if (turn !== asked.current) return;
    offers.value = answer;
    settled.value = true;
  };
  return {
    value: offers.value,
    settled: settled.value,
    ask(typed) {
      if (only) {
        offers.value = only.filter(({ name }) => foldedText(name).includes(foldedText(typed)));
        settled.value = true;
        return;
      }
      settled.value = false;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void askBot(typed), PAUSE_MS);
    },
  };
}
