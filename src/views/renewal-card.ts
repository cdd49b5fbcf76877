import { buttons, note, plain, press, pressButton } from "../card/build.ts";
import type { Block, Card } from "../card/card.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import { dateWords, renewalWords, titleName } from "./words.ts";

export interface RenewalView {
  readonly service: Service;
  /** In months, as OVHcloud offers them. */
  readonly periods: readonly number[];
  readonly now: number;
}

/** How a service renews now, and what OVHcloud lets one choose. Choosing leads to a confirmation. */
export function renewalCard({ service, periods, now }: RenewalView, say: Speak): Card {
  const renewal = renewalWords(service, say);
  const manual = service.renewal.mode !== "manual" && service.renewal.modes.includes("manual");
  return {
    locale: say.locale,
    title: say.plain("renewal.title", { name: titleName(service, say) }),
    summary: say.text("renewal.summary", { name: plain(service.name), renewal }),
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: say.plain("renewal.now"), value: [plain(renewal)] },
          { label: say.plain("service.date"), value: dateWords(service, now, say) },
        ],
      },
      ...automatic(service, periods, say),
      ...buttons(
        manual
          ? pressButton(
              say.plain("renewal.manual-button"),
              "neutral",
              press("renewal", { service: String(service.id), mode: "manual" }),
            )
          : null,
      ),
      note(say.text("renewal.note")),
    ],
  };
}

function automatic(service: Service, periods: readonly number[], say: Speak): readonly Block[] {
  const input = { service: String(service.id), mode: "automatic" };
  const { mode, modes, periodMonths } = service.renewal;
  if (!modes.includes("automatic")) return [];
  const offered = periods.filter((months) => mode !== "automatic" || months !== periodMonths);
  if (offered.length === 0) {
    if (mode === "automatic") return [];
    return buttons(pressButton(say.plain("renewal.automatic-button"), "neutral", press("renewal", input)));
  }
  return [
    {
      kind: "select",
      label: say.plain("renewal.choose-period"),
      press: press("renewal", input),
      param: "period",
      options: offered.map((months) => ({
        label: say.plain("renewal.period", { months }),
        value: String(months),
      })),
      searchable: false,
    },
  ];
}
