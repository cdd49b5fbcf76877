import type { Finding } from "./finding.ts";

interface InnerError {
  readonly code: string;
  readonly message: string;
}

/** Discord's tree of errors: the keys are the path, `_errors` at its end holds what is wrong there. */
export type NestedErrors =
  | { readonly _errors: readonly InnerError[] }
  | { readonly [key: string]: NestedErrors };

interface Step {
  readonly keys: readonly string[];
  readonly error: InnerError;
}

/** Shapes findings as the `errors` of a 400 with code 50035. A place with faults further in names those alone, since
 *  the two forms of a node exclude each other.
 *  Source: https://discord.com/developers/docs/reference#error-messages */
export const nestErrors = (findings: readonly Finding[]): NestedErrors =>
  nest(
    findings.map(({ path, rule, message }) => ({
      keys: path === "" ? [] : path.split("."),
      error: { code: rule, message },
    })),
  );

function nest(steps: readonly Step[]): NestedErrors {
  const inner = new Map<string, Step[]>();
  for (const { keys, error } of steps) {
    const [key, ...rest] = keys;
    if (key !== undefined) inner.set(key, [...(inner.get(key) ?? []), { keys: rest, error }]);
  }
  if (inner.size === 0) return { _errors: steps.map(({ error }) => error) };
  return Object.fromEntries([...inner].map(([key, further]) => [key, nest(further)]));
}
