import type { SandboxClock } from "../clock.ts";
import { serveControls } from "../controls.ts";
import { createFaults, type FaultOrder, type Faults } from "../faults.ts";
import { serveHttp } from "../http.ts";
import { createWatch, type Watch } from "../watch.ts";
import { type AccessRule, LEAST_PRIVILEGE } from "./access.ts";
import type { Account, AccountService } from "./account.ts";
import { createAnswerer, type ListMode } from "./answer.ts";
import { createApi } from "./api.ts";
import { type Call, createCallLog, isWrite } from "./calls.ts";
import { createCredentials } from "./credentials.ts";
import { exampleAccount } from "./example-account.ts";
import { createLedger } from "./ledger.ts";
import { createListCache } from "./list-cache.ts";
import { createMailbox, type Mail } from "./mailbox.ts";
import { ovhControls } from "./ovh-controls.ts";
import { authRoutes } from "./routes/auth.ts";
import { domainRoutes } from "./routes/domain.ts";
import { emailRoutes } from "./routes/email.ts";
import { formRoutes } from "./routes/forms.ts";
import { hostingRoutes } from "./routes/hosting.ts";
import { meRoutes } from "./routes/me.ts";
import { serviceInfosRoutes } from "./routes/service-infos.ts";
import { servicesRoutes } from "./routes/services.ts";
import { terminateRoutes } from "./routes/terminate.ts";
import { createTerminations } from "./terminations.ts";
import type { World } from "./world.ts";

export interface OvhSandboxOptions {
  readonly clock: SandboxClock;
  /** The example account when absent. */
  readonly account?: Account;
  readonly faults?: readonly FaultOrder[];
  /** How long after a write reads still show the old state, in milliseconds; none when absent. */
  readonly lag?: number;
  /** What the credentials may do; the least that the bot needs when absent. */
  readonly accessRules?: readonly AccessRule[];
  readonly listMode?: ListMode;
  /** How far the server's time is ahead of the clock, in milliseconds. */
  readonly skew?: number;
  /** Whether a termination token is taken by the other family of routes, too. */
  readonly tokensAcrossFamilies?: boolean;
}

/** A change that somebody makes in OVHcloud's console: any field of the service but its number. */
type ServicePatch = Partial<Omit<AccountService, "id">>;

/** OVHcloud's API on loopback, and what a test or a demo may do behind its back. */
export interface OvhSandbox {
  /** `http://127.0.0.1:PORT/1.0`, for `OVH_ENDPOINT`. */
  readonly endpoint: string;
  /** Where service accounts get their tokens. */
  readonly tokenUrl: string;
  readonly controlUrl: string;
  readonly faults: Faults;
  account(): Account;
  setAccount(account: Account): void;
  /** The true state now, by number, or by a name that one service alone has. Throws when there is no such service. */
  service(key: number | string): AccountService;
  /** All of them with the name, in the account's order. */
  servicesNamed(name: string): readonly AccountService[];
  services(): readonly AccountService[];
  change(id: number, patch: ServicePatch): AccountService;
  /** Oldest first. */
  mailbox(): readonly Mail[];
  calls(): readonly Call[];
  newestCalls(count: number): readonly Call[];
  /** After each call, answer, e-mail and change. */
  readonly listen: Watch["listen"];
  /** The calls that change something and reached their route: for tests of "at most once". */
  writes(): readonly Call[];
  clearCalls(): void;
  setLag(ms: number): void;
  /** How old a paged list may be that was not asked for with `Pragma: no-cache`. */
  setListAge(ms: number): void;
  setListMode(mode: ListMode): void;
  setAccessRules(rules: readonly AccessRule[]): void;
  revokeTokens(): void;
  revokeCredentials(): void;
  /** Bytes over its wires so far, controls excepted. */
  bytes(): number;
  close(): Promise<void>;
}

export async function createOvhSandbox(options: OvhSandboxOptions): Promise<OvhSandbox> {
  const { clock, skew = 0, tokensAcrossFamilies = false } = options;
  const settings = {
    account: options.account ?? exampleAccount(clock.now()),
    lag: options.lag ?? 0,
    listAge: 0,
    listMode: options.listMode ?? "objects",
    accessRules: options.accessRules ?? LEAST_PRIVILEGE,
  };
  const watch = createWatch();
  const ledger = createLedger(clock, watch.touch);
  ledger.load(settings.account.services);
  const mailbox = createMailbox(watch.touch);
  const log = createCallLog(watch.touch);
  const faults = createFaults(options.faults);
  const serverNow = () => clock.now() + skew;
  const credentials = createCredentials(serverNow);
  const account = () => settings.account;
  const terminations = createTerminations({ clock, mailbox, account, acrossFamilies: tokensAcrossFamilies });
  const cache = createListCache(
    clock,
    () => ledger.seenAll(),
    () => settings.listAge,
  );
  const world: World = {
    clock,
    account,
    ledger,
    terminations,
    serverNow,
    lagMs: () => settings.lag,
    listed: cache.read,
  };
  const accessRules = () => settings.accessRules;
  const answer = createAnswerer({
    routes: allRoutes(world, accessRules),
    credentials,
    accessRules,
    listMode: () => settings.listMode,
  });
  const api = await serveHttp({ handle: createApi({ clock, answer, faults, log }) });

  const sandbox: Omit<OvhSandbox, "controlUrl" | "bytes" | "close"> = {
    endpoint: `${api.origin}/1.0`,
    tokenUrl: `${api.origin}/auth/oauth2/token`,
    faults,
    account,
    setAccount(next) {
      settings.account = next;
      ledger.load(next.services);
      cache.drop();
      watch.touch();
    },
    service: (key) => only(typeof key === "number" ? [ledger.find(key)] : ledger.named(key), key),
    servicesNamed: ledger.named,
    services: ledger.all,
    change(id, patch) {
      const found = only([ledger.find(id)], id);
      return ledger.write({ ...found, ...patch }, 0);
    },
    mailbox: mailbox.mails,
    calls: log.calls,
    newestCalls: log.newest,
    listen: watch.listen,
    writes: () => log.calls().filter(isWrite),
    clearCalls: log.clear,
    setLag(ms) {
      settings.lag = ms;
    },
    setListAge(ms) {
      settings.listAge = ms;
    },
    setListMode(mode) {
      settings.listMode = mode;
    },
    setAccessRules(rules) {
      settings.accessRules = rules;
    },
    revokeTokens: credentials.revokeTokens,
    revokeCredentials: credentials.revoke,
  };
  const controls = await serveControls(ovhControls(sandbox, clock));
  return {
    ...sandbox,
    controlUrl: controls.origin,
    bytes: api.bytes,
    async close() {
      watch.close();
      await Promise.all([api.close(), controls.close()]);
    },
  };
}

const allRoutes = (world: World, rules: () => readonly AccessRule[]) => [
  ...authRoutes(world, rules),
  ...servicesRoutes(world),
  ...formRoutes(world),
  ...terminateRoutes(world),
  ...serviceInfosRoutes(world),
  ...hostingRoutes(world),
  ...domainRoutes(world),
  ...emailRoutes(world),
  ...meRoutes(world),
];

function only(found: readonly (AccountService | undefined)[], key: number | string): AccountService {
  const [first, second] = found;
  if (!first) throw new Error(`the account has no service ${key}`);
  if (second) throw new Error(`several services are called ${key}: ask by number`);
  return first;
}
