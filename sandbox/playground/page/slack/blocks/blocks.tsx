import type { JSX } from "preact";
import { asText } from "../../../../json.ts";
import { Unknown } from "../unknown.tsx";
import { Actions } from "./actions.tsx";
import type { BlocksProps, DrawnBlock } from "./block.ts";
import { Card, Carousel } from "./card.tsx";
import { Container } from "./container.tsx";
import { DataTable } from "./data-table.tsx";
import { Image } from "./image.tsx";
import { Input } from "./input.tsx";
import { Table } from "./table.tsx";
import { Alert, Context, Divider, Header, Markdown, Rich, Section } from "./texts.tsx";

const BLOCKS: ReadonlyMap<string, DrawnBlock> = new Map([
  ["actions", Actions],
  ["alert", Alert],
  ["card", Card],
  ["carousel", Carousel],
  ["container", Container],
  ["context", Context],
  ["data_table", DataTable],
  ["divider", Divider],
  ["header", Header],
  ["image", Image],
  ["input", Input],
  ["markdown", Markdown],
  ["rich_text", Rich],
  ["section", Section],
  ["table", Table],
]);

/** Blocks as they came over the wire. Slack gives each update new block_ids, with which everything in them begins anew. */
export function Blocks({ blocks }: BlocksProps): JSX.Element {
  return (
    <>
      {blocks.map((block, at) => {
        const Drawn = BLOCKS.get(asText(block.type));
        const key = asText(block.block_id) || at;
        return Drawn ? <Drawn key={key} block={block} Inner={Blocks} /> : <Unknown key={key} value={block} />;
      })}
    </>
  );
}
