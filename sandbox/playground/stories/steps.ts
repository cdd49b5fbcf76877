import type { FaultName } from "../faults.ts";
import type { Actor, Stage, Step, Words } from "./story.ts";

/** The kinds of step that stories are made of. */

const operator = ({ operator }: Stage): Actor => operator;

export interface Typed {
  /** The command in English and in French, as on Discord. */
  readonly command: Words;
  /** By the parameter's English name, in the order in which they are typed. */
  readonly values: Readonly<Record<string, string>>;
  /** The values as one types them with their names, where there are several. */
  readonly named?: Words;
}

/** Types a command; done when one more answer with this title is shown to that person, whatever else is. */
export function types(words: Words, { command, values, named }: Typed, title: RegExp): Step {
  const count = (texts: readonly string[]): number => texts.filter((text) => title.test(text)).length;
  return {
    words,
    who: operator,
    target: ({ operator: { language } }) => ({
      kind: "type",
      text: ["/ovh", command[language], named?.[language] ?? Object.values(values).join(" ")]
        .join(" ")
        .trim(),
    }),
    play: ({ operator: { player } }) => player.asks(command.en, values),
    isDone: ({ operator: { player } }, before) =>
      count(player.seesAll().map(({ text }) => text)) > count(before),
  };
}

/** Types a command that asks before it changes; done when its card stands there with this button. */
export function asks(words: Words, typed: Typed, button: RegExp): Step {
  return {
    ...types(words, typed, button),
    isDone: ({ operator: { player } }) => hasButton(player.seesAll(), button),
  };
}

const hasButton = (seen: ReturnType<Actor["player"]["seesAll"]>, words: RegExp): boolean =>
  seen.some(({ buttons }) => buttons.some((label) => words.test(label)));

export function presses(words: Words, button: RegExp, isDone: Step["isDone"]): Step {
  return {
    words,
    who: operator,
    target: () => ({ kind: "button", words: button.source }),
    play: ({ operator: { player } }) => player.pressesAndLeaves(button),
    isDone,
  };
}

/** Fills the form, which `opener` opens again where somebody has closed it; done by what it leads to. */
export function fills(
  words: Words,
  opener: RegExp,
  values: (stage: Stage) => readonly (string | true)[],
  isDone: Step["isDone"],
): Step {
  const isOpen = ({ operator: { player } }: Stage): boolean =>
    player.seesAll().some(({ kind }) => kind === "form");
  return {
    words,
    who: operator,
    target: (stage) =>
      isOpen(stage)
        ? { kind: "form", values: values(stage).filter((value) => value !== true) }
        : { kind: "button", words: opener.source },
    async play(stage) {
      const { player } = stage.operator;
      if (!isOpen(stage)) await player.presses(opener);
      await player.sends(values(stage));
    },
    isDone,
  };
}

/** A form has opened. One that was sent may stay for a moment after what it leads to. */
export const formIsOpen: Step["isDone"] = ({ operator: { player } }, before) =>
  player.seesAll().some(({ kind, text }) => kind === "form" && !before.includes(text));

export function waits(words: Words, where: "next-reminder" | "past-expiry", isDone: Step["isDone"]): Step {
  return {
    words,
    who: operator,
    target: () => ({ kind: "clock", where }),
    play: ({ jumps }) => jumps.to(where),
    isDone,
  };
}

export function breaks(words: Words, name: FaultName, on: boolean): Step {
  const isOn = ({ switches }: Stage): boolean =>
    switches.state().some((fault) => fault.name === name && fault.on);
  return {
    words,
    who: operator,
    target: () => ({ kind: "fault", name }),
    play: async ({ switches }) => switches.set(name, on),
    isDone: (stage) => isOn(stage) === on,
  };
}
