import type { Clock } from "../../src/clock.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { PendingTermination, Service, ServiceId } from "../../src/domain/service.ts";
import { ProviderError, type ProviderErrorFacts } from "../../src/errors.ts";
import type { Provider } from "../../src/ports.ts";

type ChangeCall = "terminateAtExpiry" | "keep" | "setRenewal" | "requestDeletion" | "finishDeletion";
type CallName = ChangeCall | "getService";

interface Write {
  readonly call: ChangeCall;
  readonly id: ServiceId;
}

/** What the next call of a name ends with: before anything is done, or after it was. */
interface Fault {
  readonly call: CallName;
  readonly when: "before" | "after";
  readonly error: Error;
}

/** A small account in memory that behaves as OVHcloud does. */
export interface MemoryProvider extends Provider {
  /** Everything that was taken, in order. */
  readonly writes: readonly Write[];
  /** Each is used once. */
  readonly faults: Fault[];
  /** A call waits for it, after it has come in. */
  gate: (call: CallName) => Promise<void>;
  /** The token of the newest e-mail. */
  token(): string;
  /** The service as it truly is, however late it shows; null when it is gone. */
  truth(id: ServiceId): Service | null;
  /** Somebody else changed it, seen at once; null for one that is gone. */
  put(id: ServiceId, service: Service | null): void;
}

export interface MemoryProviderOptions {
  readonly clock: Clock;
  readonly services: readonly Service[];
  /** How long a change takes to show, in milliseconds. */
  readonly lag?: number;
}

interface Held {
  readonly before: Service | null;
  readonly now: Service | null;
  readonly shownFrom: Instant;
}

const LINKS = {
  services: "https://manager.example/services",
  bills: "https://manager.example/bills",
  telecom: "https://manager.example/telecom",
  microsoft: "https://manager.example/microsoft",
};

export function createMemoryProvider({ clock, services, lag = 0 }: MemoryProviderOptions): MemoryProvider {
  const held = new Map<ServiceId, Held>(
    services.map((service) => [service.id, { before: service, now: service, shownFrom: 0 }]),
  );
  const tokens = new Map<string, ServiceId>();
  const writes: Write[] = [];
  const faults: Fault[] = [];
  let mailed = 0;

  const shown = (id: ServiceId): Service | null => {
    const one = held.get(id);
    if (!one) return null;
    return clock.now() >= one.shownFrom ? one.now : one.before;
  };

  const truth = (id: ServiceId): Service => {
    const service = held.get(id)?.now;
    if (!service) throw failure({ kind: "gone", sent: "refused", status: 404 });
    return service;
  };

  const alter = (service: Service): void => {
    held.set(service.id, { before: shown(service.id), now: service, shownFrom: clock.now() + lag });
  };

  const fail = (call: CallName, when: Fault["when"]): void => {
    const at = faults.findIndex((fault) => fault.call === call && fault.when === when);
    const [fault] = at < 0 ? [] : faults.splice(at, 1);
    if (fault) throw fault.error;
  };

  const change = async (call: ChangeCall, id: ServiceId, effect: (service: Service) => void) => {
    await provider.gate(call);
    fail(call, "before");
    effect(truth(id));
    writes.push({ call, id });
    fail(call, "after");
  };

  const provider: MemoryProvider = {
    links: { ...LINKS },
    writes,
    faults,
    gate: async () => {},
    token: () => [...tokens.keys()].at(-1) ?? "",
    truth: (id) => held.get(id)?.now ?? null,
    put: (id, service) => void held.set(id, { before: service, now: service, shownFrom: 0 }),
    async *listServices() {
      const all = [...held.keys()].map(shown).filter((service) => service !== null);
      yield { services: all, total: all.length };
    },
    async getService(id) {
      await provider.gate("getService");
      fail("getService", "before");
      const service = shown(id);
      if (!service) throw failure({ kind: "gone", sent: "no", status: 404 });
      return service;
    },
    lossFacts: async () => ({ kind: "general" }),
    renewalPeriods: async () => [1, 12],
    terminateAtExpiry: (id) =>
      change("terminateAtExpiry", id, (service) => {
        if (service.renewal.mode === "manual")
          throw failure({ kind: "refused", sent: "refused", status: 409 });
        alter({ ...service, termination: atExpiry(service) });
      }),
    keep: (id) => change("keep", id, (service) => alter({ ...service, termination: null })),
    setRenewal: (id, mode, months) =>
      change("setRenewal", id, (service) => {
        const periodMonths = mode === "manual" ? null : (months ?? service.renewal.periodMonths);
        alter({ ...service, renewal: { ...service.renewal, mode, periodMonths } });
      }),
    requestDeletion: ({ id }) =>
      change("requestDeletion", id, () => {
        for (const [token, of] of tokens) if (of === id) tokens.delete(token);
        tokens.set(`token0000${++mailed}`, id);
      }),
    finishDeletion: ({ id }, token) =>
      change("finishDeletion", id, (service) => {
        if (tokens.get(token) !== id)
          throw failure({ kind: "refused", sent: "refused", status: 400, said: "Invalid termination token" });
        tokens.delete(token);
        alter({ ...service, state: "terminated" });
      }),
  };
  return provider;
}

const atExpiry = ({ expiresAt }: Service): PendingTermination => ({
  when: "at-expiry",
  at: expiresAt ?? 0,
});

function failure(facts: ProviderErrorFacts): ProviderError {
  return new ProviderError(facts.said ?? `OVHcloud answered ${facts.status}`, facts);
}

/** The connection is lost: nobody knows whether the change was done. */
export const LOST = new ProviderError("no answer", { kind: "unreachable", sent: "unknown" });
/** Nothing left this machine. */
export const UNSENT = new ProviderError("no connection", { kind: "unreachable", sent: "no" });
