import { type Command, type Node, NodeType, parse } from "slack-message-parser";
import type { Client } from "./client.ts";
import { decoded } from "./entities.ts";
import { labelOf } from "./mrkdwn.tsx";

/** mrkdwn as a notification shows it: its words, without any markup. */
export const plainWords = (mrkdwn: string, client: Client): string =>
  allWords(parse(mrkdwn).children, client);

const allWords = (nodes: readonly Node[], client: Client): string =>
  nodes.map((node) => wordsOf(node, client)).join("");

function wordsOf(node: Node, client: Client): string {
  switch (node.type) {
    case NodeType.Text:
    case NodeType.Code:
    case NodeType.PreText:
      return decoded(node.text);
    case NodeType.Emoji:
      return decoded(node.source);
    case NodeType.Root:
    case NodeType.Bold:
    case NodeType.Italic:
    case NodeType.Strike:
    case NodeType.Quote:
      return allWords(node.children, client);
    case NodeType.UserLink:
      return `@${labelOf(node.label) ?? client.nameOf(node.userID)}`;
    case NodeType.ChannelLink:
      return `#${labelOf(node.label) ?? client.nameOf(node.channelID)}`;
    case NodeType.URL:
      return labelOf(node.label) ?? decoded(node.url);
    case NodeType.Command:
      return commandWords(node, client);
  }
}

function commandWords(
  { name, arguments: [first = "", format = ""], label }: Command,
  client: Client,
): string {
  if (name === "subteam") return `@${(labelOf(label) ?? client.nameOf(first)).replace(/^@/, "")}`;
  if (name !== "date") return `@${name}`;
  const at = Number(first) * 1000;
  return first !== "" && Number.isSafeInteger(at) ? client.date(at, decoded(format)) : (labelOf(label) ?? "");
}
