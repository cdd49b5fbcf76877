import { mkdtemp, readFile, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../adapters/log/log.ts";
import { createSystemClock } from "../adapters/node/clock.ts";
import { compose, type RealConfig, type Surroundings } from "./compose.ts";
import { secretsOf } from "./config/secrets.ts";
import { type Config, readConfig } from "./config.ts";
import { FatalError } from "./errors.ts";
import type { Lastcall } from "./lastcall.ts";
import type { Log } from "./ports.ts";

/** Where OVHcloud's own SDKs look; what stands in a later one wins. */
const OVH_CONF = ["/etc/ovh.conf", join(homedir(), ".ovh.conf"), "./ovh.conf"];

/** What a run leaves to be done when it ends. */
interface World {
  readonly config: RealConfig;
  readonly surroundings: Pick<Surroundings, "clock" | "registerAtStart">;
  /** Said beside "ready". */
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function readOvhConf(): Promise<string | null> {
  const texts = (await Promise.all(OVH_CONF.map(readIfThere))).filter((text) => text !== null);
  return texts.length === 0 ? null : texts.join("\n");
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new FatalError(`${path} cannot be read; mend its permissions, or take it away`, { cause: error });
  }
}

/** With credentials, the world; without any, the sandbox, which is loaded only then. */
async function worldFor(config: Config): Promise<World> {
  if (config.kind === "real") {
    return { config, surroundings: { clock: createSystemClock() }, addresses: [], close: async () => {} };
  }
  const { createSandboxWorld } = await import("../sandbox/world.ts");
  const sandbox = await createSandboxWorld({ start: Date.now() });
  const directory = await mkdtemp(join(tmpdir(), "lastcall-"));
  const { LASTCALL_OPERATORS = "" } = sandbox.environment;
  const own = config.operators.length > 0 ? process.env.LASTCALL_OPERATORS : LASTCALL_OPERATORS;
  const real = readConfig(
    { ...process.env, ...sandbox.environment, LASTCALL_OPERATORS: own, LASTCALL_DATA_DIR: directory },
    null,
  );
  if (real.kind !== "real") throw new TypeError("the sandbox gives credentials");
  return {
    config: real,
    surroundings: { clock: sandbox.clock, registerAtStart: true },
    addresses: [
      `OVHcloud ${sandbox.ovhcloud.endpoint} (controls ${sandbox.ovhcloud.controlUrl})`,
      `Slack ${sandbox.slack.apiUrl} (controls ${sandbox.slack.controlUrl})`,
      `Discord ${sandbox.discord.apiUrl} (controls ${sandbox.discord.controlUrl})`,
    ],
    async close() {
      await sandbox.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Runs until there is a reason to end; resolves with the exit code. */
async function run(world: World, log: Log, ending: Ending): Promise<number> {
  const onFatal = (error: Error): void => {
    complain(error.message);
    ending.end(1);
  };
  process.on("unhandledRejection", (error) => {
    log.error("something failed and nobody waited for it", { error });
    onFatal(new FatalError("the bot met a fault that it cannot go on from; the log has it"));
  });
  const lastcall = await compose(world.config, {
    ...world.surroundings,
    log,
    onFatal,
    signal: ending.signal,
  });
  try {
    if (!ending.signal.aborted) await Promise.race([start(lastcall, world), ending.code]);
    return await ending.code;
  } finally {
    await lastcall.stop();
  }
}

async function start(lastcall: Lastcall, { addresses }: World): Promise<void> {
  await lastcall.start();
  say(["Lastcall is ready", ...addresses].join("\n  "));
}

/** Why the process ends: the first reason counts. */
interface Ending {
  readonly code: Promise<number>;
  readonly signal: AbortSignal;
  end(code: number): void;
}

/** Listens for the signals from the first moment: a start that is cut short leaves no lock and no folder behind. */
function createEnding(): Ending {
  const aborter = new AbortController();
  const { signal } = aborter;
  const code = new Promise<number>((resolve) => {
    signal.addEventListener("abort", () => resolve(Number(signal.reason)), { once: true });
  });
  const end = (value: number): void => aborter.abort(value);
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => end(0));
  return { code, signal, end };
}

async function main(): Promise<number> {
  const ending = createEnding();
  const config = readConfig(process.env, await readOvhConf());
  const world = await worldFor(config);
  try {
    return await run(world, createLog({ level: config.logLevel, secrets: secretsOf(world.config) }), ending);
  } finally {
    await world.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof FatalError)) throw error;
  complain(error.message);
  return 1;
});
process.exit();
