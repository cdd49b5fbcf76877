import type { Instant } from "../../src/domain/instant.ts";
import { DAY } from "../../src/domain/instant.ts";
import type { AccountService } from "../ovhcloud/account.ts";
import { isWrite } from "../ovhcloud/calls.ts";
import { terminationDate } from "../ovhcloud/lifecycle.ts";
import { productOf } from "../ovhcloud/products.ts";
import type { OvhSandbox } from "../ovhcloud/sandbox.ts";
import type { AccountPage, AccountRow, AccountSummary } from "./protocol.ts";

/** The account as OVHcloud truly has it: what the page lists beside what the bot says. */
export interface AccountView {
  page(search: string, from: number, count: number): AccountPage;
  /** The service that the steps of the clock refer to. */
  focus(): AccountRow | null;
  summary(): AccountSummary;
  /** A row may have changed. */
  touch(): void;
  /** Null leaves it to what happens: what was changed last, else what ends next. */
  setFocus(id: number | null): void;
}

export function createAccountView(
  ovhcloud: OvhSandbox,
  now: () => Instant,
  changed: () => void,
): AccountView {
  let chosen: number | null = null;
  let version = 0;

  const find = (id: number | null): AccountService | undefined =>
    id === null ? undefined : ovhcloud.services().find((service) => service.id === id);

  const changedLast = (): AccountService | undefined => {
    const write = ovhcloud.newestCalls(RECENT).findLast(isWrite);
    const [, number, name] = /^\/(?:services\/(\d+)|hosting\/web\/([^/]+))/.exec(write?.path ?? "") ?? [];
    if (number !== undefined) return find(Number(number));
    return name === undefined
      ? undefined
      : ovhcloud.services().find((one) => one.product === "hosting" && one.name === decodeURIComponent(name));
  };

  const endsNext = (): AccountService | undefined =>
    ovhcloud
      .services()
      .filter((service) => isRunning(service) && (endsAt(service) ?? 0) > now() + DAY)
      .reduce<AccountService | undefined>(sooner, undefined);

  const focus = (): AccountRow | null => {
    const service = find(chosen) ?? changedLast() ?? endsNext();
    return service ? rowOf(service) : null;
  };

  return {
    page(search, from, count) {
      const wanted = fold(search.trim());
      const found = ovhcloud
        .services()
        .filter((service) => wanted === "" || textOf(service).includes(wanted));
      return { total: found.length, rows: found.slice(from, from + count).map(rowOf) };
    },
    focus,
    summary() {
      const { firstname, lastname, organisation, nichandle } = ovhcloud.account();
      const owner = [organisation, `${firstname} ${lastname}`, nichandle]
        .filter((word) => word !== "")
        .join(" · ");
      return { version, owner, size: ovhcloud.services().length, focus: focus() };
    },
    touch() {
      version++;
    },
    setFocus(id) {
      if (id !== null && !find(id)) throw new Error(`the account has no service ${id}`);
      chosen = id;
      changed();
    },
  };
}

/** How far back a change is looked for. */
const RECENT = 200;

const isRunning = ({ lifecycle }: AccountService): boolean =>
  lifecycle === "active" || lifecycle === "toRenew";

const endsAt = (service: AccountService): Instant | null => terminationDate(service) ?? service.expiresAt;

const sooner = (a: AccountService | undefined, b: AccountService): AccountService =>
  a === undefined || (endsAt(b) ?? Infinity) < (endsAt(a) ?? Infinity) ? b : a;

function rowOf(service: AccountService): AccountRow {
  const end = endsAt(service);
  const running = isRunning(service) && end !== null;
  return {
    service,
    family: productOf(service.product).description,
    endsAt: end,
    cutOffAt: running ? end - DAY : null,
  };
}

const textOf = (service: AccountService): string =>
  fold([service.id, service.name, service.displayName, productOf(service.product).description].join(" "));

/** Without case and accents. */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
