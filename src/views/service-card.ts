import {
  buttons,
  callout,
  instant,
  note,
  openButton,
  plain,
  press,
  pressButton,
  strong,
} from "../card/build.ts";
import type { Block, Button, Card, Field, Text } from "../card/card.ts";
import { type Action, possibilities, type WhyNot } from "../domain/actions.ts";
import { cutOff } from "../domain/end.ts";
import { fold } from "../domain/fold.ts";
import type { Instant } from "../domain/instant.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import type { ConsoleLinks } from "../ports.ts";
import { whyWords } from "./why.ts";
import {
  buttonName,
  callName,
  dateWords,
  familyWord,
  joined,
  listName,
  moneyWords,
  renewalWords,
  stateWord,
  titleCallName,
} from "./words.ts";

export interface ServiceView {
  readonly service: Service;
  readonly attached: readonly Service[];
  readonly parent: Service | null;
  readonly now: Instant;
  readonly links: ConsoleLinks;
  /** When it was read; `live` false where OVHcloud did not answer and this is the catalogue's copy. */
  readonly readAt: Instant;
  readonly live: boolean;
}

/** Everything about one service: its facts, what may be done as buttons, and why the rest may not. */
export function serviceCard(view: ServiceView, say: Speak): Card {
  const { service, now } = view;
  return {
    locale: say.locale,
    title: titleCallName(service, say),
    summary: serviceSummary(service, now, say),
    blocks: [
      ...pendingCallout(service, now, say),
      { kind: "fields", fields: serviceFields(view, say) },
      ...unavailable(view, say),
      ...buttons(
        ...actionButtons(service, now, say),
        openButton(say.plain("service.open-console"), view.links.services),
      ),
      note(say.text(view.live ? "service.live" : "service.as-of", { at: instant(view.readAt, "time") })),
    ],
  };
}

function serviceSummary(service: Service, now: Instant, say: Speak): Text {
  return say.text("service.summary", {
    name: plain(titleCallName(service, say)),
    family: familyWord(service, say),
    state: stateWord(service, say),
    date: dateWords(service, now, say),
  });
}

/** The buttons of what may be done now, the safe one first. Reminders carry the same. */
export function actionButtons(service: Service, now: Instant, say: Speak): readonly Button[] {
  return possibilities(service, now)
    .filter(({ whyNot }) => whyNot === null)
    .map(({ action }) => action)
    .sort((one, other) => SAFETY.indexOf(one) - SAFETY.indexOf(other))
    .map((action) => actionButton(action, service, say));
}

const SAFETY: readonly Action[] = ["keep", "set-renewal", "terminate", "request-deletion"];

function actionButton(action: Action, service: Service, say: Speak): Button {
  const name = buttonName(service, say);
  const input = { service: String(service.id) };
  switch (action) {
    case "keep":
      return pressButton(say.plain("button.keep", { name }), "primary", press("keep", input));
    case "set-renewal":
      return pressButton(say.plain("button.renewal"), "neutral", press("renewal", input));
    case "terminate":
      return pressButton(say.plain("button.terminate", { name }), "neutral", press("terminate", input));
    case "request-deletion":
      return pressButton(say.plain("button.delete", { name }), "danger", press("delete", input));
  }
}

function pendingCallout(service: Service, now: Instant, say: Speak): readonly Block[] {
  const { termination } = service;
  if (!termination) return [];
  const at = instant(termination.at, "time");
  const relative = instant(termination.at, "relative");
  const title = say.plain("service.pending-title");
  if (termination.when === "at-commitment-end") {
    return [callout("warning", title, say.text("service.commitment-ends", { at, relative }))];
  }
  const last = cutOff(service);
  const words = last !== null && last > now ? "service.pending" : "service.pending-final";
  const cutOffInline = last === null ? plain("–") : instant(last, "time");
  return [callout("warning", title, say.text(words, { at, relative, cutOff: cutOffInline }))];
}

function serviceFields({ service, attached, parent, now }: ServiceView, say: Speak): readonly Field[] {
  const field = (label: Parameters<Speak["plain"]>[0], value: Text | null): readonly Field[] =>
    value === null ? [] : [{ label: say.plain(label), value }];
  const word = (text: string): Text => [plain(text)];
  return [
    ...field("service.family", word(typeWords(service, say))),
    ...field("service.state", [strong(stateWord(service, say))]),
    ...field("service.date", dateWords(service, now, say)),
    ...field("service.renewal", word(renewalWords(service, say))),
    ...field("service.price", priceWords(service, say)),
    ...field("service.commitment", service.commitment && [instant(service.commitment.endsAt, "date")]),
    ...field("service.name", isShownWhole(service, say) ? null : word(callName(service))),
    ...field("service.reference", word(service.name)),
    ...field("service.number", word(String(service.id))),
    ...field("service.parent", parent && word(listName(parent, say))),
    ...field("service.attached", attachedWords(service, attached, say)),
  ];
}

/** With OVHcloud's own word for the product where it says more than ours. */
function typeWords(service: Service, say: Speak): string {
  const family = familyWord(service, say);
  const { product } = service;
  return product && fold(product) !== fold(family) ? `${family} · ${product}` : family;
}

/** What has the same name is told apart by its type alone: a hosting, its domain, its zone and its mail. */
function attachedWords(service: Service, attached: readonly Service[], say: Speak): Text | null {
  if (attached.length === 0) return null;
  const words = attached
    .slice(0, MOST_ATTACHED)
    .map((one) =>
      one.name === service.name ? familyWord(one, say) : `${listName(one, say)} (${familyWord(one, say)})`,
    );
  return joined(
    [...new Set(words)].map((one) => [plain(one)]),
    ", ",
  );
}

/** The title holds no longer names; a name is said whole all the same. */
const isShownWhole = (service: Service, say: Speak): boolean =>
  [service.name, titleCallName(service, say)].includes(callName(service));

/** More than these are a list of their own: `services` shows them. */
const MOST_ATTACHED = 8;

function priceWords({ price, renewal }: Service, say: Speak): Text | null {
  if (!price) return null;
  const amount = moneyWords(price, say);
  if (renewal.periodMonths === null) return [plain(amount)];
  return say.text("service.price-value", {
    amount,
    period: say.plain("renewal.period", { months: renewal.periodMonths }),
  });
}

function unavailable({ service, now, links }: ServiceView, say: Speak): readonly Block[] {
  const reasons = new Map<string, { readonly why: Text; readonly actions: string[] }>();
  for (const { action, whyNot } of possibilities(service, now)) {
    if (whyNot === null || isSelfEvident(action, whyNot, service)) continue;
    const key = JSON.stringify(whyNot);
    const reason = reasons.get(key) ?? { why: whyWords(whyNot, say, links), actions: [] };
    reason.actions.push(say.plain(`action.${action}`));
    reasons.set(key, reason);
  }
  const lines = [...reasons.values()].map(({ why, actions }) =>
    say.text("service.why-line", { action: actions.join(", "), why }),
  );
  return lines.length === 0 ? [] : [callout("info", say.plain("service.unavailable"), ...lines)];
}

/** Nobody wonders why a service that goes on cannot be kept, or why a domain is no hosting. */
function isSelfEvident(action: Action, { kind }: WhyNot, { termination }: Service): boolean {
  return kind === "not-hosting" || (action === "keep" && termination === null);
}
