import type { Call } from "../call.ts";
import type { Text } from "../card/card.ts";
import { confirm } from "../changes/decide.ts";
import type { Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import type { Confirmation } from "../domain/change.ts";
import { readDeletionToken } from "../domain/deletion-token.ts";
import { sameTypedName } from "../domain/find.ts";
import { UserError } from "../problem.ts";
import { deletionForm, formCard, tokenForm } from "../views/deletion-forms.ts";
import type { Command } from "./command.ts";

/** The forms of a deletion. A form is made of what is stored, without a call, since a client waits three seconds for it. */

export const deleteForm: Command = {
  name: "delete-form",
  needs: "change",
  run: (call, desk) => whileWaiting("request-deletion", call, desk, async (it) => nameForm(it, null, call)),
};

export const deleteRequest: Command = {
  name: "delete-request",
  needs: "change",
  run: (call, desk) =>
    whileWaiting("request-deletion", call, desk, async (confirmation) => {
      if (!sameTypedName(confirmation.subject, call.input.name ?? "")) {
        return nameForm(confirmation, call.say.text("delete-form.wrong-name"), call);
      }
      if (call.input.understood !== "yes") {
        return nameForm(confirmation, call.say.text("delete-form.not-ticked"), call);
      }
      return confirm(confirmation.id, null, call, desk);
    }),
};

export const tokenFormCommand: Command = {
  name: "token-form",
  needs: "change",
  run: (call, desk) => whileWaiting("finish-deletion", call, desk, async (it) => pasteForm(it, null, call)),
};

export const deleteFinish: Command = {
  name: "delete-finish",
  needs: "change",
  run: (call, desk) =>
    whileWaiting("finish-deletion", call, desk, async (confirmation) => {
      const read = readDeletionToken(call.input.token ?? "");
      if (read.kind === "unreadable") {
        return pasteForm(confirmation, call.say.text("token-form.unreadable"), call);
      }
      if (read.serviceId !== null && read.serviceId !== confirmation.subject.id) {
        const problem = call.say.text("token-form.other-service", { id: String(read.serviceId) });
        return pasteForm(confirmation, problem, call);
      }
      return confirm(confirmation.id, read.token, call, desk);
    }),
};

/** Goes on with the confirmation behind a form. One that was answered or has lapsed is not: {@link confirm} says what became of it. */
async function whileWaiting(
  kind: Confirmation["change"]["kind"],
  call: Call,
  desk: Desk,
  goOn: (confirmation: Confirmation) => Promise<Reply>,
): Promise<Reply> {
  const confirmation = await desk.store.confirmations.get(call.input.id ?? "");
  if (confirmation?.change.kind !== kind) throw new UserError({ kind: "too-old" });
  const { state, expiresAt, id } = confirmation;
  const canBeAnswered = state.kind === "open" && desk.clock.now() < expiresAt;
  return canBeAnswered ? goOn(confirmation) : confirm(id, null, call, desk);
}

function nameForm(confirmation: Confirmation, problem: Text | null, call: Call): Reply {
  const form = deletionForm(confirmation, problem, call.say);
  return formReply(form, formCard(form, "delete-form", confirmation.id, problem, call.say));
}

function pasteForm(confirmation: Confirmation, problem: Text | null, call: Call): Reply {
  const form = tokenForm(confirmation, problem, call.say);
  return formReply(form, formCard(form, "token-form", confirmation.id, problem, call.say));
}

function formReply(form: Reply["form"] & object, card: Reply["card"]): Reply {
  return { card, audience: "requester", replaces: false, form };
}
