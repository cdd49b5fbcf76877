import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../adapters/log/log.ts";
import { compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { FatalError } from "../../src/errors.ts";
import type { Lastcall } from "../../src/lastcall.ts";
import { createSandboxWorld, type SandboxWorld, type SandboxWorldOptions } from "../world.ts";

/** The real bot on a sandbox world of its own, in this process: for the tour and for tests. */
export interface Running {
  readonly world: SandboxWorld;
  /** Fatal conditions so far. */
  readonly fatal: readonly FatalError[];
  readonly logged: readonly string[];
  /** Stops the bot and starts it again on the same data; `meanwhile` happens while it is down. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningOptions extends SandboxWorldOptions {
  /** Added to the sandbox's own variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startRunning({ environment = {}, ...options }: RunningOptions): Promise<Running> {
  const world = await createSandboxWorld(options);
  const directory = await mkdtemp(join(tmpdir(), "lastcall-"));
  const fatal: FatalError[] = [];
  const logged: string[] = [];
  const log = createLog({ level: "debug", destination: { write: (line: string) => void logged.push(line) } });
  const config = readConfig({ ...world.environment, LASTCALL_DATA_DIR: directory, ...environment }, null);
  if (config.kind !== "real") throw new TypeError("the sandbox gives credentials");
  const start = async (): Promise<Lastcall> => {
    const onFatal = (error: FatalError): void => void fatal.push(error);
    const lastcall = await compose(config, { clock: world.clock, log, onFatal, registerAtStart: true });
    await lastcall.start();
    return lastcall;
  };
  let lastcall = await start();
  return {
    world,
    fatal,
    logged,
    async restart(meanwhile) {
      await lastcall.stop();
      await meanwhile?.();
      lastcall = await start();
    },
    async stop() {
      await lastcall.stop();
      await world.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
