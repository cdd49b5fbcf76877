import type { ComponentChild, ComponentChildren, JSX } from "preact";
import { asNumber, asObject, asObjects, asText, type JsonObject } from "../../../json.ts";
import { isolated } from "./isolated.tsx";
import { linkTarget, OUTWARD } from "./link.ts";
import { Broadcast, Mention } from "./mention.tsx";
import { Unknown, UnknownPiece } from "./unknown.tsx";
import { When } from "./when.tsx";

interface RichProps {
  readonly value: JsonObject;
}

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function RichText({ value }: RichProps): JSX.Element {
  return (
    <div class="slack-rich">
      {asObjects(value.elements).map((part, at) => (
        <Part key={at} value={part} />
      ))}
    </div>
  );
}

function Part({ value }: RichProps): JSX.Element {
  const border = value.border === 1 ? "slack-bordered" : undefined;
  switch (value.type) {
    case "rich_text_section":
      return <div class="slack-text">{pieces(value)}</div>;
    case "rich_text_quote":
      return <blockquote class="slack-text">{pieces(value)}</blockquote>;
    case "rich_text_preformatted":
      return <pre class={border}>{pieces(value)}</pre>;
    case "rich_text_list":
      return <List value={value} border={border} />;
    default:
      return <Unknown value={value} />;
  }
}

/** Slack sends a nested list as a list of its own, with an indent. */
function List({ value, border }: RichProps & { readonly border: string | undefined }): JSX.Element {
  const indent = Math.min(Math.max(asNumber(value.indent, 0), 0), 8);
  const level = { class: border, "data-indent": indent, style: { marginInlineStart: `${indent * 1.6}em` } };
  const items = asObjects(value.elements).map((item, at) => (
    <li key={at}>
      <Part value={item} />
    </li>
  ));
  if (value.style === "ordered")
    return (
      <ol start={asNumber(value.offset, 0) + 1} {...level}>
        {items}
      </ol>
    );
  return <ul {...level}>{items}</ul>;
}

const pieces = ({ elements }: JsonObject): JSX.Element[] =>
  asObjects(elements).map((one, at) => <Piece key={at} value={one} />);

function Piece({ value }: RichProps): JSX.Element {
  return <>{styled(inner(value), asObject(value.style))}</>;
}

function inner(value: JsonObject): ComponentChild {
  switch (value.type) {
    case "text":
      return isolated(asText(value.text));
    case "link":
      return <Link value={value} />;
    case "emoji":
      return emoji(value);
    case "user":
      return <Mention kind="person" id={asText(value.user_id)} />;
    case "usergroup":
      return <Mention kind="group" id={asText(value.usergroup_id)} />;
    case "channel":
      return <Mention kind="channel" id={asText(value.channel_id)} />;
    case "broadcast":
      return <Broadcast range={asText(value.range)} />;
    case "date":
      return (
        <When
          at={asNumber(value.timestamp, Number.NaN) * 1000}
          format={asText(value.format)}
          otherwise={asText(value.fallback)}
          url={value.url}
        />
      );
    case "color":
      return <Colour value={asText(value.value)} />;
    default:
      return <UnknownPiece value={value} />;
  }
}

function styled(content: ComponentChildren, style: JsonObject): ComponentChildren {
  let drawn = content;
  if (style.code === true) drawn = <code>{drawn}</code>;
  if (style.strike === true) drawn = <s>{drawn}</s>;
  if (style.underline === true) drawn = <u>{drawn}</u>;
  if (style.italic === true) drawn = <em>{drawn}</em>;
  if (style.bold === true) drawn = <strong>{drawn}</strong>;
  return drawn;
}

function Link({ value }: RichProps): JSX.Element {
  const url = asText(value.url);
  const label = asText(value.text) || url;
  const target = linkTarget(url);
  if (target === null) return <>{isolated(label === url ? url : `${label} (${url})`)}</>;
  return (
    <a href={target} {...OUTWARD}>
      {isolated(label)}
    </a>
  );
}

/** Code points in hexadecimal, joined by hyphens; a workspace's own emoji has none. */
const UNICODE = /^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i;

function emoji({ name, unicode }: JsonObject): string {
  const code = asText(unicode);
  if (!UNICODE.test(code)) return `:${asText(name)}:`;
  const points = code.split("-").map((hex) => Number.parseInt(hex, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : `:${asText(name)}:`;
}

function Colour({ value }: { readonly value: string }): JSX.Element {
  const known = /^#[0-9a-f]{3,8}$/i.test(value);
  return (
    <span>
      {known && <span class="slack-swatch" style={{ backgroundColor: value }} />}
      {isolated(value)}
    </span>
  );
}
