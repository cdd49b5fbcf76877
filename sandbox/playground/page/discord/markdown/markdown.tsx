import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type Block, blocksOf } from "./blocks.ts";
import { Line } from "./line.tsx";

/** A text in Discord's markup. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return (
    <div class="markdown">
      <Blocks blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }): JSX.Element {
  return (
    <>
      {blocks.map((block, at) => (
        <BlockPart key={at} block={block} />
      ))}
    </>
  );
}

function BlockPart({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Line text={block.text} />
          {/* A line break at the very end would not show. */}
          {block.text === "" || block.text.endsWith("\n") ? <br /> : null}
        </p>
      );
    case "heading":
      // One level for all: which is the next one on the page is not for a message to say.
      return (
        <h3 class={`heading-${block.level}`}>
          <Line text={block.text} />
        </h3>
      );
    case "subtext":
      return (
        <p class="subtext">
          <Line text={block.text} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case "code":
      return (
        <pre class="code-block">
          <code>{block.text}</code>
        </pre>
      );
    case "list":
      return <List list={block} />;
  }
}

function List({ list }: { readonly list: Extract<Block, { kind: "list" }> }): JSX.Element {
  const items = list.items.map(({ text, inner }, at) => (
    <li key={at}>
      <Line text={text} />
      {inner.map((one, nth) => (
        <List key={nth} list={one} />
      ))}
    </li>
  ));
  return list.start === null ? <ul>{items}</ul> : <ol start={list.start}>{items}</ol>;
}
