import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { JsonObject } from "../../../json.ts";
import type { Act } from "../../acts.ts";
import type { ActAnswer } from "../../protocol.ts";
import type { App } from "../state/app.ts";
import { createReader, type Reader } from "./reader.ts";
import { isNewer, labelsIn } from "./wire.ts";

/** What the parts of the pane share. */
export interface Client {
  readonly reader: Reader;
  /** Why something could not be done, until it is dismissed. */
  readonly problem: Signal<string | null>;
  /** Commands that wait for their first answer. */
  readonly sending: Signal<readonly Sending[]>;
  /** Messages and errors that this person has dismissed: nobody else knows. */
  readonly dismissed: Signal<ReadonlySet<string>>;
  /** Labels to look at next, in the newest message that has one; null when there are none. */
  readonly marked: {
    readonly label: ReadonlySignal<RegExp | null>;
    readonly message: ReadonlySignal<string | null>;
  };
  /** Of a person, channel or role. */
  nameOf(id: string): string | undefined;
  act(act: Act): Promise<ActAnswer>;
  slash(act: Extract<Act, { kind: "discord-slash" }>): Promise<void>;
  /** What a field offers for what was typed: nothing, when nobody answers. */
  suggest(act: Extract<Act, { kind: "discord-autocomplete" }>): Promise<readonly Choice[]>;
}

type Choice = Extract<ActAnswer, { kind: "choices" }>["choices"][number];

interface Sending {
  readonly channel: string;
  readonly command: string;
}

export function createClient({ store, link, now }: App, mark: ReadonlySignal<string | null>): Client {
  const messages = store.many("discordMessages");
  const problem = signal<string | null>(null);
  const sending = signal<readonly Sending[]>([]);
  const label = computed(() => expression(mark.value));
  const act = async (wanted: Act): Promise<ActAnswer> => {
    const answer = await link.act(wanted);
    problem.value = answer.kind === "refused" ? answer.problem : null;
    return answer;
  };
  return {
    reader: createReader(store, now),
    problem,
    sending,
    dismissed: signal(new Set()),
    marked: {
      label,
      message: computed(() => (label.value === null ? null : newestWith(label.value, messages.value))),
    },
    nameOf: (id) => store.single("world").value?.discord.names[id],
    act,
    async slash(wanted) {
      const waiting = { channel: wanted.channel, command: wanted.command };
      sending.value = [...sending.value, waiting];
      await act(wanted);
      sending.value = sending.value.filter((one) => one !== waiting);
    },
    async suggest(wanted) {
      const answer = await link.act(wanted);
      return answer.kind === "choices" ? answer.choices : [];
    },
  };
}

function newestWith(label: RegExp, messages: ReadonlyMap<string, JsonObject>): string | null {
  let newest: string | null = null;
  for (const [id, message] of messages)
    if ((newest === null || isNewer(id, newest)) && labelsIn(message).some((one) => label.test(one)))
      newest = id;
  return newest;
}

/** One that does not compile marks nothing. */
function expression(source: string | null): RegExp | null {
  try {
    return source === null ? null : new RegExp(source);
  } catch {
    return null;
  }
}

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error("a part of the Discord pane was drawn outside of it");
  return client;
}

/** The id of the message that a component stands in. */
export const MessageContext = createContext("");

/** Which labels of this message are the ones to look at next. */
export function useMarks(): (label: string) => boolean {
  const id = useContext(MessageContext);
  const { marked } = useClient();
  const label = marked.label.value;
  return label !== null && marked.message.value === id ? (one) => label.test(one) : nothing;
}

const nothing = (): boolean => false;
