import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { AccountPage, AccountRow, ConsoleChange } from "../../protocol.ts";
import { order } from "../state/act.ts";
import { useApp, useWords } from "../state/app.ts";
import { dateOnly } from "../words/instants.ts";
import { Calls } from "./calls.tsx";
import { SIDE_WORDS } from "./words.ts";

const ROWS = 25;
/** While time jumps, rows change many times a second. */
const ASK_AFTER_MS = 120;

/** The account as OVHcloud truly has it, a page of it at a time, and the calls that it received. */
export function Account(): JSX.Element {
  const { store, link } = useApp();
  const words = useWords(SIDE_WORDS);
  const search = useSignal("");
  const from = useSignal(0);
  const page = useSignal<AccountPage>({ total: 0, rows: [] });
  const { version, owner } = store.single("account").value ?? { version: 0, owner: "" };

  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      void link.services(search.value, from.value, ROWS).then((found) => {
        if (!stale) page.value = found;
      });
    }, ASK_AFTER_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [link, version, search.value, from.value, search, from, page]);

  return (
    <div class="account">
      <Calls />
      <h3>{words.account}</h3>
      <p class="faint">{owner}</p>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={search.value}
        onInput={({ currentTarget }) => {
          search.value = currentTarget.value;
          from.value = 0;
        }}
      />
      <p class="faint" role="status">
        {words.services(page.value.total)}
      </p>
      <ul class="services">
        {page.value.rows.map((row) => (
          <Row key={row.service.id} row={row} />
        ))}
      </ul>
      <p class="try-buttons">
        <button type="button" class="small" disabled={from.value === 0} onClick={() => (from.value -= ROWS)}>
          {words.earlier}
        </button>
        <button
          type="button"
          class="small"
          disabled={from.value + ROWS >= page.value.total}
          onClick={() => (from.value += ROWS)}
        >
          {words.later}
        </button>
      </p>
    </div>
  );
}

function Row({ row: { service, family, endsAt } }: { readonly row: AccountRow }): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  const { store, settings } = app;
  const zone = store.single("who").value?.timeZone ?? "UTC";
  const focused = store.single("account").value?.focus?.service.id === service.id;
  return (
    <li
      data-service={service.id}
      data-lifecycle={service.lifecycle}
      data-pending={service.termination !== null}
    >
      <details>
        <summary>
          <span class="service-name">
            <b>{service.displayName}</b>
            <span class="faint">
              {service.displayName === service.name ? "" : `${service.name} · `}
              {family} · {service.id}
            </span>
          </span>
          <span class="service-state">
            <span>{endsAt === null ? words.never : dateOnly(settings.language.value, zone)(endsAt)}</span>
            <span class="faint">
              {service.termination === null
                ? service.lifecycle === "active"
                  ? words.renewals[service.renewal]
                  : words.states[service.lifecycle]
                : words.pending}
            </span>
          </span>
        </summary>
        <p class="try-buttons">
          {focused ? (
            <span class="faint">{words.focused}</span>
          ) : (
            <button
              type="button"
              class="small"
              onClick={() => void order(app, { kind: "focus", service: service.id })}
            >
              {words.focusOn}
            </button>
          )}
          <label>
            <span class="visually-hidden">{words.console}</span>
            <select
              value=""
              onChange={({ currentTarget }) => {
                const change = CHANGES.find((one) => one === currentTarget.value);
                if (change) void order(app, { kind: "console", service: service.id, change });
                currentTarget.value = "";
              }}
            >
              <option value="">{words.console}</option>
              {CHANGES.map((change) => (
                <option key={change} value={change}>
                  {words.changes[change]}
                </option>
              ))}
            </select>
          </label>
        </p>
      </details>
    </li>
  );
}

const CHANGES: readonly ConsoleChange[] = ["automatic", "manual", "terminate", "keep", "unpaid", "paid"];
