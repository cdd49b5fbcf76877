import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";

/** The rules and options of the project. */
export const readRules = (): Promise<ICruiseOptions> => extractDepcruiseOptions("./.dependency-cruiser.js");

/** Reads src, adapters and sandbox below `baseDir` and holds them against the rules. */
export async function cruiseProject(options: ICruiseOptions, baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(["src", "adapters", "sandbox"], { ...options, validate: true, baseDir });
  if (typeof output === "string") throw new Error(`dependency-cruiser answered with text: ${output}`);
  return output;
}

/** The modules that were read for themselves, and not only named by another. */
export const readModules = ({ modules }: ICruiseResult): readonly string[] =>
  modules
    .map(({ source }) => source)
    .filter((source) => /^(src|adapters|sandbox)\/.*\.tsx?$/.test(source))
    .toSorted();

/** `rule: from -> to`, a line each. */
export const violations = ({ summary }: ICruiseResult): readonly string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).toSorted();
