import type { Finding } from "./finding.ts";

interface InnerError {
  readonly code: string;
  readonly message: string;
}

/** Discord's tree of errors: the keys are the path, `_errors` holds what is wrong there. */
export interface NestedErrors {
  _errors?: InnerError[];
  [key: string]: NestedErrors | InnerError[] | undefined;
}

/** Shapes findings as the `errors` of a 400 with code 50035.
 *  Source: https://discord.com/developers/docs/reference#error-messages */
export function nestErrors(findings: readonly Finding[]): NestedErrors {
  const root: NestedErrors = {};
  for (const finding of findings) {
    let at = root;
    for (const key of finding.path === "" ? [] : finding.path.split(".")) {
      const next = at[key];
      if (next && !Array.isArray(next)) {
        at = next;
        continue;
      }
      const made: NestedErrors = {};
      at[key] = made;
      at = made;
    }
    at._errors = [...(at._errors ?? []), { code: finding.rule, message: finding.message }];
  }
  return root;
}
