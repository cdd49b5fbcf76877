import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { asNumber, asText } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { isolated } from "../isolated.tsx";
import type { BlockProps } from "./block.ts";
import { Cell, isNumeric, type Row, rowsOf, sorted } from "./cells.tsx";
import { TableFrame } from "./table-frame.tsx";

type Order = { readonly column: number; readonly way: "ascending" | "descending" } | null;

const PAGE = 5;

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block: the client pages and sorts. */
export function DataTable({ block }: BlockProps): JSX.Element {
  const order = useSignal<Order>(null);
  const page = useSignal(0);
  const [header = [], ...rows] = rowsOf(block);
  const size = Math.max(1, asNumber(block.page_size, PAGE));
  const ordered = order.value ? sorted(rows, order.value.column, order.value.way) : rows;
  const from = page.value * size;
  const caption = asText(block.caption);
  const rowHeader = asNumber(block.row_header_column_index, -1);
  const look = (column: number): string => (isNumeric(rows, column) ? "slack-right" : "slack-left");

  return (
    <div class="slack-data-table">
      <TableFrame label={caption}>
        <caption>{isolated(caption)}</caption>
        <thead>
          <tr>
            {header.map((cell, column) => (
              <th
                key={column}
                scope="col"
                class={look(column)}
                aria-sort={order.value?.column === column ? order.value.way : undefined}
              >
                <button
                  type="button"
                  onClick={() => {
                    order.value = nextOrder(order.peek(), column);
                    page.value = 0;
                  }}
                >
                  <Cell cell={cell} />
                  <span class="slack-sort" aria-hidden="true" />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.slice(from, from + size).map((row) => (
            <Line key={rows.indexOf(row)} row={row} rowHeader={rowHeader} look={look} />
          ))}
        </tbody>
      </TableFrame>
      {rows.length > size && (
        <Pager from={from} size={size} total={rows.length} onTurn={(by) => (page.value += by)} />
      )}
    </div>
  );
}

/** Up, then down, then as it was sent. */
function nextOrder(order: Order, column: number): Order {
  if (order?.column !== column) return { column, way: "ascending" };
  return order.way === "ascending" ? { column, way: "descending" } : null;
}

interface LineProps {
  readonly row: Row;
  readonly rowHeader: number;
  look(column: number): string;
}

const Line = ({ row, rowHeader, look }: LineProps): JSX.Element => (
  <tr>
    {row.map((cell, column) =>
      column === rowHeader ? (
        <th key={column} scope="row" class={look(column)}>
          <Cell cell={cell} />
        </th>
      ) : (
        <td key={column} class={look(column)}>
          <Cell cell={cell} />
        </td>
      ),
    )}
  </tr>
);

interface PagerProps {
  readonly from: number;
  readonly size: number;
  readonly total: number;
  onTurn(by: number): void;
}

function Pager({ from, size, total, onTurn }: PagerProps): JSX.Element {
  const { words } = useClient();
  const to = Math.min(from + size, total);
  return (
    <div class="slack-pager">
      <button type="button" aria-label={words.previous} disabled={from === 0} onClick={() => onTurn(-1)}>
        ‹
      </button>
      <output>{words.rowsShown(from + 1, to, total)}</output>
      <button type="button" aria-label={words.next} disabled={to >= total} onClick={() => onTurn(1)}>
        ›
      </button>
    </div>
  );
}
