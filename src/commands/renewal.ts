import type { Call } from "../call.ts";
import { ask } from "../changes/ask.ts";
import type { Desk } from "../desk.ts";
import { whyNot } from "../domain/actions.ts";
import type { ChoosableMode, Service } from "../domain/service.ts";
import { UserError } from "../problem.ts";
import { renewalCard } from "../views/renewal-card.ts";
import { type Command, privately } from "./command.ts";
import { findLive, suggestServices } from "./find-service.ts";
import { SERVICE } from "./params.ts";

const MODES = [
  { value: "automatic", label: { en: "automatic", fr: "automatique" } },
  { value: "manual", label: { en: "manual", fr: "manuel" } },
] as const;

export const renewal: Command = {
  name: "renewal",
  needs: "change",
  info: {
    name: { en: "renewal", fr: "renouvellement" },
    summary: {
      en: "Renew automatically or by hand, and how often",
      fr: "Renouveler automatiquement ou à la main, et à quel rythme",
    },
    params: [
      SERVICE,
      {
        key: "mode",
        name: { en: "mode", fr: "mode" },
        summary: { en: "Automatic or manual", fr: "Automatique ou manuel" },
        kind: "choice",
        choices: MODES,
        required: false,
      },
      {
        key: "period",
        name: { en: "months", fr: "mois" },
        summary: { en: "Months of each renewal", fr: "Mois de chaque renouvellement" },
        kind: "whole-number",
        required: false,
      },
    ],
  },
  async run(call, desk) {
    const service = await findLive(call.input.service, "renewal", desk);
    const why = whyNot(service, "set-renewal", desk.clock.now());
    if (why) throw new UserError({ kind: "unavailable", action: "set-renewal", service, whyNot: why });
    const mode = readMode(call, service);
    if (!mode && !call.input.period) return showChoices(service, call, desk);
    const periodMonths = mode === "manual" ? null : await readPeriod(call, service, desk);
    return ask({ kind: "set-renewal", mode: mode ?? "automatic", periodMonths }, service, call, desk);
  },
  suggest: suggestServices,
};

async function showChoices(service: Service, call: Call, desk: Desk): ReturnType<Command["run"]> {
  const periods = await desk.provider.renewalPeriods(service, { urgency: "person" });
  return {
    ...privately(renewalCard({ service, periods, now: desk.clock.now() }, call.say), call),
    replaces: false,
  };
}

function readMode({ input, say }: Call, service: Service): ChoosableMode | null {
  const typed = input.mode?.trim();
  if (!typed) return null;
  const mode = MODES.find(({ value }) => value === typed)?.value;
  if (mode && service.renewal.modes.includes(mode)) return mode;
  const offered = service.renewal.modes.map((one) => say.plain(`renewal.${one}`));
  throw new UserError({ kind: "mode", typed, service, offered });
}

/** Only a period that OVHcloud offers for this service; without one, the first. */
async function readPeriod({ input, say }: Call, service: Service, desk: Desk): Promise<number | null> {
  const periods = await desk.provider.renewalPeriods(service, { urgency: "person" });
  const typed = input.period?.trim();
  if (!typed) return periods.find((months) => months === service.renewal.periodMonths) ?? periods[0] ?? null;
  const months = periods.find((one) => String(one) === typed);
  if (months !== undefined) return months;
  const offered = periods.map((one) => say.plain("renewal.period", { months: one }));
  throw new UserError({ kind: "mode", typed, service, offered });
}
