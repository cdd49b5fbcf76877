import { instant, plain } from "../card/build.ts";
import type { Text } from "../card/card.ts";
import type { Instant } from "../domain/instant.ts";
import type { Money, Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";

/** The words in which every card speaks of a service. */

type Named = Pick<Service, "id" | "name" | "displayName">;

/** The longest name that still fits a button with its verb, in both languages (Slack: 75 characters in all). */
const NAME_IN_BUTTON = 44;
/** Slack's header holds 150 characters. */
const NAME_IN_TITLE = 90;
/** Ten rows of the longest names, each character escaped, fit into Discord's 4,000 characters. */
const NAME_IN_LIST = 64;
/** With the type, or with the number, it fits an option (Slack: 75 characters). */
const NAME_IN_OPTION = 40;
/** What somebody typed is said back as far as it can be recognised. */
const TYPED = 100;

/** The name that people gave it: for reading, where nothing depends on which one it is. */
export const callName = (service: Named): string => service.displayName;

/** The name in a button: whole, or the service's number where it is too long. A part of a name could mislead. */
export function buttonName(service: Named, say: Speak): string {
  return fitting(service, say, NAME_IN_BUTTON);
}

export function titleName(service: Named, say: Speak): string {
  return fitting(service, say, NAME_IN_TITLE);
}

function fitting({ name, id }: Pick<Named, "id" | "name">, say: Speak, most: number): string {
  return name.length <= most ? name : say.plain("service.by-number", { id: String(id) });
}

export function titleCallName(service: Named, say: Speak): string {
  return calling(service, say, NAME_IN_TITLE);
}

/** The name in a row of a list: the customer's own, else OVHcloud's, else the number. */
export function listName(service: Named, say: Speak): string {
  return calling(service, say, NAME_IN_LIST);
}

/** OVHcloud's name in a row of a list. */
export function listReference(service: Pick<Named, "id" | "name">, say: Speak): string {
  return fitting(service, say, NAME_IN_LIST);
}

function calling(service: Named, say: Speak, most: number): string {
  const name = callName(service);
  return name.length <= most ? name : fitting(service, say, most);
}

/** What somebody typed, said back to them: nothing depends on its end. */
export const echo = (typed: string): string => shortened(typed, TYPED);

/** The name in an option, whose value says what is meant: what stands beside the name must not be cut off. */
export const optionName = (name: string): string => shortened(name, NAME_IN_OPTION);

function shortened(text: string, most: number): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most).join("")}…`;
}

export function familyWord(service: Pick<Service, "family">, say: Speak): string {
  return say.plain(`family.${service.family}`);
}

export function stateWord(service: Service, say: Speak): string {
  return service.termination && service.state === "active"
    ? say.plain("state.ending")
    : say.plain(`state.${service.state}`);
}

export function renewalWords({ renewal }: Service, say: Speak): string {
  if (renewal.mode === "automatic" && renewal.periodMonths !== null) {
    return say.plain("renewal.automatic-every", { months: renewal.periodMonths });
  }
  return say.plain(`renewal.${renewal.mode}`);
}

/** The date that counts for this service, said so that it cannot be misread; `now` parts what was from what will be. */
export function dateWords(service: Service, now: Instant, say: Speak): Text {
  const at = service.termination?.at ?? service.expiresAt;
  if (service.state === "unpaid") return say.text("date.now");
  if (at === null) return say.text("date.none");
  const date = instant(at, "date");
  if (service.state === "terminated") return say.text("date.ended", { date });
  if (service.state === "expired" || at <= now) return say.text("date.expired", { date });
  if (service.termination) return say.text("date.ends", { date });
  if (service.renewal.mode === "manual") return say.text("date.pay-before", { date });
  if (service.renewal.mode === "automatic" || service.renewal.mode === "forced") {
    return say.text("date.renews", { date });
  }
  return say.text("date.expires", { date });
}

export function moneyWords({ ucents, currency }: Money, say: Speak): string {
  const amount = ucents / UCENTS;
  const known = /^[A-Z]{3}$/u.test(currency);
  const number = new Intl.NumberFormat(
    say.locale,
    known ? { style: "currency", currency } : { maximumFractionDigits: 2 },
  ).format(amount);
  return known ? number : `${number} ${currency}`;
}

/** OVHcloud counts in hundred-millionths: 1 EUR = 100,000,000. */
const UCENTS = 100_000_000;

const SIZES = [
  { unit: "size.gigabytes", bytes: 1e9 },
  { unit: "size.megabytes", bytes: 1e6 },
  { unit: "size.kilobytes", bytes: 1e3 },
] as const;

export function sizeWords(bytes: number, say: Speak): string {
  const { unit, bytes: one } = SIZES.find((size) => bytes >= size.bytes) ?? {
    unit: "size.kilobytes",
    bytes: 1e3,
  };
  return say.plain(unit, { value: Math.round((bytes / one) * 10) / 10 });
}

/** A list in the reader's language: "30, 14 and 7". */
export function listWords(
  items: readonly string[],
  say: Speak,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return new Intl.ListFormat(say.locale, { type }).format(items);
}

/** Joins pieces of text with a separator. */
export function joined(pieces: readonly Text[], separator: string): Text {
  return pieces.flatMap((piece, at) => (at === 0 ? piece : [plain(separator), ...piece]));
}

/** The same text in words only, for a place that holds no markup. Instants and people are left out. */
export function asPlain(text: Text): string {
  return text.map((inline) => ("text" in inline ? inline.text : "")).join("");
}
