import { fileURLToPath } from "node:url";
import type { Instant } from "../../src/domain/instant.ts";
import type { Account } from "../ovhcloud/account.ts";
import { generateAccount } from "../ovhcloud/generate-account.ts";
import { Impossible } from "./impossible.ts";
import { beginLife, type Life, type LifeOptions } from "./life.ts";
import { type Beginning, isBeginning, perform, refusal } from "./perform.ts";
import type { PersonaKey } from "./personas.ts";
import type { ActAnswer, ActRequest } from "./protocol.ts";
import { readAssets } from "./server/assets.ts";
import { type PageServer, servePage } from "./server/server.ts";
import { createStream } from "./server/stream.ts";
import { createShow } from "./show.ts";

/** The sandbox with a page in front of it. */
export interface Playground {
  /** `http://127.0.0.1:PORT/`. */
  readonly address: string;
  /** Resolves when the first bot is ready, or has ended before that. */
  readonly started: Promise<void>;
  /** The present one: starting over makes another. */
  life(): Life;
  act(request: ActRequest): Promise<ActAnswer>;
  close(): Promise<void>;
}

export interface PlaygroundOptions
  extends Pick<LifeOptions, "startBot" | "environment" | "operators" | "onLog" | "onComplaint" | "frozen"> {
  /** When each life begins. */
  now(): Instant;
  /** Instead of the example account. */
  readonly account?: Account;
  /** The folder of the built page; the one beside this file when absent. */
  readonly pageFolder?: string;
}

/** Changes that come close together are told together: nobody sees a hundredth of a second. */
const TELL_AFTER_MS = 15;

const LARGE = 10_000;

/** For the bot to finish what it has begun when the program ends. */
const PATIENCE_MS = 3000;

/** Opens it; the bot is started, and may not be ready yet. */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { pageFolder = fileURLToPath(new URL("./page/", import.meta.url)) } = options;
  const watchers = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;

  /** What one page cannot be told must not keep the others from being told, nor end the program. */
  const dare = (what: () => void): void => {
    try {
      what();
    } catch (error) {
      options.onComplaint(
        `the playground met a fault: ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
  };
  const tellAll = (): void => {
    timer = undefined;
    dare(life.observe);
    for (const tell of watchers) dare(tell);
  };
  const changed = (): void => {
    timer ??= setTimeout(tellAll, TELL_AFTER_MS);
  };

  const begin = async (account: Account | undefined): Promise<Life> => {
    const { startBot, environment, operators, onLog, onComplaint, frozen } = options;
    return beginLife({
      ...{ start: options.now(), startBot, environment, operators, onLog, onComplaint, changed },
      ...(frozen === undefined ? {} : { frozen }),
      ...(account ? { account } : {}),
    });
  };

  let life = await begin(options.account);
  const started = life.bot.start();
  let beginning: Promise<unknown> = started;
  let closing = false;

  const beginAnew = async (act: Beginning): Promise<ActAnswer> => {
    if (closing) throw new Impossible("over");
    // Nothing of it is kept: nobody waits for what its bot has begun.
    await life.close(0).catch((error: unknown) => options.onComplaint(`a life did not end well: ${error}`));
    const large = act.kind === "start-over" && act.account === "large";
    const start = options.now();
    const account = large ? generateAccount({ services: LARGE, seed: 1, start }) : options.account;
    life = await begin(account);
    changed();
    if (closing) throw new Impossible("over");
    await life.bot.start();
    if (act.kind === "story-open") life.play.open(act.story, act.platform, act.language);
    return { kind: "done" };
  };

  const act = async ({ who, act: wanted }: ActRequest): Promise<ActAnswer> => {
    if (!isBeginning(wanted)) return perform(life, who, wanted);
    // One after the other: two visitors who start over at once get one life after the other.
    const anew = beginning.catch(() => {}).then(() => beginAnew(wanted));
    beginning = anew;
    return anew.catch(refusal);
  };

  const watch = (who: PersonaKey, send: (text: string) => void): (() => void) => {
    let stream = createStream();
    let seenLife = life;
    let show = createShow(life);
    const tell = (): void => {
      if (seenLife !== life) {
        seenLife = life;
        stream = createStream();
        show = createShow(life);
      }
      const patch = stream.next(show(life.people.get(who)));
      if (patch) send(JSON.stringify(patch));
    };
    watchers.add(tell);
    tell();
    return () => void watchers.delete(tell);
  };

  const serve = async (): Promise<PageServer> =>
    servePage({
      assets: await readAssets(pageFolder),
      watch,
      act,
      services: (search, from, count) => life.account.page(search, from, count),
    });
  const server = await serve().catch(async (error: unknown) => {
    await life.close(0);
    throw error;
  });

  return {
    address: server.address,
    started,
    life: () => life,
    act,
    async close() {
      closing = true;
      await server.close();
      // A bot that is not ready yet ends the wait for it.
      await life.bot.close(PATIENCE_MS);
      await beginning.catch(() => {});
      await life.close(PATIENCE_MS);
      clearTimeout(timer);
    },
  };
}
