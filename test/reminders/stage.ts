import { createSandboxClock } from "../../sandbox/clock.ts";
import { createCatalogue } from "../../src/catalogue.ts";
import type { Instant } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Provider, Store } from "../../src/ports.ts";
import { createReminderRunner } from "../../src/reminders/runner.ts";
import { createAccount } from "../catalogue/account.ts";
import { NOON } from "../domain/some-service.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import { createSilentLog } from "../fakes/silent-log.ts";
import { createChannelLog } from "./channel-log.ts";

export interface StageOptions {
  readonly services?: readonly Service[];
  readonly store?: Store;
  readonly start?: Instant;
}

const GONE = new ProviderError("no such service", { kind: "gone", sent: "no" });

/** The runner between a real catalogue, a real store without a disk, and channels that note what comes. */
export function createStage({ services = [], store = createMemoryStore(), start = NOON }: StageOptions = {}) {
  const clock = createSandboxClock({ start, frozen: true });
  const log = createSilentLog();
  const account = createAccount(services);
  const live = new Map(services.map((service) => [service.id, service]));
  const failures: Error[] = [];
  const reads: number[] = [];
  const provider: Pick<Provider, "getService"> = {
    async getService(id) {
      reads.push(id);
      const failure = failures.shift();
      if (failure) throw failure;
      const service = live.get(id);
      if (!service) throw GONE;
      return service;
    },
  };
  const channels = createChannelLog(clock);
  const catalogue = createCatalogue({ provider: account, clock, log, random: () => 0.5 });
  const runner = createReminderRunner({
    ...{ store, catalogue, provider, post: channels, clock, log },
    random: () => 0.5,
    cardFor: (due, service, locale) => ({
      locale,
      title: `${service.name} ${Object.values(due.kind).join(" ")}`,
      summary: [],
      blocks: [],
    }),
  });
  return {
    ...{ clock, log, account, catalogue, runner, store, channels, reads, failures, live },
    /** What OVHcloud has from now on, in the list and live. */
    have(...now: readonly Service[]): void {
      account.services = now;
      live.clear();
      for (const service of now) live.set(service.id, service);
    },
    async begin(): Promise<void> {
      await catalogue.refresh("person");
      runner.start();
      await clock.advance(0);
    },
    async end(): Promise<void> {
      await runner.stop();
      await catalogue.stop();
    },
    warnings: (): readonly string[] =>
      log.lines.filter(({ level }) => level === "warn").map(({ event }) => event),
  };
}
