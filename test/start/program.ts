import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { onTestFinished, vi } from "vitest";

/** The program as `npm run build` makes it, but for the checks that `npm run types` does. */
export interface Program {
  /** Starts it in a directory of its own, with these variables and no others, until the test ends or `until` says. */
  start(variables?: Readonly<Record<string, string>>, until?: Until): Promise<Running>;
  discard(): Promise<void>;
}

/** Takes what is to be done when nobody needs it any more. */
type Until = (done: () => Promise<void>) => void;

export interface Running {
  /** Working directory, home and place for temporary files: empty at the start. */
  readonly directory: string;
  stdout(): string;
  stderr(): string;
  /** Resolves when it says that it is ready; rejects with all it said when it ends before. */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** The exit code; null when a signal ended it the hard way. */
  ended(): Promise<number | null>;
}

const PATIENCE = 60_000;

/** Below node_modules, so that the program finds its libraries and no tool finds the program. */
export async function buildProgram(): Promise<Program> {
  const out = await mkdtemp(join(await cacheFolder(), "start-"));
  await promisify(execFile)(process.execPath, [
    "node_modules/typescript/bin/tsc",
    ...["-p", "tsconfig.build.json", "--noCheck", "--incremental", "false"],
    ...["--tsBuildInfoFile", "null", "--outDir", out],
  ]);
  await writeFile(join(out, "package.json"), '{ "type": "module" }\n');
  return {
    start: (variables = {}, until = onTestFinished) =>
      startProgram(join(out, "src/main.js"), variables, until),
    discard: () => rm(out, { recursive: true, force: true }),
  };
}

async function cacheFolder(): Promise<string> {
  const folder = resolve("node_modules/.cache");
  await mkdir(folder, { recursive: true });
  return folder;
}

async function startProgram(
  path: string,
  variables: Readonly<Record<string, string>>,
  until: Until,
): Promise<Running> {
  const directory = await freshDirectory(until);
  const child = spawn(process.execPath, ["--enable-source-maps", path], {
    cwd: directory,
    env: { HOME: directory, TMPDIR: directory, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const running = watch(child, directory);
  until(async () => {
    child.kill("SIGKILL");
    await running.ended();
  });
  return running;
}

/** An empty directory; it goes when the test ends, or `until` says. */
export async function freshDirectory(until: Until = onTestFinished): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "lastcall-start-"));
  until(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

function watch(child: ChildProcess, directory: string): Running {
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (piece) => {
    said.stdout += piece;
  });
  child.stderr?.on("data", (piece) => {
    said.stderr += piece;
  });
  let isOver = false;
  const over = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      isOver = true;
      resolve(code);
    });
  });
  return {
    directory,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    async ready() {
      const isReady = (): boolean => {
        if (isOver) throw new Error(`it ended before it was ready:\n${said.stdout}\n${said.stderr}`);
        return said.stdout.includes("ready\n");
      };
      await vi.waitUntil(isReady, { timeout: PATIENCE });
    },
    signal: (name) => void child.kill(name),
    ended: () => over,
  };
}
