import { type Interactive, interactives, optionsOf } from "../slack/elements.ts";
import type { SlackPerson } from "../slack/person.ts";
import type { SlackSandbox } from "../slack/sandbox.ts";
import type { SeenMessage, SeenView } from "../slack/seen.ts";
import type { Person } from "../slack/world.ts";
import { actAndSee, awaitWords, newest, type Player, type Screen, type Seen, type Shown } from "./player.ts";

/** A person in one Slack channel. */
export function slackPlayer(sandbox: SlackSandbox, { id, realName }: Person, channel: string): Player {
  const person = sandbox.person(id);
  const screen: Screen = {
    shown: () => shown(person, channel),
    changed: (look) => sandbox.changed(look),
  };
  const buttons = (): readonly Placed[] => placed(person.sees(channel), (type) => type === "button");
  const press = async (words: string | RegExp): Promise<void> => {
    const { message, blockId, actionId } = newest(buttons(), (one) => one.label, words);
    await person.press(message, { blockId, actionId });
  };
  return {
    name: realName,
    platform: "Slack",
    asks: (command, values = {}) =>
      actAndSee(screen, () => person.slash(channel, "/ovh", [command, ...Object.values(values)].join(" "))),
    presses: (words) => actAndSee(screen, () => press(words)),
    pressesAndLeaves: press,
    chooses: (option) => actAndSee(screen, () => choose(person, channel, option)),
    sends: (values) => actAndSee(screen, () => person.submit(fill(person.modal(), values))),
    sees: () => latest(screen),
    seesAll: () => screen.shown().map(({ seen }) => seen),
    awaits: (words) => awaitWords(screen, words),
  };
}

export function latest(screen: Screen): Seen {
  const last = screen.shown().at(-1);
  if (!last) throw new Error("nothing is shown yet");
  return last.seen;
}

interface Placed {
  readonly message: SeenMessage;
  readonly label: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly options: readonly string[];
}

function shown(person: SlackPerson, channel: string): readonly Shown[] {
  const messages = person.sees(channel).map(
    (message): Shown => ({
      key: `${message.ts}/${message.edits}/${message.blocks.length}/${message.text}`,
      seen: {
        kind: "message",
        isPrivate: message.ephemeral,
        text: person.reads(message),
        buttons: placed([message], (type) => type === "button").map(({ label }) => label),
      },
    }),
  );
  const modal = person.modal();
  if (!modal) return messages;
  const text = person.reads(modal);
  return [
    ...messages,
    { key: `${modal.view}/${text}`, seen: { kind: "form", isPrivate: true, text, buttons: [modal.submit] } },
  ];
}

function placed(messages: readonly SeenMessage[], fits: (type: string) => boolean): readonly Placed[] {
  return messages.flatMap((message) =>
    interactives(message.blocks)
      .filter(({ element }) => fits(element.type))
      .map(({ element, blockId }) => ({
        message,
        blockId,
        label: element.text?.text ?? "",
        actionId: element.action_id,
        options: optionsOf(element).map(({ text }) => text.text),
      })),
  );
}

/** Static selects hold their options; a searchable one is asked by typing. */
async function choose(person: SlackPerson, channel: string, option: string): Promise<void> {
  const selects = placed(person.sees(channel), (type) => type.endsWith("_select"));
  const { message, actionId } = newest(
    selects,
    ({ options }) => (options.length > 0 ? options.join(" / ") : option),
    option,
  );
  const fixed = selects.find((one) => one.actionId === actionId && one.message === message)?.options ?? [];
  const offered = fixed.length > 0 ? fixed : await suggested(person, message, actionId, option);
  await person.select(
    message,
    actionId,
    newest(offered, (label) => label, option),
  );
}

async function suggested(
  person: SlackPerson,
  message: SeenMessage,
  actionId: string,
  typed: string,
): Promise<readonly string[]> {
  const answer = await person.suggest(message, actionId, typed);
  return answer.kind === "offered" ? answer.options.map(({ text }) => text.text) : [];
}

/** The fields of a form in order: texts are typed, `true` ticks the only box there is. */
function fill(modal: SeenView | null, values: readonly (string | true)[]): Readonly<Record<string, string>> {
  if (!modal) throw new Error("no form is open");
  const inputs: readonly Interactive[] = interactives(modal.blocks).filter(({ input }) => input !== null);
  return Object.fromEntries(
    values.map((value, at) => {
      const field = inputs[at];
      if (!field?.input) throw new Error(`the form has no field ${at + 1}`);
      const option = optionsOf(field.element)[0]?.text.text ?? "";
      return [field.blockId, value === true ? option : value];
    }),
  );
}
