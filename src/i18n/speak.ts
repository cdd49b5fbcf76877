import { IntlMessageFormat } from "intl-messageformat";
import type { Inline, Locale, Text } from "../card/card.ts";
import { type MessageKey, messages } from "./messages.ts";

/** What goes into a message: a name is passed as it is and stays data. */
type Values = Readonly<Record<string, string | number | Inline | Text>>;

/** Speaks one language. A value that a message asks for and does not get throws. */
export interface Speak {
  readonly locale: Locale;
  /** With `<b>…</b>` and inlines kept as such. */
  text(key: MessageKey, values?: Values): Text;
  /** For labels, titles and options, which hold no markup. */
  plain(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
}

class InlineValue {
  readonly text: Text;
  constructor(text: Text) {
    this.text = text;
  }
}

type Part = string | InlineValue | Inline;

export function speak(locale: Locale): Speak {
  return locale === "fr" ? french : english;
}

function createSpeak(locale: Locale): Speak {
  const formats = new Map<MessageKey, IntlMessageFormat>();

  const format = (key: MessageKey): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(typeset(messages[key][locale], locale), locale);
    formats.set(key, made);
    return made;
  };

  return {
    locale,
    text(key, values = {}) {
      const rich: Record<string, string | number | InlineValue | ((chunks: Part[]) => Inline)> = {
        b: strong,
      };
      for (const [name, value] of Object.entries(values)) rich[name] = wrap(value);
      const parts = format(key).format<InlineValue | Inline>(rich);
      return flatten(Array.isArray(parts) ? parts : [parts]);
    },
    plain(key, values = {}) {
      return String(format(key).format<string>({ ...values }));
    },
  };
}

const wrap = (value: string | number | Inline | Text): string | number | InlineValue => {
  if (typeof value !== "object") return value;
  return new InlineValue("kind" in value ? [value] : value);
};

const strong = (chunks: Part[]): Inline => ({ kind: "strong", text: flatten(chunks).map(wordsOf).join("") });

/** What has no words of its own would vanish inside strong text. */
function wordsOf(part: Inline): string {
  if ("text" in part) return part.text;
  throw new TypeError(`a message cannot make ${part.kind} strong`);
}

function flatten(parts: readonly Part[]): Text {
  return parts.flatMap((part): Text => {
    if (part instanceof InlineValue) return part.text;
    if (typeof part === "string") return part === "" ? [] : [{ kind: "plain", text: part }];
    return [part];
  });
}

/**
 * Typographic apostrophes (which also keeps ICU from reading `'` as its quote), and in French the spaces that
 * do not break before high punctuation.
 */
function typeset(message: string, locale: Locale): string {
  const text = message.replaceAll("'", "’");
  if (locale === "en") return text;
  return text.replace(/ ([:;?!»€])/gu, "\u00a0$1").replaceAll("« ", "«\u00a0");
}

const english = createSpeak("en");
const french = createSpeak("fr");
