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
import type { Block, Button, Card, Text, Tone } from "../card/card.ts";
import { sameActor } from "../domain/actor.ts";
import type { Change, Confirmation, Outcome } from "../domain/change.ts";
import { CUT_OFF_MS, endOf } from "../domain/end.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import { buttonName, familyWord, renewalWords, titleName } from "./words.ts";

export interface Ended {
  readonly confirmation: Confirmation;
  /** As read back after the change; null where it could not be read, or was not. */
  readonly after: Service | null;
  /** The confirmation that waits for the e-mailed token, where there is one. */
  readonly finish: Confirmation | null;
  /** Why the change is no longer possible, in words. */
  readonly why?: Text;
}

/** How a confirmation ended. Its buttons are gone, unless there is a next step. */
export function outcomeCard(ended: Ended, say: Speak): Card {
  const { confirmation, finish } = ended;
  const { subject } = confirmation;
  const { tone, title, lines } = content(ended, say);
  const family = familyWord(subject, say);
  return {
    locale: say.locale,
    title,
    summary: say.text("outcome.summary", { title, name: plain(subject.name), family }),
    blocks: [
      callout(
        tone,
        `${titleName(subject, say)} · ${family} · ${say.plain("service.by-number", { id: String(subject.id) })}`,
        ...lines,
      ),
      ...(finish ? buttons(...tokenButtons(finish, say)) : buttons(again(confirmation, say))),
      ...(finish ? [note(tokenNote(finish, say))] : signature(confirmation, say)),
    ],
  };
}

interface Content {
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly Text[];
}

function content(ended: Ended, say: Speak): Content {
  const { state, subject } = ended.confirmation;
  const name = strong(subject.name);
  switch (state.kind) {
    case "open":
      return {
        tone: "info",
        title: say.plain("problem.too-old.title"),
        lines: [say.text("problem.too-old.text")],
      };
    case "settled":
      return state.decision === "confirmed" ? looking(name, say) : decided(ended, say);
    case "finished":
      return outcome(state.outcome, ended, say);
  }
}

const looking = (name: Text[number], say: Speak): Content => ({
  tone: "warning",
  title: say.plain("outcome.looking.title"),
  lines: [say.text("outcome.looking.text", { name })],
});

function decided({ confirmation: { state, subject }, why }: Ended, say: Speak): Content {
  const name = strong(subject.name);
  const decision = state.kind === "settled" ? state.decision : "confirmed";
  if (decision === "cancelled" && state.kind === "settled" && state.by) {
    const text = say.text("outcome.cancelled.text", { name, actor: actor(state.by) });
    return { tone: "info", title: say.plain("outcome.cancelled.title"), lines: [text] };
  }
  if (decision === "facts-changed") {
    const text = say.text("outcome.facts-changed.text", { name });
    const lines = why ? [text, say.text("outcome.facts-changed.why", { why })] : [text];
    return { tone: "warning", title: say.plain("outcome.facts-changed.title"), lines };
  }
  return {
    tone: "info",
    title: say.plain("outcome.expired.title"),
    lines: [say.text("outcome.expired.text", { name })],
  };
}

function outcome(what: Outcome, ended: Ended, say: Speak): Content {
  const { subject, change } = ended.confirmation;
  const name = strong(subject.name);
  switch (what.kind) {
    case "done":
      return done(what.shown, ended, say);
    case "refused":
      return refused(what, ended.confirmation, say);
    case "not-sent":
    case "not-done":
      return {
        tone: "warning",
        title: say.plain(`outcome.${what.kind}.title`),
        lines: [say.text(`outcome.${what.kind}.text`, { name })],
      };
    case "unknown":
      return {
        tone: "warning",
        title: say.plain("outcome.unknown.title"),
        lines: [
          say.text(change.kind === "request-deletion" ? "outcome.unknown.mail" : "outcome.unknown.text", {
            name,
          }),
        ],
      };
  }
}

function done(shown: boolean, { confirmation: { change, subject }, after }: Ended, say: Speak): Content {
  const name = strong(subject.name);
  const title = say.plain(`outcome.done.${change.kind}.title`, { name: titleName(subject, say) });
  const recorded = say.text("outcome.recorded");
  if (!shown && change.kind !== "request-deletion") return { tone: "success", title, lines: [recorded] };
  return { tone: "success", title, lines: [doneText(change, name, subject.endsAt, after, say)] };
}

