import {
  actor,
  buttons,
  callout,
  code,
  paragraph,
  plain,
  press,
  pressButton,
  strong,
} from "../card/build.ts";
import type { Block, Card, Text } from "../card/card.ts";
import type { ActorRef } from "../domain/actor.ts";
import type { ProviderError } from "../errors.ts";
import type { MessageKey } from "../i18n/messages.ts";
import type { Speak } from "../i18n/speak.ts";
import type { ConsoleLinks } from "../ports.ts";
import type { Problem } from "../problem.ts";
import { chooseCard } from "./choose-card.ts";
import { filterProblemText } from "./filter-problem.ts";
import { nothingFollowedCard, type Typed } from "./follow-cards.ts";
import { whyWords } from "./why.ts";
import { buttonName, echo, joined, listWords, titleCallName } from "./words.ts";

export interface ProblemContext {
  readonly links: ConsoleLinks;
  readonly operators: readonly ActorRef[];
  /** How a command, by its English name, is typed in the reader's language: `/ovh resilier`. */
  typedAs(command: string): string;
  readonly typed: Typed;
  /** What an operator's entry in the configuration looks like for this reader. */
  readonly operatorExample: string;
}

/** What went wrong and can be mended: what happened, that nothing was changed, and what to do next. */
export function problemCard(problem: Problem, context: ProblemContext, say: Speak): Card {
  switch (problem.kind) {
    case "ambiguous":
      return chooseCard(problem.typed, problem.command, problem.services, say);
    case "nothing-followed":
      return nothingFollowedCard(context.typed, say);
    case "unknown-command":
      return sentence(
        "problem.unknown-command.title",
        unknownCommand(problem, context, say),
        say,
        helpButton(say),
      );
    case "unknown-service":
      return sentence(
        "problem.unknown-service.title",
        say.text("problem.unknown-service.text", { typed: strong(echo(problem.typed)) }),
        say,
        ...nearestButtons(problem.nearest, say),
      );
    case "missing-service": {
      const example = code(`${context.typedAs(problem.command)} example.com`);
      return sentence(
        "problem.missing-service.title",
        say.text("problem.missing-service.text", { example }),
        say,
      );
    }
    case "filter":
      return sentence("problem.filter.title", filterProblemText(problem.problem, say), say);
    case "number":
      return sentence(
        "problem.number.title",
        say.text("problem.number.text", {
          typed: strong(echo(problem.typed)),
          min: problem.min,
          max: problem.max,
        }),
        say,
      );
    case "thresholds":
    case "person": {
      const values = {
        typed: strong(echo(problem.typed)),
        example: code(say.plain(`problem.${problem.kind}.example`)),
      };
      return sentence(`problem.${problem.kind}.title`, say.text(`problem.${problem.kind}.text`, values), say);
    }
    case "mode":
      return sentence("problem.mode.title", modeText(problem, say), say);
    case "unavailable":
      return sentence(
        "problem.unavailable.title",
        unavailableText(problem, context, say),
        say,
        showButton(problem.service, say),
      );
    case "too-old":
    case "still-reading":
      return sentence(`problem.${problem.kind}.title`, say.text(`problem.${problem.kind}.text`), say);
    case "denied":
      return deniedCard(problem.why, context, say);
  }
}

function unknownCommand(
  problem: Extract<Problem, { kind: "unknown-command" }>,
  { typedAs }: ProblemContext,
  say: Speak,
): Text {
  const nearest = code(typedAs(problem.nearest));
  return say.text("problem.unknown-command.text", { typed: strong(echo(problem.typed)), nearest });
}

function unavailableText(
  { action, service, whyNot }: Extract<Problem, { kind: "unavailable" }>,
  { links }: ProblemContext,
  say: Speak,
): Text {
  const title = say.plain(`action.${action}`);
  return say.text("problem.unavailable.text", {
    action: strong(title),
    name: strong(titleCallName(service, say)),
    why: whyWords(whyNot, say, links),
  });
}

