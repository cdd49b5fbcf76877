import type { Service } from "../../src/domain/service.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Provider, Read, ServicePage } from "../../src/ports.ts";

/** An account whose list is read page by page, and only as far as the test lets it. */
export interface Account extends Pick<Provider, "listServices"> {
  services: readonly Service[];
  pageSize: number;
  /** What a read ends with in place of its end. */
  failure: Error | null;
  /** Called before each page; a read waits for it. */
  gate: () => Promise<void>;
  readonly reads: Read[];
}

export function createAccount(services: readonly Service[] = []): Account {
  const account: Account = {
    services,
    pageSize: 1000,
    failure: null,
    gate: async () => {},
    reads: [],
    async *listServices(read: Read): AsyncIterable<ServicePage> {
      account.reads.push(read);
      const { services: list, pageSize } = account;
      for (let start = 0; start < list.length; start += pageSize) {
        await account.gate();
        read.signal?.throwIfAborted();
        yield { services: list.slice(start, start + pageSize), total: list.length };
      }
      if (account.failure) throw account.failure;
    },
  };
  return account;
}

export const UNREACHABLE = new ProviderError("no answer", {
  kind: "unreachable",
  sent: "no",
  said: "Service down",
});

/** A door that lets one through at a time: `open` for the next one, `openAll` for everybody from now on. */
export function createGate(): { pass(): Promise<void>; open(): void; openAll(): void } {
  const waiting: (() => void)[] = [];
  let free = false;
  return {
    pass: () => (free ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
    open: () => waiting.shift()?.(),
    openAll() {
      free = true;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}
