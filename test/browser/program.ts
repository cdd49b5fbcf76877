import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";

const PROGRAM = "dist/src/main.js";
const ADDRESS = /^Lastcall is ready\n {2}(http:\/\/127\.0\.0\.1:\d+\/)$/m;
const PATIENCE_MS = 30_000;

/** The program as `npm run build` makes it, on the sandbox. */
export interface Program {
  readonly address: string;
  /** From the start of the process until it said that it is ready. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

export async function startProgram(): Promise<Program> {
  if (!existsSync(PROGRAM)) throw new Error("the program has not been built: run npm run build");
  const begun = performance.now();
  const child = spawn(process.execPath, ["--enable-source-maps", PROGRAM], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LASTCALL_LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await addressOf(child);
  return {
    address,
    startedInMs: performance.now() - begun,
    async stop() {
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it did not get ready:\n${said}`)), PATIENCE_MS);
    const hear = (piece: unknown): void => {
      said += String(piece);
      const [, address] = ADDRESS.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", () => {
      clearTimeout(timer);
      reject(new Error(`it ended before it was ready:\n${said}`));
    });
  });
}
