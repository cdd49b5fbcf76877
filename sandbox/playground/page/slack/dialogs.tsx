import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useApp } from "../state/app.ts";
import { useClient } from "./client.ts";
import { Confirm } from "./confirm.tsx";
import { createForm, type Form } from "./form.ts";
import { Modal } from "./modal.tsx";

/** What lies over the pane: the app's modal, and over that a question of Slack's own. */
export function Dialogs(): JSX.Element {
  const { question } = useClient();
  const modal = useApp().store.single("slackModal").value ?? null;
  /** By view: one that is covered by another comes back as it was left. */
  const forms = useRef(new Map<string, Form>());
  if (modal === null) forms.current.clear();
  return (
    <>
      {modal && (
        <div inert={question.value !== null}>
          <Modal key={modal.view} view={modal} form={formOf(forms.current, modal.view)} />
        </div>
      )}
      {question.value && <Confirm question={question.value} />}
    </>
  );
}

function formOf(forms: Map<string, Form>, view: string): Form {
  const form = forms.get(view) ?? createForm();
  forms.set(view, form);
  return form;
}
