import { upcoming as whatIsDue } from "../domain/upcoming.ts";
import { UserError } from "../problem.ts";
import { upcomingCard } from "../views/upcoming-card.ts";
import { type Command, privately } from "./command.ts";
import { PAGE, pageOf, wholeNumber } from "./params.ts";

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

export const upcoming: Command = {
  name: "upcoming",
  needs: "look",
  info: {
    name: { en: "upcoming", fr: "echeances" },
    summary: {
      en: "What expires, renews or is deleted soon, with amounts",
      fr: "Ce qui expire, se renouvelle ou sera supprimé, avec les montants",
    },
    params: [
      {
        key: "days",
        name: { en: "days", fr: "jours" },
        summary: { en: "How far to look, 30 by default", fr: "Sur combien de jours, 30 par défaut" },
        kind: "whole-number",
        required: false,
      },
      PAGE,
    ],
  },
  async run(call, { catalogue, clock }) {
    const days = wholeNumber(call, "days", { min: 1, max: MOST_DAYS, otherwise: DEFAULT_DAYS });
    const page = pageOf(call);
    const { services, readAt } = catalogue.snapshot();
    if (readAt === null) throw new UserError({ kind: "still-reading" });
    const due = whatIsDue(services, clock.now(), days);
    return privately(upcomingCard({ days, page, upcoming: due, readAt }, call.say), call);
  },
};
