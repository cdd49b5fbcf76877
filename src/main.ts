import { mkdtemp, readFile, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../adapters/log/log.ts";
import { createSystemClock } from "../adapters/node/clock.ts";
import { compose, type RealConfig, type Surroundings } from "./compose.ts";
import { secretsOf } from "./config/secrets.ts";
import { type Config, readConfig } from "./config.ts";
import { FatalError } from "./errors.ts";
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

/** Runs until a signal or a fatal condition; resolves with the exit code. */
async function run(world: World, log: Log): Promise<number> {
  const ending = createEnding();
  const onFatal = (error: Error): void => {
    complain(error.message);
    ending.end(1);
  };
  process.on("unhandledRejection", (error) => {
    log.error("something failed and nobody waited for it", { error });
    onFatal(new FatalError("the bot met a fault that it cannot go on from; the log has it"));
  });
  const lastcall = await compose(world.config, { ...world.surroundings, log, onFatal });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ending.end(0));
  try {
    const started = lastcall.start().then(() => "ready" as const);
    if ((await Promise.race([started, ending.code])) === "ready") {
      say(["Lastcall is ready", ...world.addresses].join("\n  "));
    }
    return await ending.code;
  } finally {
    await lastcall.stop();
  }
}

/** The first reason to end counts. */
function createEnding(): { readonly code: Promise<number>; end(code: number): void } {
  let end = (_code: number): void => {};
  const code = new Promise<number>((resolve) => {
    end = resolve;
  });
  return { code, end: (value) => end(value) };
}

async function main(): Promise<number> {
  const config = readConfig(process.env, await readOvhConf());
  const world = await worldFor(config);
  try {
    return await run(world, createLog({ level: config.logLevel, secrets: secretsOf(world.config) }));
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
