import { onTestFinished } from "vitest";
import type { OvhCredentials } from "../../../adapters/ovhcloud/credentials.ts";
import {
  createOvhProvider,
  type OvhProvider,
  type OvhProviderOptions,
} from "../../../adapters/ovhcloud/provider.ts";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import { EXAMPLE_CREDENTIALS } from "../../../sandbox/ovhcloud/credentials.ts";
import {
  createOvhSandbox,
  type OvhSandbox,
  type OvhSandboxOptions,
} from "../../../sandbox/ovhcloud/sandbox.ts";
import { type Service, serviceId } from "../../../src/domain/service.ts";
import type { Read } from "../../../src/ports.ts";
import { createSilentLog, type SilentLog } from "../../fakes/silent-log.ts";
import { createPassingTime, type PassingTime } from "./pass-time.ts";

export const START = Date.UTC(2026, 10, 22, 9, 0, 0);
export const PERSON: Read = { urgency: "person" };
export const BACKGROUND: Read = { urgency: "background" };

const { applicationKey, applicationSecret, consumerKey, clientId, clientSecret } = EXAMPLE_CREDENTIALS;
export const APPLICATION = {
  kind: "application",
  applicationKey,
  applicationSecret,
  consumerKey,
} as const satisfies OvhCredentials;
export const OAUTH2 = { kind: "oauth2", clientId, clientSecret } as const satisfies OvhCredentials;

export interface ProviderRig {
  readonly provider: OvhProvider;
  readonly sandbox: OvhSandbox;
  readonly clock: SandboxClock;
  readonly log: SilentLog;
  get(id: number): Promise<Service>;
  list(read?: Read): Promise<readonly Service[]>;
  /** The paths of the sandbox's calls so far, as `GET /me`. */
  asked(): readonly string[];
  readonly inTime: PassingTime["inTime"];
}

export interface ProviderRigOptions {
  readonly sandbox?: Partial<OvhSandboxOptions>;
  readonly provider?: Partial<OvhProviderOptions>;
}

/** The real provider against the stand-in, both on a clock that stands still. */
export async function openProvider(options: ProviderRigOptions = {}): Promise<ProviderRig> {
  const clock = createSandboxClock({ start: START, frozen: true });
  const sandbox = await createOvhSandbox({ clock, ...options.sandbox });
  const log = createSilentLog();
  const time = createPassingTime(clock);
  const provider = createOvhProvider({
    fetch: time.fetch,
    endpoint: sandbox.endpoint,
    credentials: APPLICATION,
    clock,
    log,
    random: () => 0,
    ...options.provider,
  });
  onTestFinished(async () => {
    provider.close();
    await sandbox.close();
  });
  return {
    provider,
    sandbox,
    clock,
    log,
    get: (id) => provider.getService(serviceId(id), PERSON),
    list: async (read = BACKGROUND) => {
      const services: Service[] = [];
      for await (const page of provider.listServices(read)) services.push(...page.services);
      return services;
    },
    asked: () => sandbox.calls().map(({ method, path }) => `${method} ${path}`),
    inTime: time.inTime,
  };
}

/** The one of a list with this id. */
export function byId(services: readonly Service[], id: number): Service {
  const found = services.find((service) => service.id === id);
  if (!found) throw new Error(`the list has no service ${id}`);
  return found;
}
