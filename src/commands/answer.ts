import { confirm as carryThrough, cancel as takeBack } from "../changes/decide.ts";
import { UserError } from "../problem.ts";
import type { Command } from "./command.ts";

/** The two buttons of a confirmation. They carry its id and nothing else. */

export const confirm: Command = {
  name: "confirm",
  needs: "change",
  async run(call, desk) {
    const id = call.input.id ?? "";
    const known = await desk.store.confirmations.get(id);
    // A deletion is confirmed through its forms only: a forged press must not get round the typed name.
    if (known?.change.kind === "request-deletion" || known?.change.kind === "finish-deletion") {
      throw new UserError({ kind: "too-old" });
    }
    return carryThrough(id, null, call, desk);
  },
};

export const cancel: Command = {
  name: "cancel",
  needs: "change",
  run: (call, desk) => takeBack(call.input.id ?? "", call, desk),
};
