import type { EnvironmentReader } from "./environment.ts";
import { parseOvhConf } from "./ovh-conf.ts";
import { OVH, type Variable } from "./variables.ts";

export interface OvhConfig {
  /** `ovh-eu`, `ovh-ca`, `ovh-us`, or an address on this machine. */
  readonly endpoint: string;
  readonly credentials:
    | {
        readonly kind: "application";
        readonly applicationKey: string;
        readonly applicationSecret: string;
        readonly consumerKey: string;
      }
    | { readonly kind: "oauth2"; readonly clientId: string; readonly clientSecret: string };
}

const APPLICATION = [OVH.applicationKey, OVH.applicationSecret, OVH.consumerKey] as const;
const OAUTH2 = [OVH.clientId, OVH.clientSecret] as const;

/** The keys in the file are the variables' names in lower case without OVH_, as in OVHcloud's SDKs. */
export function supplyOvhConf(reader: EnvironmentReader, text: string): void {
  const conf = parseOvhConf(text);
  for (const line of conf.badLines)
    reader.problem(`ovh.conf, line ${line}, is neither a [section] nor key=value`);
  const take = (section: string, variable: Variable<unknown>): void => {
    const key = variable.name.slice("OVH_".length).toLowerCase();
    const value = conf.section(section)?.get(key);
    if (value !== undefined) reader.supply(variable, value, `${key} of [${section}] in ovh.conf`);
  };
  take("default", OVH.endpoint);
  const endpoint = reader.read(OVH.endpoint);
  if (endpoint === undefined) return;
  // One way of signing in is used: what the environment names hides the other one in the file.
  const named = (set: readonly Variable<unknown>[]): boolean => set.some((variable) => reader.has(variable));
  const [applicationNamed, oauth2Named] = [named(APPLICATION), named(OAUTH2)];
  if (!oauth2Named) for (const variable of APPLICATION) take(endpoint, variable);
  if (!applicationNamed) for (const variable of OAUTH2) take(endpoint, variable);
}

export function readOvh(reader: EnvironmentReader): OvhConfig | null {
  const endpoint = reader.need(OVH.endpoint);
  const credentials = readCredentials(reader);
  return endpoint !== undefined && credentials ? { endpoint, credentials } : null;
}

function readCredentials(reader: EnvironmentReader): OvhConfig["credentials"] | null {
  const application = APPLICATION.some((variable) => reader.has(variable));
  const oauth2 = OAUTH2.some((variable) => reader.has(variable));
  if (application && oauth2) {
    reader.problem(
      `both ways of signing in at OVHcloud are set: keep ${names(APPLICATION)}, or ${names(OAUTH2)}`,
    );
    return null;
  }
  if (!application && !oauth2) {
    reader.problem(`OVHcloud's credentials are missing: set ${names(APPLICATION)}, or ${names(OAUTH2)}`);
    return null;
  }
  if (oauth2) {
    const clientId = reader.need(OVH.clientId);
    const clientSecret = reader.need(OVH.clientSecret);
    return clientId && clientSecret ? { kind: "oauth2", clientId, clientSecret } : null;
  }
  const applicationKey = reader.need(OVH.applicationKey);
  const applicationSecret = reader.need(OVH.applicationSecret);
  const consumerKey = reader.need(OVH.consumerKey);
  return applicationKey && applicationSecret && consumerKey
    ? { kind: "application", applicationKey, applicationSecret, consumerKey }
    : null;
}

const names = (variables: readonly Variable<unknown>[]): string =>
  variables.map(({ name }) => name).join(", ");
