import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";
import { errorCode } from "./disk.ts";

/**
 * What tells one process from every other. Process ids are used again after a restart and exist once in each
 * container, so they say little alone. The last three are Linux's; elsewhere they are null.
 */
export const processFacts = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** Differs at each start of the machine. */
  boot: z.string().nullable(),
  /** The namespace in which `pid` counts: another one in each container. */
  namespace: z.string().nullable(),
  /** Clock ticks between the machine's start and the process's. */
  started: z.string().nullable(),
});
export type ProcessFacts = z.output<typeof processFacts>;

export async function readOwnFacts(): Promise<ProcessFacts> {
  const [boot, namespace, started] = await Promise.all([
    orNull(readFile("/proc/sys/kernel/random/boot_id", "utf8")),
    orNull(readlink("/proc/self/ns/pid")),
    readStart(process.pid),
  ]);
  return { pid: process.pid, host: hostname(), boot: boot?.trim() ?? null, namespace, started };
}

/** `unknown` where the process would live out of sight: in another container or on another machine. */
export async function judgeLife(
  facts: ProcessFacts,
  own: ProcessFacts,
): Promise<"alive" | "dead" | "unknown"> {
  const inSight =
    facts.boot === own.boot &&
    facts.namespace === own.namespace &&
    (own.boot !== null || facts.host === own.host);
  if (!inSight) return "unknown";
  if (!exists(facts.pid)) return "dead";
  const started = await readStart(facts.pid);
  return started === facts.started ? "alive" : "dead";
}

function exists(pid: number): boolean {
  try {
    // Signal 0 is not delivered: it only asks whether it could be.
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

/** Field 22 of proc_pid_stat(5), counted from behind the command's name, which may hold spaces and brackets. */
async function readStart(pid: number): Promise<string | null> {
  const stat = await orNull(readFile(`/proc/${pid}/stat`, "utf8"));
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

const orNull = (read: Promise<string>): Promise<string | null> => read.catch(() => null);
