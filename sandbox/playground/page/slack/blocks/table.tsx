import type { JSX } from "preact";
import { asObject, asObjects } from "../../../../json.ts";
import { useClient } from "../client.ts";
import type { BlockProps } from "./block.ts";
import { Cell, isNumeric, rowsOf } from "./cells.tsx";
import { TableFrame } from "./table-frame.tsx";

/** https://docs.slack.dev/reference/block-kit/blocks/table-block: the first row is the header. */
export function Table({ block }: BlockProps): JSX.Element {
  const { words } = useClient();
  const [header = [], ...rows] = rowsOf(block);
  const settings = asObjects(block.column_settings);
  const look = (column: number): string => {
    const { align, is_wrapped } = asObject(settings[column]);
    const side = ALIGNS.find((one) => one === align) ?? (isNumeric(rows, column) ? "right" : "left");
    return `slack-${side}${is_wrapped === true ? " slack-wrapped" : ""}`;
  };
  return (
    <TableFrame label={words.tableView}>
      <thead>
        <tr>
          {header.map((cell, column) => (
            <th key={column} scope="col" class={look(column)}>
              <Cell cell={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column} class={look(column)}>
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

const ALIGNS = ["left", "center", "right"];