function doneText(
  change: Change,
  name: Text[number],
  endsAt: number | null,
  after: Service | null,
  say: Speak,
): Text {
  switch (change.kind) {
    case "terminate": {
      const at = (after && endOf(after)) ?? endsAt;
      if (at === null) return say.text("outcome.done.terminate.undated", { name });
      const values = { name, at: instant(at, "time"), cutOff: instant(at - CUT_OFF_MS, "time") };
      return say.text("outcome.done.terminate.text", values);
    }
    case "keep": {
      const at = after?.expiresAt ?? endsAt;
      return at === null
        ? say.text("outcome.done.keep.undated", { name })
        : say.text("outcome.done.keep.text", { name, at: instant(at, "time") });
    }
    case "set-renewal":
      return say.text("outcome.done.set-renewal.text", {
        name,
        renewal: after ? renewalWords(after, say) : say.plain(`renewal.${change.mode}`),
      });
    case "request-deletion":
    case "finish-deletion":
      return say.text(`outcome.done.${change.kind}.text`, { name });
  }
}

function refused(
  what: Extract<Outcome, { kind: "refused" }>,
  { change, subject }: Confirmation,
  say: Speak,
): Content {
  const lines: Text[] = [
    say.text("outcome.refused.text", { change: changeWords(change, subject.name, say) }),
    [{ kind: "code", text: what.message }],
  ];
  if (change.kind === "finish-deletion") lines.push(say.text("outcome.refused.token"));
  if (what.queryId) lines.push(say.text("outcome.query-id", { id: plain(what.queryId) }));
  return { tone: "warning", title: say.plain("outcome.refused.title"), lines };
}

/** "terminate example.com at expiry": a change as part of a sentence. */
export function changeWords(change: Change, name: string, say: Speak): Text {
  const key =
    change.kind === "set-renewal"
      ? (`change.set-renewal-${change.mode}` as const)
      : (`change.${change.kind}` as const);
  return say.text(key, { name: strong(name) });
}

function again({ change, subject, state }: Confirmation, say: Speak): Button | null {
  const input = { service: String(subject.id) };
  const show = pressButton(
    say.plain("button.show", { name: buttonName(subject, say) }),
    "neutral",
    press("service", input),
  );
  if (state.kind === "finished" && state.outcome.kind === "done" && change.kind === "terminate") {
    return pressButton(
      say.plain("button.keep", { name: buttonName(subject, say) }),
      "primary",
      press("keep", input),
    );
  }
  return change.kind === "finish-deletion" ? null : show;
}

function tokenButtons(finish: Confirmation, say: Speak): readonly Button[] {
  const name = buttonName(finish.subject, say);
  return [
    pressButton(say.plain("outcome.leave", { name }), "primary", press("cancel", { id: finish.id })),
    pressButton(say.plain("outcome.enter-token", { name }), "danger", press("token-form", { id: finish.id })),
  ];
}

function tokenNote({ requester, expiresAt }: Confirmation, say: Speak): Text {
  return say.text("outcome.token-until", { until: instant(expiresAt, "time"), requester: actor(requester) });
}

function signature({ requester, state }: Confirmation, say: Speak): readonly Block[] {
  if (state.kind === "open") return [];
  const at = instant(state.at, "time");
  if (state.by && sameActor(requester, state.by))
    return [note(say.text("outcome.by-same", { actor: actor(state.by), at }))];
  if (!state.by) return [note(say.text("outcome.by-nobody", { requester: actor(requester), at }))];
  return [note(say.text("outcome.by", { requester: actor(requester), actor: actor(state.by), at }))];
}

/** Carried out already, or just now by somebody else. */
export function recentlyCard(done: Confirmation, say: Speak): Card {
  const at = done.state.kind === "finished" ? done.state.finishedAt : done.openedAt;
  const text = say.text("confirm.recently", { at: instant(at, "time") });
  return elsewhereCard(done, say.plain("confirm.recently-title"), text, say);
}

/** The same change was called for from another card, and what came of it is not known yet. */
export function busyCard(running: Confirmation, say: Speak): Card {
  return elsewhereCard(running, say.plain("outcome.looking.title"), say.text("outcome.busy"), say);
}

function elsewhereCard(other: Confirmation, title: string, text: Text, say: Speak): Card {
  const { subject } = other;
  return {
    locale: say.locale,
    title,
    summary: say.text("outcome.summary", {
      title,
      name: plain(subject.name),
      family: familyWord(subject, say),
    }),
    blocks: [paragraph(text), ...showButton(other, say)],
  };
}

function showButton({ subject }: Confirmation, say: Speak): readonly Block[] {
  const name = buttonName(subject, say);
  return buttons(
    pressButton(
      say.plain("button.show", { name }),
      "neutral",
      press("service", { service: String(subject.id) }),
    ),
  );
}
