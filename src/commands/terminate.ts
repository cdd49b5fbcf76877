import { ask } from "../changes/ask.ts";
import type { Command } from "./command.ts";
import { findLive, suggestServices } from "./find-service.ts";
import { SERVICE } from "./params.ts";

export const terminate: Command = {
  name: "terminate",
  needs: "change",
  info: {
    name: { en: "terminate", fr: "resilier" },
    summary: {
      en: "Terminate a service at its expiry date, after a warning",
      fr: "Résilier un service à son échéance, après un avertissement",
    },
    params: [SERVICE],
  },
  async run(call, desk) {
    return ask({ kind: "terminate" }, await findLive(call.input.service, "terminate", desk), call, desk);
  },
  suggest: suggestServices,
};
