import { pressButton } from "../card/build.ts";
import type { Button, Press } from "../card/card.ts";
import type { Speak } from "../i18n/speak.ts";

/** The ways to the page before and the page after, where there is one. `to` makes the press that opens a page. */
export function pageButtons(
  { page, pages }: { readonly page: number; readonly pages: number },
  to: (page: number) => Press,
  say: Speak,
): readonly Button[] {
  return [
    ...(page > 1 ? [pressButton(say.plain("list.previous"), "neutral", to(page - 1))] : []),
    ...(page < pages ? [pressButton(say.plain("list.next"), "neutral", to(page + 1))] : []),
  ];
}
