import { FatalError } from "../../src/errors.ts";

/** The names of OVHcloud's own SDKs. Null for what is set nowhere. */
export interface OvhSettings {
  readonly endpoint: string | null;
  readonly applicationKey: string | null;
  readonly applicationSecret: string | null;
  readonly consumerKey: string | null;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
}

/** Where the SDKs look for the file, the nearest first; `~` is the home directory. */
export const OVH_CONF_PATHS = ["./ovh.conf", "~/.ovh.conf", "/etc/ovh.conf"] as const;

const DEFAULT_ENDPOINT = "ovh-eu";

/**
 * Reads the settings as go-ovh and python-ovh do: the environment wins (`OVH_ENDPOINT`, `OVH_APPLICATION_KEY`…), then
 * the texts in the order given, the nearest file first; `[default]` names the endpoint, the section of that name holds
 * the keys. Keys of one kind in the environment hide keys of the other kind in files. Throws a FatalError for
 * a line that is no INI, by its number alone: it may hold a secret.
 */
export function readOvhSettings(
  texts: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): OvhSettings {
  const files = texts.map(parseIni);
  const fromEnv = (key: string): string | null => env[`OVH_${key.toUpperCase()}`]?.trim() || null;
  const fromFiles = (section: string, key: string): string | null =>
    files.map((file) => file.get(section)?.get(key)).find((value) => value) ?? null;

  const endpoint = fromEnv("endpoint") ?? fromFiles("default", "endpoint");
  const section = endpoint ?? DEFAULT_ENDPOINT;
  const application = ["application_key", "application_secret", "consumer_key"];
  const oauth2 = ["client_id", "client_secret"];
  const named = (keys: readonly string[]): boolean => keys.some((key) => fromEnv(key) !== null);
  const pick = (key: string): string | null => {
    const others = application.includes(key) ? oauth2 : application;
    return fromEnv(key) ?? (named(others) ? null : fromFiles(section, key));
  };
  return {
    endpoint,
    applicationKey: pick("application_key"),
    applicationSecret: pick("application_secret"),
    consumerKey: pick("consumer_key"),
    clientId: pick("client_id"),
    clientSecret: pick("client_secret"),
  };
}

type Ini = ReadonlyMap<string, ReadonlyMap<string, string>>;

function parseIni(text: string): Ini {
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | null = null;
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/^\uFEFF/, "").trim();
    if (line === "" || line.startsWith(";") || line.startsWith("#")) return;
    const name = /^\[([^\]]+)\]$/.exec(line)?.[1]?.trim();
    if (name !== undefined) {
      current = sections.get(name) ?? new Map();
      sections.set(name, current);
      return;
    }
    const [, key, value] = /^([^=:]+)[=:](.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || current === null)
      throw new FatalError(`ovh.conf: line ${index + 1} is neither [section], key=value nor a comment`);
    current.set(key.trim().toLowerCase(), unquote(value.trim()));
  });
  return sections;
}

/** A comment may follow a value after a blank, as in the SDKs' INI readers. */
function unquote(value: string): string {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(value);
  return quoted ? (quoted[1] ?? quoted[2] ?? "") : value.replace(/\s+[;#].*$/, "");
}