function modeText({ typed, service, offered }: Extract<Problem, { kind: "mode" }>, say: Speak): Text {
  const isMode = typed === "automatic" || typed === "manual";
  const values = {
    typed: strong(isMode ? say.plain(`renewal.${typed}`) : echo(typed)),
    name: strong(titleCallName(service, say)),
  };
  if (offered.length === 0) return say.text("problem.mode.none", values);
  return say.text("problem.mode.text", { ...values, offered: listWords(offered, say, "disjunction") });
}

function deniedCard(
  why: Extract<Problem, { kind: "denied" }>["why"],
  context: ProblemContext,
  say: Speak,
): Card {
  switch (why) {
    case "no-operators":
      return sentence(
        "problem.nobody.title",
        say.text("problem.nobody.text", {
          variable: code("LASTCALL_OPERATORS"),
          example: code(context.operatorExample),
        }),
        say,
      );
    case "not-operator": {
      const known = context.operators.slice(0, 5).map((one): Text => [actor(one)]);
      const text =
        known.length > 0
          ? say.text("problem.not-operator.text", { operators: joined(known, ", ") })
          : say.text("problem.not-operator.unnamed", { variable: code("LASTCALL_OPERATORS") });
      return sentence("problem.not-operator.title", text, say);
    }
    case "not-viewer":
      return sentence(
        "problem.not-viewer.title",
        say.text("problem.not-viewer.text", { variable: code("LASTCALL_VIEWERS") }),
        say,
      );
    case "guest":
    case "foreign":
    case "unknown-groups":
      return sentence(`problem.${why}.title`, say.text(`problem.${why}.text`), say);
  }
}

/** OVHcloud failed a read, or a change that was never sent: nothing was changed. */
export function providerProblemCard({ facts }: ProviderError, say: Speak): Card {
  switch (facts.kind) {
    case "gone":
      return sentence("problem.gone.title", say.text("problem.gone.text"), say);
    case "unreachable":
    case "busy":
    case "misunderstood":
      return sentence(`problem.${facts.kind}.title`, say.text(`problem.${facts.kind}.text`), say);
    case "refused":
    case "forbidden": {
      const lines: Text[] = [
        say.text(`problem.${facts.kind}.text`),
        [code(facts.said ?? `HTTP ${facts.status ?? "?"}`)],
      ];
      if (facts.queryId) lines.push(say.text("outcome.query-id", { id: plain(facts.queryId) }));
      return warning(`problem.${facts.kind}.title`, lines, say);
    }
  }
}

/** A fault of the bot, or of the chat: written down under an id that can be quoted. */
export function faultCard(kind: "bug" | "undeliverable", id: string, say: Speak): Card {
  return sentence(`problem.${kind}.title`, say.text(`problem.${kind}.text`, { id: code(id) }), say);
}

export function notInChannelCard(say: Speak): Card {
  return sentence("problem.not-in-channel.title", say.text("problem.not-in-channel.text"), say);
}

type Title = Extract<MessageKey, `${string}.title`>;

function sentence(
  title: Title,
  text: Text,
  say: Speak,
  ...offered: readonly (ReturnType<typeof pressButton> | null)[]
): Card {
  return { ...warning(title, [text], say, ...buttons(...offered)), summary: text };
}

function warning(title: Title, lines: readonly Text[], say: Speak, ...more: readonly Block[]): Card {
  const words = say.plain(title);
  return {
    locale: say.locale,
    title: words,
    summary: [plain(words)],
    blocks:
      lines.length === 1
        ? [paragraph(lines[0] ?? []), ...more]
        : [callout("warning", words, ...lines), ...more],
  };
}

const helpButton = (say: Speak): ReturnType<typeof pressButton> =>
  pressButton(say.plain("help.title"), "neutral", press("help"));

function nearestButtons(
  services: Extract<Problem, { kind: "unknown-service" }>["nearest"],
  say: Speak,
): readonly ReturnType<typeof pressButton>[] {
  return services.map((service) => showButton(service, say));
}

function showButton(
  service: Extract<Problem, { kind: "unavailable" }>["service"],
  say: Speak,
): ReturnType<typeof pressButton> {
  const name = buttonName(service, say);
  return pressButton(
    say.plain("button.show", { name }),
    "neutral",
    press("service", { service: String(service.id) }),
  );
}
