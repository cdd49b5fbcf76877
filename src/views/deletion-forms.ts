import { buttons, callout, paragraph, plain, press, pressButton, strong } from "../card/build.ts";
import type { Card, Form, Text } from "../card/card.ts";
import type { Confirmation } from "../domain/change.ts";
import type { Speak } from "../i18n/speak.ts";

/** Discord's hints hold 100 characters; the warning above names the service in any case. */
const NAME_IN_HINT = 80;

/** Before OVHcloud is asked for its e-mail: the typed name and "I understand". */
export function deletionForm({ id, subject }: Confirmation, problem: Text | null, say: Speak): Form {
  const name = strong(subject.name);
  return {
    locale: say.locale,
    title: say.plain("delete-form.title"),
    submit: say.plain("delete-form.submit"),
    press: press("delete-request", { id }),
    intro: [
      ...again(problem, say),
      callout(
        "danger",
        say.plain("delete-form.warning-title", { name: subject.name }),
        say.text("delete-form.warning", { name }),
      ),
    ],
    fields: [
      {
        kind: "text",
        param: "name",
        label: say.plain("delete-form.name"),
        ...(subject.name.length > NAME_IN_HINT
          ? {}
          : { hint: say.plain("delete-form.name-hint", { name: subject.name }) }),
        required: true,
        multiline: false,
        maxLength: 255,
      },
      {
        kind: "tick",
        param: "understood",
        label: say.plain("delete-form.tick"),
        statement: say.plain("delete-form.statement"),
      },
    ],
  };
}

/** The last step: the token, or the whole link, of OVHcloud's e-mail. */
export function tokenForm({ id, subject }: Confirmation, problem: Text | null, say: Speak): Form {
  return {
    locale: say.locale,
    title: say.plain("token-form.title"),
    submit: say.plain("token-form.submit"),
    press: press("delete-finish", { id }),
    intro: [
      ...again(problem, say),
      callout(
        "danger",
        say.plain("token-form.warning-title"),
        say.text("token-form.warning", { name: strong(subject.name) }),
      ),
    ],
    fields: [
      {
        kind: "text",
        param: "token",
        label: say.plain("token-form.token"),
        hint: say.plain("token-form.hint"),
        required: true,
        multiline: true,
        maxLength: 2000,
      },
    ],
  };
}

function again(problem: Text | null, say: Speak): Form["intro"] {
  return problem ? [callout("warning", say.plain("form.again"), problem)] : [];
}

/** In place of a form that could not be opened in time, or again after a problem where no form can be. */
export function formCard(form: Form, opener: string, id: string, problem: Text | null, say: Speak): Card {
  return {
    locale: say.locale,
    title: form.title,
    summary: [plain(form.title)],
    blocks: [
      paragraph(problem ?? say.text("form.open-text")),
      ...buttons(pressButton(say.plain("form.open"), "primary", press(opener, { id }))),
    ],
  };
}
