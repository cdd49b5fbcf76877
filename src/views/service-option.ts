import type { Option } from "../card/card.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import { callName, familyWord, optionName } from "./words.ts";

/** What a select holds on both platforms (Discord: 25 options). */
export const MOST_OPTIONS = 25;

/** A service among others to choose from: several may share its name, so type, reference and number are said too. */
export function serviceOption(service: Service, say: Speak): Option {
  return {
    label: say.plain("choose.option", {
      name: optionName(callName(service)),
      family: familyWord(service, say),
    }),
    description: say.plain("choose.description", { name: optionName(service.name), id: String(service.id) }),
    value: String(service.id),
  };
}
