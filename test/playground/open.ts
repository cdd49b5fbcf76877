import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Act } from "../../sandbox/playground/acts.ts";
import type { Life } from "../../sandbox/playground/life.ts";
import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import { openPlayground, type PlaygroundOptions } from "../../sandbox/playground/playground.ts";
import type { AccountPage, ActAnswer, Patch } from "../../sandbox/playground/protocol.ts";
import { SECOND } from "../../src/domain/instant.ts";
import { startInProcessBot } from "./in-process-bot.ts";
import { askForAct, doAct } from "./page-acts.ts";
import { type Watching, watchState } from "./watching.ts";

export const START = Date.UTC(2026, 10, 22, 9);

/** A playground on a clock that stands still, asked over HTTP as the page asks it. */
export interface OpenPlayground {
  readonly address: string;
  life(): Life;
  /** Rejects for an act that is no act. */
  act(who: PersonaKey, act: Act): Promise<ActAnswer>;
  /** Does it, and lets everything come of it that comes without time passing. Rejects when it is refused. */
  does(who: PersonaKey, act: Act): Promise<void>;
  /** Lets time pass, a second at a time, until this is done: for what waits on purpose. */
  meanwhile<T>(act: Promise<T>): Promise<T>;
  /** Everything that somebody is shown, as the page gets it first. */
  state(who: PersonaKey): Promise<Patch>;
  watch(who: PersonaKey): Promise<Watching>;
  /** Resolves when all that goes on by itself is over, and this page has been told. */
  caughtUp(sight: Watching): Promise<void>;
  account(query?: string): Promise<AccountPage>;
  /** Rejects when there was something to complain of. */
  close(): Promise<void>;
}

export async function openOnFrozenClock(options: Partial<PlaygroundOptions> = {}): Promise<OpenPlayground> {
  const complaints: string[] = [];
  const pageFolder = await mkdtemp(join(tmpdir(), "lastcall-page-"));
  const playground = await openPlayground({
    startBot: startInProcessBot,
    environment: {},
    operators: undefined,
    onLog: () => {},
    onComplaint: (line) => void complaints.push(line),
    now: () => START,
    frozen: true,
    pageFolder,
    ...options,
  });
  await playground.started;
  const { address, life } = playground;
  const watching: Watching[] = [];
  const act = (who: PersonaKey, wanted: Act): Promise<ActAnswer> => askForAct(address, who, wanted);
  const watch = async (who: PersonaKey): Promise<Watching> => {
    const one = await watchState(address, who);
    watching.push(one);
    return one;
  };
  const meanwhile = async <T>(doing: Promise<T>): Promise<T> => {
    let isDone = false;
    const ended = doing.finally(() => {
      isDone = true;
    });
    while (!isDone) await life().world.clock.advance(SECOND);
    return ended;
  };
  return {
    address,
    life,
    act,
    watch,
    async does(who, wanted) {
      await doAct(address, who, wanted);
      await life().world.clock.advance(0);
    },
    meanwhile,
    async caughtUp(sight) {
      await life().world.clock.advance(0);
      life().observe();
      const now = await watchState(address, sight.who);
      await now.close();
      await sight.until(() => isDeepStrictEqual(sight.all(), now.all()));
    },
    async state(who) {
      const one = await watch(who);
      await one.close();
      return one.first;
    },
    account: async (query = "") => JSON.parse(await (await fetch(`${address}account${query}`)).text()),
    async close() {
      for (const one of watching) await one.close();
      // What the bot still waits for comes while it stops.
      await meanwhile(playground.close());
      await rm(pageFolder, { recursive: true, force: true });
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
    },
  };
}
