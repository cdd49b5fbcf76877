/**
 * What stands in the file that OVHcloud's own SDKs read. Line numbers count from 1. A key that comes twice has its
 * last value, so several files can be joined, the one that wins last.
 */
export interface OvhConf {
  /** Values of a section, by key in lower case. Undefined for a section that is not there. */
  section(name: string): ReadonlyMap<string, string> | undefined;
  /** Lines that are neither a section, nor `key=value`, nor a comment. */
  readonly badLines: readonly number[];
}

const SECTION = /^\[([^\]]+)\]$/;
const PAIR = /^([^=:\s]+)\s*[=:]\s*(.*)$/;
const COMMENT = /^[#;]/;

export function parseOvhConf(text: string): OvhConf {
  const sections = new Map<string, Map<string, string>>();
  const badLines: number[] = [];
  let current: Map<string, string> | undefined;
  // trim() takes the byte order mark too that some editors put first.
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || COMMENT.test(line)) continue;
    const name = SECTION.exec(line)?.[1]?.trim();
    const [, key, value] = PAIR.exec(line) ?? [];
    if (name !== undefined) {
      current = sections.get(name) ?? new Map();
      sections.set(name, current);
    } else if (current && key !== undefined && value !== undefined) {
      current.set(key.toLowerCase(), bare(value));
    } else {
      badLines.push(at + 1);
    }
  }
  return { section: (name) => sections.get(name), badLines };
}

/** Without quotation marks around it, or a comment behind it. */
function bare(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
  return quoted ?? value.replace(/\s+[;#].*$/, "");
}
