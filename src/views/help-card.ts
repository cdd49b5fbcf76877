import { callout, code, note, paragraph, plain, strong } from "../card/build.ts";
import type { Card, Text } from "../card/card.ts";
import type { CommandInfo } from "../chat.ts";
import type { Speak } from "../i18n/speak.ts";

export interface HelpView {
  readonly commands: readonly CommandInfo[];
  /** `/ovh`. */
  readonly prefix: string;
  readonly rights: "change" | "look" | "none";
}

/** Every command in the reader's language, with examples, and what this reader may do. */
export function helpCard({ commands, prefix, rights }: HelpView, say: Speak): Card {
  const name = (info: CommandInfo): string => `${prefix} ${info.name[say.locale]}`;
  return {
    locale: say.locale,
    title: say.plain("help.title"),
    summary: say.text("help.summary", { names: commands.map((info) => info.name[say.locale]).join(", ") }),
    blocks: [
      paragraph(say.text("help.intro")),
      callout(
        "info",
        say.plain("help.commands"),
        ...commands.map((info): Text => [code(name(info)), plain(` ${info.summary[say.locale]}`)]),
      ),
      callout("info", say.plain("help.examples"), ...examples(prefix, say)),
      note(say.text(`help.rights-${rights}`)),
    ],
  };
}

function examples(prefix: string, say: Speak): readonly Text[] {
  return (["help.example-list", "help.example-change", "help.example-follow"] as const).map((key) => [
    code(`${prefix} ${say.plain(key)}`),
  ]);
}

/** One command: what it does and what it takes. */
export function commandHelpCard(info: CommandInfo, prefix: string, say: Speak): Card {
  const usage = `${prefix} ${info.name[say.locale]}`;
  const params = info.params.map(
    (param): Text =>
      say.text("help.param", {
        name: strong(param.name[say.locale]),
        summary: plain(param.summary[say.locale]),
      }),
  );
  return {
    locale: say.locale,
    title: usage,
    summary: [plain(info.summary[say.locale])],
    blocks: [
      paragraph([plain(info.summary[say.locale])]),
      ...(params.length > 0 ? [callout("info", say.plain("help.params"), ...params)] : []),
    ],
  };
}
