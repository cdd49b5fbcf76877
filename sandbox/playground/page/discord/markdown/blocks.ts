/** The blocks of a Discord text. The library that parses the lines knows no lists, and no small print in a list. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "subtext"; readonly text: string }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly text: string }
  | List;

interface List {
  readonly kind: "list";
  /** The number of the first item; null for bullets. */
  readonly start: number | null;
  readonly items: readonly ListItem[];
}

interface ListItem {
  readonly text: string;
  readonly inner: readonly List[];
}

/** What may begin at the start of a line; the first that fits is taken. */
const STARTS: readonly { readonly pattern: RegExp; readonly block: (match: RegExpExecArray) => Block }[] = [
  {
    pattern: /^>>> ([\s\S]*)$/,
    block: ([, inside = ""]) => ({ kind: "quote", blocks: blocksOf(inside) }),
  },
  {
    pattern: /^(?:> [^\n]*(?:\n|$))+/,
    block: ([all]) => ({ kind: "quote", blocks: blocksOf(all.replace(/^> /gm, "")) }),
  },
  {
    pattern: /^(#{1,3}) +([^\n]+)(?:\n|$)/,
    block: ([, marks = "", text = ""]) => ({ kind: "heading", level: marks.length, text }),
  },
  { pattern: /^-# +([^\n]+)(?:\n|$)/, block: ([, text = ""]) => ({ kind: "subtext", text }) },
  { pattern: /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/, block: ([all]) => listOf(itemLines(all)) },
];

/** Also ends a line that has begun: what stands before it is a paragraph. */
const FENCE = /^([^\n]*?)```(?:[a-z0-9_+\-.#]+\n)?\n*([\s\S]+?)\n*```\n?/i;
const LINE = /^([^\n]*)(?:\n|$)/;

export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ kind: "paragraph", text: lines.join("\n") });
    lines = [];
  };
  for (let rest = text; rest !== ""; ) {
    const fence = FENCE.exec(rest);
    const start = startOf(rest);
    if (start) {
      endParagraph();
      blocks.push(start.block);
      rest = rest.slice(start.length);
    } else if (fence) {
      const [all, before = "", code = ""] = fence;
      if (before.trim() !== "") lines.push(before);
      endParagraph();
      blocks.push({ kind: "code", text: code });
      rest = rest.slice(all.length);
    } else {
      const [all, line = ""] = LINE.exec(rest) ?? [rest];
      lines.push(line);
      rest = rest.slice(all.length);
    }
  }
  endParagraph();
  return blocks;
}

function startOf(rest: string): { readonly block: Block; readonly length: number } | null {
  for (const { pattern, block } of STARTS) {
    const match = pattern.exec(rest);
    if (match) return { block: block(match), length: match[0].length };
  }
  return null;
}

interface ItemLine {
  readonly indent: number;
  readonly number: number | null;
  readonly text: string;
}

function itemLines(all: string): readonly ItemLine[] {
  return all
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, blanks = "", number, text = ""] = /^( *)(?:[-*]|(\d+)\.) +(.*)$/.exec(line) ?? [];
      return { indent: blanks.length, number: number === undefined ? null : Number(number), text };
    });
}

/** Lines that stand further in than the first belong to the item above them. */
function listOf(lines: readonly ItemLine[]): List {
  const [first] = lines;
  const base = first?.indent ?? 0;
  const starts = lines.flatMap(({ indent }, at) => (indent <= base ? [at] : []));
  const items = starts.map((at, nth) => {
    const inner = lines.slice(at + 1, starts[nth + 1]);
    return { text: lines[at]?.text ?? "", inner: inner.length > 0 ? [listOf(inner)] : [] };
  });
  return { kind: "list", start: first?.number ?? null, items };
}
