import { type ElementRef, findInteractive, labelOf } from "../../slack/acts/choose.ts";
import type { Act as SlackOutcome } from "../../slack/acts/stage.ts";
import { type Element, type Interactive, optionsOf } from "../../slack/elements.ts";
import { decodeEntities } from "../../slack/mrkdwn.ts";
import type { SlackPerson } from "../../slack/person.ts";
import type { Place } from "../../slack/seen.ts";
import type { SlackAct } from "../acts.ts";
import type { Life } from "../life.ts";
import type { Persona } from "../personas.ts";
import type { ActAnswer } from "../protocol.ts";
import { createScribe } from "./scribe.ts";

const DONE: ActAnswer = { kind: "done" };

/** What somebody does at the Slack client. What Slack itself says of a failure stands among its errors. */
export async function performSlack(life: Life, { key, slackId }: Persona, act: SlackAct): Promise<ActAnswer> {
  const { world, switches } = life;
  const person = world.slack.person(slackId);
  const write = createScribe(life, key, "slack");
  switch (act.kind) {
    case "slack-say":
      await write("says", decodeEntities(act.text), () =>
        person.says(channelOf(person, act.channel), act.text, act.thread),
      );
      return DONE;
    case "slack-slash":
      await write("types", decodeEntities(`${act.command} ${act.text}`.trim()), () =>
        person.slash(channelOf(person, act.channel), act.command, act.text),
      );
      return DONE;
    case "slack-press": {
      const press = (): Promise<SlackOutcome> => person.press(act.place, act.element);
      const words = wordsOf(person, act.place, act.element);
      if (switches.takeDoublePress()) await write("presses", words, () => Promise.all([press(), press()]), 2);
      else await write("presses", words, press);
      return DONE;
    }
    case "slack-choose": {
      const { kind } = await person.select(act.place, act.element, act.choice);
      const words = optionWords(person, act.place, act.element, [act.choice].flat());
      if (kind !== "entered") await write("chooses", words, () => {});
      return DONE;
    }
    case "slack-suggest":
      return { kind: "options", suggestions: await person.suggest(act.place, act.element, act.typed) };
    case "slack-submit":
      await write("sends", person.modal()?.title ?? "", () => person.submit(act.values));
      return DONE;
    case "slack-close-modal":
      await write("closes", person.modal()?.title ?? "", person.closeView);
      return DONE;
    case "slack-open-home":
      await person.openHome();
      return DONE;
  }
}

/** Where the client lets this person write. */
function channelOf(person: SlackPerson, id: string): string {
  if (id === person.direct()) return id;
  const channel = person.channels().find((one) => one.id === id);
  if (!channel) throw new Error("this person is not in that channel");
  if (channel.archived) throw new Error("this channel is archived");
  return id;
}

const wordsOf = (person: SlackPerson, place: Place, element: ElementRef): string =>
  labelOf(elementAt(person, place, element, ({ type }) => type === "button"));

/** The labels of what was chosen; of a list that is asked for while one types, the values. */
function optionWords(person: SlackPerson, place: Place, ref: ElementRef, values: readonly string[]): string {
  const options = optionsOf(elementAt(person, place, ref, () => true).element);
  return values
    .map((value) => options.find((option) => option.value === value)?.text.text ?? value)
    .join(", ");
}

function elementAt(
  person: SlackPerson,
  place: Place,
  element: ElementRef,
  fits: (element: Element) => boolean,
): Interactive {
  const shown =
    "view" in place
      ? [person.modal(), person.home()].find((view) => view?.view === place.view)
      : person.sees(place.channel).find(({ ts }) => ts === place.ts);
  return findInteractive(shown?.blocks ?? [], element, fits);
}
