import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Instant } from "../../../../src/domain/instant.ts";
import type { JsonObject } from "../../../json.ts";
import { type Reader, readDate } from "../../../slack/mrkdwn.ts";
import type { Act } from "../../acts.ts";
import type { Persona } from "../../personas.ts";
import type { ActAnswer, WorldFacts } from "../../protocol.ts";
import type { Link } from "../state/link.ts";
import type { Marked } from "./mark.ts";
import { type SlackWords, WORDS } from "./words.ts";

/** A confirmation dialog that waits for an answer. */
export interface Question {
  readonly confirm: JsonObject;
  answer(yes: boolean): void;
}

/** One person's Slack: what every part of the pane needs. */
export interface Client {
  readonly me: Persona;
  readonly world: WorldFacts["slack"];
  readonly words: SlackWords;
  /** BCP 47. */
  readonly locale: string;
  /** Why the last act was refused. */
  readonly problem: Signal<string | null>;
  readonly question: Signal<Question | null>;
  readonly marked: ReadonlySignal<Marked | null>;
  /** Complaints that were read. */
  readonly dismissed: Signal<ReadonlySet<string>>;
  nameOf(id: string): string;
  /** A date in Slack's tokens, as this person reads it. Where it is relative it reads the clock's signal. */
  date(when: Instant, format: string): string;
  /** Notes why it was refused, if it was. */
  act(act: Act): Promise<ActAnswer>;
  /** Shows a `confirm` object and waits. */
  confirms(confirm: unknown): Promise<boolean>;
}

export interface ClientOptions {
  readonly me: Persona;
  readonly world: WorldFacts["slack"];
  readonly link: Pick<Link, "act">;
  /** Sandbox time. */
  readonly now: ReadonlySignal<Instant>;
  readonly marked: ReadonlySignal<Marked | null>;
  readonly dismissed: Signal<ReadonlySet<string>>;
}

const RELATIVE = /\{(ago|\w+_pretty)\}/;

export function createClient({ me, world, link, now, marked, dismissed }: ClientOptions): Client {
  const problem = signal<string | null>(null);
  const question = signal<Question | null>(null);
  const nameOf = (id: string): string => world.names[id] ?? id;
  const locale = me.language === "fr" ? "fr-FR" : "en-US";
  const reader = (at: Instant): Reader => ({ locale, timeZone: me.timeZone, now: at, nameOf });
  /** Formatting a date costs more than drawing it, and a channel shows the same ones again and again. */
  const fixed = new Map<string, string>();

  return {
    me,
    world,
    words: WORDS[me.language],
    locale,
    problem,
    question,
    marked,
    dismissed,
    nameOf,
    date(when, format) {
      if (RELATIVE.test(format)) return readDate(when, format, reader(now.value));
      const key = `${when} ${format}`;
      const text = fixed.get(key) ?? readDate(when, format, reader(0));
      fixed.set(key, text);
      return text;
    },
    async act(act) {
      problem.value = null;
      const answer = await link.act(act);
      if (answer.kind === "refused") problem.value = answer.problem;
      return answer;
    },
    confirms(confirm) {
      if (typeof confirm !== "object" || confirm === null) return Promise.resolve(true);
      return new Promise((resolve) => {
        const answer = (yes: boolean): void => {
          question.value = null;
          resolve(yes);
        };
        question.peek()?.answer(false);
        question.value = { confirm: { ...confirm }, answer };
      });
    },
  };
}

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error("a part of the Slack pane was drawn outside of it");
  return client;
}
