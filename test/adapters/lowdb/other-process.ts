import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import ts from "typescript";

/** The store as JavaScript: Node 20 runs no TypeScript, and a process of its own has no test runner around it. */
export interface Programs {
  /** Runs `body` (statements of an async function with `store` and `say`) on a store opened in `directory`. */
  run(directory: string, body: string, uid?: number): OtherProcess;
  end(): Promise<void>;
}

export interface OtherProcess {
  /** The next line that it says; null when it has ended. */
  heard(): Promise<string | null>;
  /** Ends it without a chance to tidy up, and resolves when it is gone. */
  kill(): Promise<void>;
}

export async function compileStore(): Promise<Programs> {
  const root = await mkdtemp(join(tmpdir(), "lastcall-other-"));
  await chmod(root, 0o755);
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "package.json"), '{"type":"module"}');
  for (const folder of ["adapters/lowdb", "src/domain", "src/card", "src"]) await compile(folder, root);
  const running: ChildProcess[] = [];
  return {
    run(directory, body, uid) {
      const script = SCRIPT.replace("BODY", body);
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script, directory], {
        cwd: root,
        stdio: ["ignore", "pipe", "inherit"],
        ...(uid === undefined ? {} : { uid, gid: uid }),
      });
      running.push(child);
      return listen(child);
    },
    async end() {
      for (const child of running) child.kill("SIGKILL");
      await rm(root, { recursive: true, force: true });
    },
  };
}

const SCRIPT = `
import { openLowdbStore } from "./adapters/lowdb/store.js";
const say = (text) => process.stdout.write(text + "\\n");
const log = { debug() {}, info() {}, warn() {}, error() {} };
try {
  const store = await openLowdbStore({ directory: process.argv[1], log });
  BODY
} catch (error) {
  say(error.name + ": " + error.message);
}
`;

async function compile(folder: string, root: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".ts")) continue;
    const { outputText } = ts.transpileModule(await readFile(join(folder, name), "utf8"), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    const target = join(root, folder, name.replace(/\.ts$/, ".js"));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, outputText);
  }
}

function listen(child: ChildProcess): OtherProcess {
  const gone = once(child, "exit");
  const lines = child.stdout ? createInterface({ input: child.stdout })[Symbol.asyncIterator]() : null;
  return {
    async heard() {
      const next = await lines?.next();
      return next && !next.done ? next.value : null;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
