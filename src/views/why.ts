import { instant, link } from "../card/build.ts";
import type { Text } from "../card/card.ts";
import type { WhyNot } from "../domain/actions.ts";
import type { Speak } from "../i18n/speak.ts";
import type { ConsoleLinks } from "../ports.ts";

/** Why an action is not to be had, as a sentence that also says what to do. */
export function whyWords(whyNot: WhyNot, say: Speak, links: ConsoleLinks): Text {
  switch (whyNot.kind) {
    case "unpaid":
    case "expired":
    case "terminated":
    case "nothing-pending":
    case "not-hosting":
    case "one-shot":
    case "forced":
    case "not-administrator":
    case "not-billing":
    case "creating":
    case "suspended":
    case "no-expiry":
    case "not-offered":
      return say.text(`why.${whyNot.kind}`);
    case "manual-renewal":
      return whyNot.endsAt === null
        ? say.text("why.manual-renewal-undated")
        : say.text("why.manual-renewal", { date: instant(whyNot.endsAt, "date") });
    case "cut-off-passed":
      return say.text("why.cut-off-passed", { cutOff: instant(whyNot.cutOff, "time") });
    case "already-pending":
      return say.text("why.already-pending", { date: instant(whyNot.termination.at, "date") });
    case "managed-elsewhere":
      return say.text("why.elsewhere", {
        family: say.plain(`family.${whyNot.family}`),
        link: link(say.plain("service.open-console"), links[whyNot.where]),
      });
    case "committed":
      return say.text("why.committed", { date: instant(whyNot.endsAt, "date") });
    case "already-mode":
    case "mode-not-offered":
      return say.text(`why.${whyNot.kind}`, { mode: whyNot.mode });
  }
}
