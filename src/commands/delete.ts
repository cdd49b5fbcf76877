import { ask } from "../changes/ask.ts";
import type { Command } from "./command.ts";
import { findLive, suggestServices } from "./find-service.ts";
import { SERVICE } from "./params.ts";

/** `delete` is a reserved word. */
export const deleteNow: Command = {
  name: "delete",
  needs: "change",
  info: {
    name: { en: "delete", fr: "supprimer" },
    summary: {
      en: "Delete a web hosting now, with OVHcloud’s e-mailed token",
      fr: "Supprimer un hébergement web maintenant, avec le jeton d’OVHcloud",
    },
    params: [SERVICE],
  },
  async run(call, desk) {
    return ask({ kind: "request-deletion" }, await findLive(call.input.service, "delete", desk), call, desk);
  },
  suggest: suggestServices,
};
