import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { createLog } from "../adapters/log/log.ts";
import { createSystemClock } from "../adapters/node/clock.ts";
import { createEnding, type Ending } from "./compose/ending.ts";
import { run } from "./compose/run.ts";
import type { RealConfig } from "./compose.ts";
import { secretsOf } from "./config/secrets.ts";
import { type Config, readConfig } from "./config.ts";
import { FatalError } from "./errors.ts";

/** Where OVHcloud's own SDKs look; what stands in a later one wins. */
const OVH_CONF = ["/etc/ovh.conf", join(homedir(), ".ovh.conf"), "./ovh.conf"];

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

function runForReal(config: RealConfig, ending: Ending): Promise<number> {
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  const onReady = (): void => say("Lastcall is ready");
  return run({ config, ending, log, clock: createSystemClock(), complain, onReady });
}

/** Without credentials the playground, which is loaded only then. It runs the bot in a process of its own. */
async function runSandbox(config: Exclude<Config, RealConfig>, ending: Ending): Promise<number> {
  const { runPlayground } = await import("../sandbox/playground/run.ts");
  const operators = config.operators.length > 0 ? process.env.LASTCALL_OPERATORS : undefined;
  return runPlayground({ environment: process.env, operators, ending, say, complain });
}

async function main(): Promise<number> {
  const ending = createEnding();
  const config = readConfig(process.env, await readOvhConf());
  return config.kind === "real" ? runForReal(config, ending) : runSandbox(config, ending);
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof FatalError)) throw error;
  complain(error.message);
  return 1;
});
process.exit();
