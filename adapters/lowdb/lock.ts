import { randomUUID } from "node:crypto";
import { readFile, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { FatalError } from "../../src/errors.ts";
import type { Log } from "../../src/ports.ts";
import { errorCode, FILE_MODE, unlessAbsent } from "./disk.ts";
import { judgeLife, type ProcessFacts, processFacts, readOwnFacts } from "./process-facts.ts";

export interface Lock {
  /** Null while it is held; the reason when somebody took it away, after which nothing may be written. */
  lost(): string | null;
  release(): Promise<void>;
}

export interface LockOptions {
  readonly directory: string;
  readonly log: Log;
  /** How often the holder shows that it lives, in milliseconds of the machine's own time. */
  readonly beatMs?: number;
  /** How long a holder out of sight is watched before it counts as dead. Several beats. */
  readonly watchMs?: number;
}

/** One process may open a directory twice, by mistake: the mark tells even those two apart. */
const lockFile = processFacts.extend({ mark: z.string() });
type LockFile = z.output<typeof lockFile>;

const BEAT = 2000;
const WATCH = 10_000;
const LOOKS = 20;
const ATTEMPTS = 50;
const ATTEMPT_PAUSE = 20;

/**
 * Takes the directory for this process, or rejects with a {@link FatalError} that names it. The lock of a process
 * that died is taken over: at once when it ran in sight of this one (same machine, same start of it, same
 * container), after watching for its beat when it did not.
 */
export async function takeLock(options: LockOptions): Promise<Lock> {
  const path = join(options.directory, "lock");
  const own = await readOwnFacts();
  const text = `${JSON.stringify({ ...own, mark: randomUUID() } satisfies LockFile)}\n`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(path, text)) return holdLock(path, text, options);
    const found = await unlessAbsent(readFile(path, "utf8"));
    if (found === null) continue;
    if (await isHeld(path, found, own, options)) throw inUse(options.directory, found);
    if (await clearStaleLock(path, found))
      options.log.warn("store.stale-lock-cleared", { path, pid: parseFacts(found)?.pid });
    else await pause(ATTEMPT_PAUSE);
  }
  throw new FatalError(
    `the data directory ${options.directory} is being taken over by another process; if none runs, delete ${guardOf(path)}`,
  );
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx", mode: FILE_MODE });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function isHeld(
  path: string,
  found: string,
  own: ProcessFacts,
  { beatMs = BEAT, watchMs = WATCH }: LockOptions,
): Promise<boolean> {
  const facts = parseFacts(found);
  const life = facts ? await judgeLife(facts, own) : "unknown";
  if (life !== "unknown") return life === "alive";
  return (await lastBeat(path)) === null ? false : beats(path, Math.max(watchMs, beatMs));
}

/** Clocks of two machines differ, so a beat is seen as a change and not by its age. */
async function beats(path: string, watchMs: number): Promise<boolean> {
  const before = await lastBeat(path);
  for (let look = 0; look < LOOKS; look++) {
    await pause(watchMs / LOOKS);
    if ((await lastBeat(path)) !== before) return true;
  }
  return false;
}

const lastBeat = async (path: string): Promise<number | null> =>
  (await unlessAbsent(stat(path)))?.mtimeMs ?? null;

/**
 * A stale lock may be deleted only by the holder of a second one, and only while it still is that stale lock:
 * without it, a slow process would delete the lock of the one that was faster. That second lock lives for
 * milliseconds and is never taken over itself; false while somebody else has it.
 */
export async function clearStaleLock(path: string, stale: string): Promise<boolean> {
  if (!(await create(guardOf(path), ""))) return false;
  try {
    if ((await unlessAbsent(readFile(path, "utf8"))) === stale) await unlink(path);
    return true;
  } finally {
    await unlink(guardOf(path));
  }
}

const guardOf = (path: string): string => `${path}.takeover`;

function holdLock(path: string, text: string, { log, beatMs = BEAT }: LockOptions): Lock {
  let lost: string | null = null;
  const beat = async (): Promise<void> => {
    const found = await unlessAbsent(readFile(path, "utf8"));
    if (found !== text) {
      lost = `${path} was taken away: another process may be using the data directory`;
      clearInterval(timer);
      log.error("store.lock-lost", { path });
      return;
    }
    await utimes(path, Date.now() / 1000, Date.now() / 1000);
  };
  // A disk that fails for a moment is told by the writes themselves.
  const timer = setInterval(() => void beat().catch(() => {}), beatMs);
  timer.unref();
  return {
    lost: () => lost,
    async release() {
      clearInterval(timer);
      if ((await unlessAbsent(readFile(path, "utf8"))) === text) await unlessAbsent(unlink(path));
    },
  };
}

function parseFacts(text: string): ProcessFacts | null {
  try {
    return lockFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function inUse(directory: string, found: string): FatalError {
  const facts = parseFacts(found);
  const holder = facts ? `process ${facts.pid} on ${facts.host}` : "another process";
  return new FatalError(
    `the data directory ${directory} is in use by ${holder}: stop it, or set LASTCALL_DATA_DIR to another directory`,
  );
}
