import type { CommandInfo, ParamInfo } from "../../../src/chat.ts";

const text = (en: string, fr: string) => ({ en, fr });

const service: ParamInfo = {
  key: "service",
  name: text("service", "service"),
  summary: text("Name or reference", "Nom ou référence"),
  kind: "service",
  required: true,
};

/** A few commands with every kind of parameter. */
export const COMMANDS: readonly CommandInfo[] = [
  {
    name: text("services", "services"),
    summary: text("Lists the services", "Liste les services"),
    params: [
      {
        key: "query",
        name: text("search", "recherche"),
        summary: text("Words", "Mots"),
        kind: "text",
        required: false,
      },
      {
        key: "type",
        name: text("type", "type"),
        summary: text("Kind of service", "Type de service"),
        kind: "choice",
        choices: [
          { label: text("Domain", "Domaine"), value: "domain" },
          { label: text("Web hosting", "Hébergement web"), value: "hosting" },
        ],
        required: false,
      },
      {
        key: "page",
        name: text("page", "page"),
        summary: text("Page", "Page"),
        kind: "whole-number",
        required: false,
      },
    ],
  },
  {
    name: text("terminate", "resilier"),
    summary: text("Terminates a service at its expiry", "Résilie un service à son échéance"),
    params: [{ ...service, key: "note", name: text("note", "note"), kind: "text", required: false }, service],
  },
  { name: text("help", "aide"), summary: text("Lists the commands", "Liste les commandes"), params: [] },
];
