import { buttons, callout, code, instant, note, openButton, plain } from "../card/build.ts";
import type { Button, Card, Field, Text, Tone } from "../card/card.ts";
import { cutOff, endOf } from "../domain/end.ts";
import { DAY, HOUR, type Instant } from "../domain/instant.ts";
import type { Query } from "../domain/query.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import type { ConsoleLinks } from "../ports.ts";
import type { DueKind } from "../reminders/plan.ts";
import { followWords } from "./filter-words.ts";
import { actionButtons } from "./service-card.ts";
import { familyWord, moneyWords, renewalWords, titleCallName } from "./words.ts";

export interface ReminderView {
  readonly kind: DueKind;
  /** As read just now. */
  readonly service: Service;
  readonly query: Query;
  readonly links: ConsoleLinks;
  readonly now: Instant;
  /** `/ovh unfollow`, in the channel's language. */
  readonly unfollow: string;
}

interface Notice {
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly Text[];
}

/** One notice before a service expires, renews or is deleted: all that is needed to act stands in it. */
export function reminderCard(view: ReminderView, say: Speak): Card {
  const { service, links } = view;
  const { tone, title, lines } = notice(view, say);
  return {
    locale: say.locale,
    title,
    summary: [plain(`${title} · `), ...(lines[0] ?? [])],
    blocks: [
      callout(tone, familyWord(service, say), ...lines),
      { kind: "fields", fields: fields(service, say) },
      ...buttons(...actions(view, say), openButton(say.plain("service.open-console"), links.services)),
      note(say.text("reminder.note", { filter: followWords(view.query, say), command: code(view.unfollow) })),
    ],
  };
}

function notice(view: ReminderView, say: Speak): Notice {
  const { kind, service } = view;
  switch (kind.kind) {
    case "unpaid":
      return simple("warning", "unpaid", service, {}, say);
    case "expired":
      return simple("danger", "expired", service, { at: at(service.expiresAt) }, say);
    case "last-call":
      return ending(
        view,
        say.plain("reminder.last-call.title-hours", {
          hours: Math.min(kind.hours, hoursLeft(view)),
          name: titleCallName(service, say),
        }),
        say,
      );
    case "threshold":
      return service.termination ? ending(view, titleIn("ends", view, say), say) : running(view, say);
  }
}

/** A last call that comes late, as after a stop, says the hours that are left. */
function hoursLeft({ service, now }: ReminderView): number {
  const end = endOf(service);
  return end === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.round((end - now) / HOUR));
}

function running(view: ReminderView, say: Speak): Notice {
  const { service } = view;
  const values = { at: at(endOf(service)), relative: relative(endOf(service)) };
  if (service.renewal.mode === "automatic" || service.renewal.mode === "forced") {
    const lines = [say.text("reminder.renews.text", values), ...amount(service, say)];
    return { tone: "info", title: titleIn("renews", view, say), lines };
  }
  return {
    tone: "warning",
    title: titleIn("expires", view, say),
    lines: [say.text("reminder.expires.text", values)],
  };
}

function ending({ service, now }: ReminderView, title: string, say: Speak): Notice {
  const last = cutOff(service);
  const values = { at: at(endOf(service)), relative: relative(endOf(service)) };
  const open = last !== null && last > now;
  return {
    tone: "danger",
    title,
    lines: [
      say.text("reminder.ends.text", values),
      open
        ? say.text("reminder.ends.cut-off", { cutOff: at(last), relative: relative(last) })
        : say.text("reminder.ends.too-late", { cutOff: at(last) }),
    ],
  };
}

function titleIn(what: "ends" | "renews" | "expires", { service, now }: ReminderView, say: Speak): string {
  const days = Math.max(0, Math.round(((endOf(service) ?? now) - now) / DAY));
  return say.plain(`reminder.${what}.title`, { name: titleCallName(service, say), days });
}

function simple(
  tone: Tone,
  what: "expired" | "unpaid",
  service: Service,
  values: Readonly<Record<string, Text>>,
  say: Speak,
): Notice {
  const name = titleCallName(service, say);
  return {
    tone,
    title: say.plain(`reminder.${what}.title`, { name }),
    lines: [say.text(`reminder.${what}.text`, values)],
  };
}

const at = (when: Instant | null): Text => (when === null ? [plain("–")] : [instant(when, "time")]);
const relative = (when: Instant | null): Text => (when === null ? [plain("–")] : [instant(when, "relative")]);

function amount(service: Service, say: Speak): readonly Text[] {
  const { price, renewal } = service;
  if (!price || renewal.periodMonths === null) return [];
  const period = say.plain("renewal.period", { months: renewal.periodMonths });
  return [say.text("reminder.renews.amount", { amount: moneyWords(price, say), period })];
}

function fields(service: Service, say: Speak): readonly Field[] {
  return [
    { label: say.plain("service.reference"), value: [plain(service.name)] },
    { label: say.plain("service.number"), value: [plain(String(service.id))] },
    { label: say.plain("service.renewal"), value: [plain(renewalWords(service, say))] },
  ];
}

/** The buttons of the service card; what waits for money is paid at OVHcloud. */
function actions({ kind, service, links, now }: ReminderView, say: Speak): readonly Button[] {
  if (kind.kind === "unpaid" || kind.kind === "expired")
    return [openButton(say.plain("reminder.pay"), links.bills)];
  return actionButtons(service, now, say);
}
