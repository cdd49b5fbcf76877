import {
  actor,
  buttons,
  callout,
  instant,
  note,
  paragraph,
  plain,
  press,
  pressButton,
  strong,
} from "../card/build.ts";
import type { Block, Button, Card, Field, Text } from "../card/card.ts";
import { whyNot } from "../domain/actions.ts";
import type { Change, Confirmation } from "../domain/change.ts";
import { cutOff, endOf } from "../domain/end.ts";
import type { Instant } from "../domain/instant.ts";
import type { LossFacts } from "../domain/loss.ts";
import { lossStatement } from "../domain/loss-statement.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import type { ConsoleLinks } from "../ports.ts";
import { lossCallout } from "./loss.ts";
import { whyWords } from "./why.ts";
import { buttonName, callName, familyWord, renewalWords, stateWord, titleName } from "./words.ts";

export interface Asked {
  readonly confirmation: Confirmation;
  readonly service: Service;
  readonly facts: LossFacts;
  readonly links: ConsoleLinks;
}

/** The question before a change: what exactly, what is lost, until when it can be taken back, and two buttons. */
export function confirmationCard(asked: Asked, say: Speak): Card {
  const { confirmation, service } = asked;
  const { until, requester } = { until: confirmation.expiresAt, requester: confirmation.requester };
  return {
    locale: say.locale,
    title: titleFor(confirmation.change, service, say),
    summary: summaryFor(confirmation.change, service, say),
    blocks: [
      ...warning(asked, say),
      { kind: "fields", fields: identity(service, say) },
      ...comparison(asked, say),
      ...buttons(...choices(confirmation, service, say)),
      note(
        say.text("confirm.note", {
          actor: actor(requester),
          until: instant(until, "clock"),
          relative: instant(until, "relative"),
        }),
      ),
    ],
  };
}

function titleFor(change: Change, service: Service, say: Speak): string {
  const name = titleName(service, say);
  switch (change.kind) {
    case "terminate":
    case "keep":
      return say.plain(`confirm.${change.kind}.title`, { name });
    case "request-deletion":
    case "finish-deletion":
      return say.plain("confirm.delete.title", { name });
    case "set-renewal":
      return say.plain(`confirm.renewal.${change.mode}-title`, { name });
  }
}

function summaryFor(change: Change, service: Service, say: Speak): Text {
  const values = {
    name: strong(service.name),
    family: familyWord(service, say),
    at: dateOrNone(endOf(service), say),
  };
  switch (change.kind) {
    case "terminate":
    case "keep":
      return say.text(`confirm.${change.kind}.summary`, values);
    case "request-deletion":
    case "finish-deletion":
      return say.text("confirm.delete.summary", values);
    case "set-renewal":
      return change.mode === "manual"
        ? say.text(
            endOf(service) === null
              ? "confirm.renewal.manual-summary-undated"
              : "confirm.renewal.manual-summary",
            values,
          )
        : say.text("confirm.renewal.automatic-summary", values);
  }
}

function warning(
  { confirmation: { change, openedAt }, service, facts }: Asked,
  say: Speak,
): readonly Block[] {
  const name = strong(service.name);
  switch (change.kind) {
    case "terminate":
      return [lossCallout(lossStatement("terminate", service, facts, openedAt), service, say)];
    case "request-deletion":
    case "finish-deletion":
      return [lossCallout(lossStatement("request-deletion", service, facts, openedAt), service, say)];
    case "keep":
      return [paragraph(say.text("confirm.keep.text", { name, at: dateOrNone(endOf(service), say) }))];
    case "set-renewal":
      if (change.mode === "manual")
        return [lossCallout(lossStatement("set-renewal-manual", service, facts, openedAt), service, say)];
      return [
        paragraph(say.text("confirm.renewal.automatic-text", { name })),
        ...renewalFields(change.periodMonths, service.expiresAt, say),
      ];
  }
}

function renewalFields(months: number | null, at: Instant | null, say: Speak): readonly Block[] {
  const period = months === null ? null : [plain(say.plain("renewal.period", { months }))];
  const fields: readonly Field[] = [
    ...(period ? [{ label: say.plain("confirm.renewal.period"), value: period }] : []),
    ...(at === null ? [] : [{ label: say.plain("confirm.renewal.first"), value: dateOrNone(at, say) }]),
  ];
  return fields.length === 0 ? [] : [{ kind: "fields", fields }];
}

/** Several services can share a name: type and number stand before every destructive button. */
function identity(service: Service, say: Speak): readonly Field[] {
  const field = (label: Parameters<Speak["plain"]>[0], text: string): Field => ({
    label: say.plain(label),
    value: [plain(text)],
  });
  return [
    ...(callName(service) === service.name ? [] : [field("service.name", callName(service))]),
    field("service.reference", service.name),
    field("service.family", familyWord(service, say)),
    field("service.number", String(service.id)),
    field("service.state", stateWord(service, say)),
    field("service.renewal", renewalWords(service, say)),
  ];
}

/** Deleting now beside terminating at expiry, so that the milder one is seen first. */
function comparison({ confirmation, service, links }: Asked, say: Speak): readonly Block[] {
  if (confirmation.change.kind !== "request-deletion") return [];
  const not = whyNot(service, "terminate", confirmation.openedAt);
  const later = not
    ? say.text("confirm.delete.later-unavailable", { why: whyWords(not, say, links) })
    : say.text("confirm.delete.later-value", {
        at: dateOrNone(endOf(service), say),
        cutOff: dateOrNone(cutOff(service), say),
      });
  const line = (label: Parameters<Speak["plain"]>[0], what: Text): Text =>
    say.text("confirm.delete.way", { way: say.plain(label), what });
  return [
    callout(
      "info",
      say.plain("confirm.delete.compare"),
      line("confirm.delete.later", later),
      line("confirm.delete.now", say.text("confirm.delete.now-value")),
    ),
  ];
}

function choices(confirmation: Confirmation, service: Service, say: Speak): readonly (Button | null)[] {
  const { change, id, openedAt } = confirmation;
  const name = buttonName(service, say);
  const nothing = (style: "primary" | "neutral"): Button =>
    pressButton(say.plain("confirm.cancel"), style, press("cancel", { id }));
  switch (change.kind) {
    case "keep":
      return [
        pressButton(say.plain("confirm.keep.button", { name }), "primary", press("confirm", { id })),
        nothing("neutral"),
      ];
    case "terminate":
      return [
        nothing("primary"),
        pressButton(say.plain("confirm.terminate.button", { name }), "danger", press("confirm", { id })),
      ];
    case "set-renewal":
      return [
        nothing("primary"),
        pressButton(
          say.plain(`confirm.renewal.${change.mode}-button`, { name }),
          change.mode === "manual" ? "danger" : "neutral",
          press("confirm", { id }),
        ),
      ];
    case "request-deletion":
    case "finish-deletion":
      return [
        nothing("primary"),
        whyNot(service, "terminate", openedAt) === null
          ? pressButton(
              say.plain("confirm.delete.instead"),
              "neutral",
              press("terminate", { service: String(service.id) }),
            )
          : null,
        pressButton(say.plain("confirm.delete.button", { name }), "danger", press("delete-form", { id })),
      ];
  }
}

function dateOrNone(at: Instant | null, say: Speak): Text {
  return at === null ? say.text("date.none") : [instant(at, "time")];
}
