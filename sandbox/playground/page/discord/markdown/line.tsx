import { computed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { useClientWords } from "../../state/app.ts";
import { useClient } from "../client.ts";
import { WORDS } from "../words.ts";
import { type Inline, inlinesOf, plainText } from "./inline.ts";

/** Text with what may stand inside of a line. */
export function Line({ text }: { readonly text: string }): JSX.Element {
  const inlines = useMemo(() => inlinesOf(text), [text]);
  return <Inlines inlines={inlines} />;
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }): JSX.Element {
  return (
    <>
      {inlines.map((inline, at) => (
        <InlinePart key={at} inline={inline} />
      ))}
    </>
  );
}

function InlinePart({ inline }: { readonly inline: Inline }): JSX.Element {
  switch (inline.kind) {
    case "text":
      return <>{inline.text}</>;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.inner} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inlines inlines={inline.inner} />
        </em>
      );
    case "underline":
      return (
        <u>
          <Inlines inlines={inline.inner} />
        </u>
      );
    case "strikethrough":
      return (
        <s>
          <Inlines inlines={inline.inner} />
        </s>
      );
    case "spoiler":
      return <Spoiler inner={inline.inner} />;
    case "code":
      return <code>{inline.text}</code>;
    case "link":
      return (
        <a href={inline.url} title={inline.url} target="_blank" rel="noreferrer noopener">
          <Inlines inlines={inline.inner} />
        </a>
      );
    case "mention":
      return <Mention of={inline.of} id={inline.id} />;
    case "loud":
      return <span class="mention loud">{inline.text}</span>;
    case "instant":
      return <InstantWords seconds={inline.seconds} style={inline.style} />;
  }
}

/** What is hidden is plain text: a link in it could be pressed by accident. */
function Spoiler({ inner }: { readonly inner: readonly Inline[] }): JSX.Element {
  const words = useClientWords(WORDS);
  const shown = useSignal(false);
  if (shown.value)
    return (
      <span class="spoiler shown">
        <Inlines inlines={inner} />
      </span>
    );
  return (
    <button
      type="button"
      class="spoiler"
      onClick={() => {
        shown.value = true;
      }}
    >
      <span aria-hidden="true">{plainText(inner)}</span>
      <span class="visually-hidden">{words.spoiler}</span>
    </button>
  );
}

const SIGNS = { user: "@", channel: "#", role: "@" } as const;

function Mention({ of, id }: { readonly of: keyof typeof SIGNS; readonly id: string }): JSX.Element {
  const name = useClient().nameOf(id) ?? id;
  // The role of everybody in a server is called @everyone.
  return <span class="mention">{name.startsWith("@") ? name : `${SIGNS[of]}${name}`}</span>;
}

interface InstantProps {
  readonly seconds: number;
  readonly style: string;
}

/** Computed, so that the passing of time changes these words and draws nothing else anew. */
function InstantWords({ seconds, style }: InstantProps): JSX.Element {
  const { reader } = useClient();
  const at = seconds * 1000;
  const words = useMemo(() => computed(() => reader.words(at, style)), [reader, at, style]);
  const whole = useMemo(() => computed(() => reader.words(at, "F")), [reader, at]);
  return (
    <time class="instant" dateTime={new Date(at).toISOString()} title={whole}>
      {words}
    </time>
  );
}
