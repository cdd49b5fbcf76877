import type { Call } from "../call.ts";
import type { ParamInfo } from "../chat.ts";
import { parseQuery } from "../domain/parse-query.ts";
import type { Query } from "../domain/query.ts";
import { FAMILIES, RENEWAL_MODES, SERVICE_STATES } from "../domain/service.ts";
import { messages } from "../i18n/messages.ts";
import { UserError } from "../problem.ts";
import { listCard } from "../views/list-card.ts";
import { type Command, privately } from "./command.ts";
import { PAGE } from "./params.ts";

export const services: Command = {
  name: "services",
  needs: "look",
  raw: true,
  info: {
    name: { en: "services", fr: "services" },
    summary: {
      en: "List the services: search, filter, sort",
      fr: "Lister les services : chercher, filtrer, trier",
    },
    params: [
      text("search", { en: "search", fr: "chercher" }, { en: "Words of the name", fr: "Mots du nom" }),
      choice(
        "type",
        { en: "type", fr: "type" },
        { en: "Kind of service", fr: "Type de service" },
        FAMILIES.map((value) => [value, messages[`family.${value}`]]),
      ),
      choice("state", { en: "state", fr: "etat" }, { en: "State of the service", fr: "État du service" }, [
        ...SERVICE_STATES.map((value) => [value, messages[`state.${value}`]] as const),
        ["terminating", messages["state.ending"]],
      ]),
      choice(
        "renewal",
        { en: "renewal", fr: "renouvellement" },
        { en: "How it renews", fr: "Mode de renouvellement" },
        RENEWAL_MODES.map((value) => [value, messages[`renewal.${value}`]]),
      ),
      text(
        "expires",
        { en: "expires", fr: "expire" },
        {
          en: "Within days (30d) or by a date (2027-01-31)",
          fr: "Sous tant de jours (30j) ou à une date (2027-01-31)",
        },
      ),
      choice("sort", { en: "sort", fr: "tri" }, { en: "Order of the list", fr: "Ordre de la liste" }, [
        ["expiry", { en: "Date, soonest first", fr: "Date, la plus proche d’abord" }],
        ["-expiry", { en: "Date, latest first", fr: "Date, la plus lointaine d’abord" }],
        ["name", { en: "Name, A to Z", fr: "Nom, de A à Z" }],
        ["-name", { en: "Name, Z to A", fr: "Nom, de Z à A" }],
        ["type", { en: "Type", fr: "Type" }],
        ["state", { en: "State", fr: "État" }],
      ]),
      PAGE,
    ],
  },
  async run(call, { catalogue, clock }) {
    const query = readQuery(typedQuery(call));
    const view = { query, listing: catalogue.list(query), snapshot: catalogue.snapshot(), now: clock.now() };
    return privately(listCard(view, call.say), call);
  },
};

/** A query as typed, or a problem that says what to type. */
export function readQuery(typed: string): Query {
  const parsed = parseQuery(typed);
  if (parsed.kind === "problem") throw new UserError({ kind: "filter", problem: parsed.problem });
  return parsed.query;
}

/** One line of text: as typed in Slack and carried by buttons (`q`), or put together from Discord's options. */
function typedQuery({ input }: Call): string {
  if (input.q !== undefined) return input.q;
  const filters = ["type", "state", "renewal", "expires", "sort", "page"] as const;
  return [input.search ?? "", ...filters.flatMap((key) => (input[key] ? [`${key}:${input[key]}`] : []))]
    .join(" ")
    .trim();
}

function text(key: string, name: ParamInfo["name"], summary: ParamInfo["summary"]): ParamInfo {
  return { key, name, summary, kind: "text", required: false };
}

function choice(
  key: string,
  name: ParamInfo["name"],
  summary: ParamInfo["summary"],
  choices: readonly (readonly [string, ParamInfo["name"]])[],
): ParamInfo {
  return {
    key,
    name,
    summary,
    kind: "choice",
    required: false,
    choices: choices.map(([value, label]) => ({ value, label })),
  };
}
