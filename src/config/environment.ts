import type { z } from "zod";
import type { Variable } from "./variables.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A value and where it came from, in words: the variable's name, or the key in a file. */
interface Source {
  readonly label: string;
  readonly value: string;
}

/** Reads variables and collects what is wrong with them, so that all of it can be said in one go. */
export interface EnvironmentReader {
  has(variable: Variable<unknown>): boolean;
  /** Undefined when it is not set, and when it is malformed: then {@link problems} has a line more. */
  read<T>(variable: Variable<T>): T | undefined;
  /** As {@link read}, and a problem when it is not set. */
  need<T>(variable: Variable<T>): T | undefined;
  /** Takes a value from elsewhere for a variable that is not set. */
  supply(variable: Variable<unknown>, value: string, label: string): void;
  problem(line: string): void;
  problems(): readonly string[];
}

/** A variable that is empty counts as not set, and blanks around a value do not count. */
export function createEnvironmentReader(env: Environment): EnvironmentReader {
  const supplied = new Map<string, Source>();
  const problems: string[] = [];

  const find = ({ name }: Variable<unknown>): Source | undefined => {
    const value = env[name]?.trim() ?? "";
    return value === "" ? supplied.get(name) : { label: name, value };
  };

  const read = <T>(variable: Variable<T>): T | undefined => {
    const source = find(variable);
    if (!source) return undefined;
    const parsed = variable.schema.safeParse(source.value, { reportInput: true });
    if (parsed.success) return parsed.data;
    const line = describeProblem(variable, source, parsed.error);
    if (!problems.includes(line)) problems.push(line);
    return undefined;
  };

  return {
    has: (variable) => find(variable) !== undefined,
    read,
    need(variable) {
      if (!find(variable)) problems.push(`${variable.name} is missing; it should be ${variable.shape}`);
      return read(variable);
    },
    supply(variable, value, label) {
      if (value.trim() !== "") supplied.set(variable.name, { label, value: value.trim() });
    },
    problem: (line) => {
      problems.push(line);
    },
    problems: () => problems,
  };
}

function describeProblem(
  { shape, secret }: Variable<unknown>,
  { label, value }: Source,
  error: z.ZodError,
): string {
  const parts = error.issues.flatMap(({ input }) => (typeof input === "string" ? [input] : []));
  const wrong = parts.length > 0 ? parts : [value];
  const described = wrong.map((part) =>
    secret || couldBeSecret(part) ? outline(part) : JSON.stringify(part),
  );
  return `${label} is ${described.join(" and ")}; it should be ${shape}`;
}

/** Tokens get pasted into the wrong variable: anything with a run as long as a key has is not shown anywhere. */
function couldBeSecret(text: string): boolean {
  return text.length > 60 || /xox|xapp-/.test(text) || /(?=\d*[A-Za-z])[A-Za-z0-9_-]{16,}/.test(text);
}

const PREFIXES = ["xoxb-", "xoxp-", "xoxe", "xapp-", "Bot ", "Bearer "] as const;

/** Enough to see the mistake, and nothing of the secret. */
function outline(text: string): string {
  const prefix = PREFIXES.find((one) => text.startsWith(one));
  const facts = [
    `${text.length} character${text.length === 1 ? "" : "s"} long`,
    ...(prefix ? [`begins with ${prefix.trim()}`] : []),
    ...(/^(["'`]).*\1$/.test(text) ? ["in quotation marks"] : []),
    ...(/\s/.test(text) ? ["has a blank in it"] : []),
    ...(/^[<[{].*[>\]}]$|\.\.\.|…|x{4}/i.test(text) ? ["looks like a placeholder"] : []),
  ];
  return facts.join(", ");
}
