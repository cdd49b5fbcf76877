import type { Call } from "../call.ts";
import type { Desk } from "../desk.ts";
import type { ActorRef } from "../domain/actor.ts";
import { serviceId } from "../domain/service.ts";
import type { AuditFilter } from "../ports.ts";
import { UserError } from "../problem.ts";
import { historyCard } from "../views/history-card.ts";
import { type Command, privately } from "./command.ts";
import { findService, suggestServices } from "./find-service.ts";
import { PAGE, pageOf, SERVICE } from "./params.ts";

const ROWS = 10;

export const history: Command = {
  name: "history",
  needs: "look",
  info: {
    name: { en: "history", fr: "historique" },
    summary: {
      en: "Who asked, decided and did what, and when",
      fr: "Qui a demandé, décidé et fait quoi, et quand",
    },
    params: [
      { ...SERVICE, required: false },
      {
        key: "person",
        name: { en: "person", fr: "personne" },
        summary: { en: "Mention somebody: @name", fr: "Mentionnez quelqu’un : @nom" },
        kind: "text",
        required: false,
      },
      PAGE,
    ],
  },
  async run(call, desk) {
    const page = pageOf(call);
    const filter = readFilter(call, desk);
    const audit = await desk.store.audit.page(filter, page, ROWS);
    return privately(historyCard({ audit, page, size: ROWS, input: carried(filter) }, call.say), call);
  },
  suggest: suggestServices,
};

function readFilter(call: Call, desk: Desk): AuditFilter {
  const service = call.input.service?.trim();
  const person = call.input.person?.trim();
  return {
    ...(service ? { service: readService(service, desk) } : {}),
    ...(person ? { actor: readPerson(person, call) } : {}),
  };
}

/** A deleted service is in no list any more, but its number still tells its history. */
function readService(typed: string, desk: Desk): NonNullable<AuditFilter["service"]> {
  const number = typed.replace(/^#/u, "");
  return /^\d{1,15}$/u.test(number) ? serviceId(Number(number)) : findService(typed, "history", desk).id;
}

/** A mention as both clients send it, `<@U123>`, `<@U123|name>` or `<@!123>`, or what a press carries. */
function readPerson(typed: string, { actor }: Call): ActorRef {
  const mention = /^<@!?(?<id>[A-Z0-9]+)(?:\|[^>]*)?>$/u.exec(typed)?.groups?.id;
  if (mention) return { platform: actor.platform, id: mention };
  const carriedOn = /^(?<platform>slack|discord):(?<id>[A-Z0-9]+)$/u.exec(typed)?.groups;
  if (carriedOn?.id && carriedOn.platform === "slack") return { platform: "slack", id: carriedOn.id };
  if (carriedOn?.id) return { platform: "discord", id: carriedOn.id };
  throw new UserError({ kind: "person", typed });
}

function carried({ service, actor }: AuditFilter): Readonly<Record<string, string>> {
  return {
    ...(service === undefined ? {} : { service: String(service) }),
    ...(actor === undefined ? {} : { person: `${actor.platform}:${actor.id}` }),
  };
}
