import { ask } from "../changes/ask.ts";
import { actAtOnce } from "../changes/at-once.ts";
import type { Command } from "./command.ts";
import { findLive, findService, suggestServices } from "./find-service.ts";
import { SERVICE } from "./params.ts";

/** Takes a pending termination back. Reversible and harmless: one press on a card is enough; a typed line asks once. */
export const keep: Command = {
  name: "keep",
  needs: "change",
  info: {
    name: { en: "keep", fr: "conserver" },
    summary: {
      en: "Take back a planned termination, until 24 hours before",
      fr: "Annuler une résiliation prévue, jusqu’à 24 heures avant",
    },
    params: [SERVICE],
  },
  async run(call, desk) {
    const { service } = call.input;
    if (call.via === "button")
      return actAtOnce({ kind: "keep" }, findService(service, "keep", desk), call, desk);
    return ask({ kind: "keep" }, await findLive(service, "keep", desk), call, desk);
  },
  suggest: suggestServices,
};
