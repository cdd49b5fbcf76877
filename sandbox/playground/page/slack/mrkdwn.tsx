import type { ComponentChild, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type Command, type Node, NodeType, parse, type URL as UrlNode } from "slack-message-parser";
import { decoded } from "./entities.ts";
import { isolated } from "./isolated.tsx";
import { linkTarget, OUTWARD } from "./link.ts";
import { Broadcast, Mention } from "./mention.tsx";
import { When } from "./when.tsx";

interface MrkdwnProps {
  readonly text: string;
  /** As sent: otherwise Slack makes links of bare addresses. */
  readonly verbatim: boolean;
}

/** Text in Slack's own markup: https://docs.slack.dev/messaging/formatting-message-text */
export function Mrkdwn({ text, verbatim }: MrkdwnProps): JSX.Element {
  const drawn = useMemo(() => drawAll(parse(text).children, verbatim), [text, verbatim]);
  return <div class="slack-text">{drawn}</div>;
}

function drawAll(nodes: readonly Node[], verbatim: boolean): ComponentChild[] {
  return nodes.map((node, at) => {
    const before = nodes[at - 1]?.type;
    const ownLine = before === NodeType.PreText || before === NodeType.Quote;
    return draw(node, at, verbatim, ownLine);
  });
}

/** `ownLine`: what stood before ended its line already. */
function draw(node: Node, key: number, verbatim: boolean, ownLine: boolean): ComponentChild {
  switch (node.type) {
    case NodeType.Text: {
      const text = decoded(ownLine ? node.text.replace(/^\n/, "") : node.text);
      return verbatim ? isolated(text) : withLinks(text);
    }
    case NodeType.Root:
      return drawAll(node.children, verbatim);
    case NodeType.Bold:
      return <strong key={key}>{drawAll(node.children, verbatim)}</strong>;
    case NodeType.Italic:
      return <em key={key}>{drawAll(node.children, verbatim)}</em>;
    case NodeType.Strike:
      return <s key={key}>{drawAll(node.children, verbatim)}</s>;
    case NodeType.Quote:
      return <blockquote key={key}>{drawAll(node.children, verbatim)}</blockquote>;
    case NodeType.Code:
      return <code key={key}>{isolated(decoded(node.text))}</code>;
    case NodeType.PreText:
      return <pre key={key}>{decoded(node.text.replace(/^\n|\n$/g, ""))}</pre>;
    case NodeType.Emoji:
      return decoded(node.source);
    case NodeType.UserLink:
      return <Mention key={key} kind="person" id={node.userID} label={labelOf(node.label)} />;
    case NodeType.ChannelLink:
      return <Mention key={key} kind="channel" id={node.channelID} label={labelOf(node.label)} />;
    case NodeType.URL:
      return <Address key={key} node={node} />;
    case NodeType.Command:
      return <Special key={key} node={node} />;
  }
}

/** Slack formats nothing in a label. */
export const labelOf = (label: readonly Node[] | undefined): string | undefined =>
  label && decoded(label.map(({ source }) => source).join(""));

function Address({ node }: { readonly node: UrlNode }): JSX.Element {
  const url = decoded(node.url);
  const target = linkTarget(url);
  const label = labelOf(node.label) ?? url;
  if (target === null) return <>{isolated(label === url ? url : `${label} (${url})`)}</>;
  return (
    <a href={target} {...OUTWARD}>
      {isolated(label)}
    </a>
  );
}

function Special({ node }: { readonly node: Command }): JSX.Element {
  const [first = "", format = "", url] = node.arguments;
  const label = labelOf(node.label);
  if (node.name === "date") {
    const at = first === "" ? Number.NaN : Number(first) * 1000;
    return <When at={at} format={decoded(format)} otherwise={label ?? ""} url={url && decoded(url)} />;
  }
  if (node.name === "subteam") return <Mention kind="group" id={first} label={label} />;
  return <Broadcast range={node.name} />;
}

/** A full stop or bracket after an address belongs to the sentence. */
const BARE = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?'")\]}])/g;

const withLinks = (text: string): ComponentChild[] =>
  text.split(BARE).map((part, at) => {
    const target = at % 2 === 1 ? linkTarget(part) : null;
    if (target === null) return isolated(part);
    return (
      <a key={`link-${part}`} href={target} {...OUTWARD}>
        {isolated(part)}
      </a>
    );
  });
