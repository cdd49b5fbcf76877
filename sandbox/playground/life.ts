import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instant } from "../../src/domain/instant.ts";
import type { Account } from "../ovhcloud/account.ts";
import { createSandboxWorld, type SandboxWorld } from "../world.ts";
import { type AccountView, createAccountView } from "./account.ts";
import { type BotKeeper, createBotKeeper } from "./bot/keeper.ts";
import { type BotLine, readBotLine } from "./bot/line.ts";
import type { StartBot } from "./bot/runner.ts";
import { factsOf } from "./facts.ts";
import { createFaultSwitches, type FaultSwitches } from "./fault-switches.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createJumps, type Jumps } from "./jumps.ts";
import { createObserver } from "./observe.ts";
import { createPeople, type People } from "./people.ts";
import type { WorldFacts } from "./protocol.ts";
import { createPlay, type Play } from "./stories/play.ts";

/** From a beginning to starting over: a world, the bot in it, and what has happened since. */
export interface Life {
  readonly world: SandboxWorld;
  readonly facts: WorldFacts;
  readonly people: People;
  readonly bot: BotKeeper;
  readonly journal: Journal;
  readonly account: AccountView;
  readonly switches: FaultSwitches;
  readonly jumps: Jumps;
  readonly play: Play;
  /** Looks for what is new, for the journal and the story. */
  observe(): void;
  /** The bot has this long to finish what it has begun, of the machine's time; then it is killed. */
  close(patienceMs: number): Promise<void>;
}

export interface LifeOptions {
  readonly start: Instant;
  readonly startBot: StartBot;
  /** The example account when absent. */
  readonly account?: Account;
  readonly frozen?: boolean;
  /** What the bot gets besides the sandbox's own variables, which come first. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In place of the sandbox's own operators. */
  readonly operators?: string | undefined;
  /** Called after whatever may be seen; often. */
  changed(): void;
  /** Each line that the bot writes to its log. */
  onLog(line: string): void;
  onComplaint(line: string): void;
}

/** Begins; the bot is started by whoever asks for a life. */
export async function beginLife(options: LifeOptions): Promise<Life> {
  const { start, startBot, account: services, frozen, environment, operators, changed } = options;
  const world = await createSandboxWorld({
    start,
    ...(frozen === undefined ? {} : { frozen }),
    ...(services ? { account: services } : {}),
  });
  const { clock, ovhcloud, slack, discord } = world;
  const directory = await mkdtemp(join(tmpdir(), "lastcall-"));
  const journal = createJournal(changed);
  const people = createPeople(slack, discord);
  const account = createAccountView(ovhcloud, clock.now, changed);
  const bot = createBotKeeper({
    startBot,
    clock,
    environment: {
      ...environment,
      ...world.environment,
      ...(operators === undefined ? {} : { LASTCALL_OPERATORS: operators }),
      LASTCALL_DATA_DIR: directory,
    },
    onLog(line) {
      options.onLog(line);
      noteLine(journal, readBotLine(line), clock.now());
    },
    onComplaint: options.onComplaint,
    changed(state) {
      const line = state.kind === "ended" ? state.line : "";
      journal.add({ kind: "bot", at: clock.now(), state: state.kind, line });
    },
  });
  const switches = createFaultSwitches(world, (name, on) =>
    journal.add({ kind: "fault", at: clock.now(), name, on }),
  );
  const jumps = createJumps({
    ...{ world, account, bot },
    changed(to) {
      if (to !== null) journal.add({ kind: "clock", at: clock.now(), to });
      account.touch();
      changed();
    },
  });
  const play = createPlay({
    ...{ world, jumps, switches, people, bot, changed },
    played: (act) => journal.add({ kind: "act", at: clock.now(), times: 1, ...act }),
  });
  const observe = createObserver(world, journal);
  const silences = [slack, discord].map(({ listen }) => listen(changed));
  silences.push(
    ovhcloud.listen(() => {
      account.touch();
      changed();
    }),
  );
  return {
    ...{ world, people, bot, journal, account, switches, jumps, play },
    facts: factsOf(world, people),
    observe() {
      observe();
      switches.look();
      play.look();
    },
    async close(patienceMs) {
      for (const silence of silences) silence();
      await bot.close(patienceMs);
      await world.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const noteLine = (journal: Journal, line: BotLine | null, at: Instant): void => {
  if (line) journal.add({ kind: "log", at, ...line });
};
