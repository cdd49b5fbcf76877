import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asNumber, asText } from "../../../../json.ts";
import type { Suggestions } from "../../../../slack/acts/suggest.ts";
import { useClient } from "../client.ts";
import { useSurface } from "../surface.ts";
import type { ElementProps } from "./frame.ts";
import { type OptionGroup, readOption } from "./option.ts";

/** What a select offers for what was typed. */
export type Offer =
  | { readonly kind: "loading" }
  | { readonly kind: "short"; readonly least: number }
  | { readonly kind: "offered"; readonly groups: readonly OptionGroup[] };

/** docs.slack.dev/reference/block-kit/block-elements/select-menu-element: unless said otherwise. */
const DEFAULT_LENGTH = 3;
/** Nobody is asked for every letter of a word. */
const PAUSE_MS = 120;

/** Options that the app is asked for. */
export function useExternalOffer({ element, blockId }: ElementProps, typed: Signal<string>): Signal<Offer> {
  const { act } = useClient();
  const { place } = useSurface();
  const offer = useSignal<Offer>({ kind: "loading" });
  const least = asNumber(element.min_query_length, DEFAULT_LENGTH);
  const wanted = typed.value;
  const actionId = asText(element.action_id);

  useEffect(() => {
    if (wanted.length < least) {
      offer.value = { kind: "short", least };
      return;
    }
    let superseded = false;
    const ask = async (): Promise<void> => {
      const answer = await act({
        kind: "slack-suggest",
        place,
        element: { blockId, actionId },
        typed: wanted,
      });
      if (superseded) return;
      offer.value = answer.kind === "options" ? offered(answer.suggestions, least) : NOTHING;
    };
    const timer = setTimeout(ask, wanted === "" ? 0 : PAUSE_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [wanted, least, act, place, blockId, actionId, offer]);
  return offer;
}

const NOTHING: Offer = { kind: "offered", groups: [] };

/** A failure shows among Slack's own complaints; here it offers nothing. */
function offered(suggestions: Suggestions, least: number): Offer {
  if (suggestions.kind === "too short") return { kind: "short", least };
  if (suggestions.kind === "failed") return NOTHING;
  const options = suggestions.options.map(readOption);
  return { kind: "offered", groups: options.length > 0 ? [{ label: "", options }] : [] };
}
