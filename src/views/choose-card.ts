import { note, paragraph, plain, press, strong } from "../card/build.ts";
import type { Card } from "../card/card.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import { MOST_OPTIONS, serviceOption } from "./service-option.ts";
import { echo } from "./words.ts";

/** Several services fit what was typed: the command goes on with the one that is chosen. */
export function chooseCard(typed: string, command: string, services: readonly Service[], say: Speak): Card {
  const shown = services.slice(0, MOST_OPTIONS);
  const text = say.text("choose.text", { count: services.length, name: strong(echo(typed)) });
  return {
    locale: say.locale,
    title: say.plain("choose.title"),
    summary: say.text("choose.text", { count: services.length, name: plain(echo(typed)) }),
    blocks: [
      paragraph(text),
      {
        kind: "select",
        label: say.plain("choose.select"),
        press: press(command),
        param: "service",
        options: shown.map((service) => serviceOption(service, say)),
        searchable: false,
      },
      ...(shown.length < services.length
        ? [note(say.text("choose.more", { shown: shown.length, count: services.length }))]
        : []),
    ],
  };
}
