import type { JSX } from "preact";
import { asObject, asText } from "../../../json.ts";
import { isolated } from "./isolated.tsx";
import { Mrkdwn } from "./mrkdwn.tsx";
import { UnknownPiece } from "./unknown.tsx";

interface TextProps {
  /** A text object of either kind. */
  readonly value: unknown;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function Text({ value }: TextProps): JSX.Element {
  const { type, text, verbatim } = asObject(value);
  if (type === "mrkdwn") return <Mrkdwn text={asText(text)} verbatim={verbatim === true} />;
  if (type === "plain_text") return <div class="slack-text">{isolated(asText(text))}</div>;
  return <UnknownPiece value={value} />;
}

/** The words of a plain text object, for labels. */
export const wordsIn = (value: unknown): string => asText(asObject(value).text);
