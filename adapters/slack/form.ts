import type { ModalView } from "@slack/types";
import type { Form } from "../../src/card/card.ts";
import type { Log } from "../../src/ports.ts";
import type { SlackApi } from "./api.ts";
import { refusesBlocks } from "./failure.ts";
import { reasonOf } from "./logger.ts";
import type { FormMemory, Origin } from "./origin.ts";
import { renderForm } from "./render/modal.ts";

/** Opens modals, with `alert` blocks where this workspace takes them. */
export interface FormOpener {
  /** False when Slack would not open it (the trigger is too old or used up); never rejects. */
  open(form: Form, origin: Origin, trigger: string): Promise<boolean>;
  render(form: Form, origin: Origin): ModalView;
}

export function createFormOpener(api: SlackApi, memory: FormMemory, log: Log): FormOpener {
  let alerts = true;
  const render = (form: Form, origin: Origin): ModalView =>
    renderForm(form, { metadata: memory.write(form.press, origin), alerts });

  return {
    render,
    async open(form, origin, trigger) {
      try {
        await api.openView(trigger, render(form, origin)).catch((error: unknown) => {
          if (!alerts || !refusesBlocks(error)) throw error;
          alerts = false;
          log.warn("slack.alert-refused", { reason: reasonOf(error) });
          return api.openView(trigger, render(form, origin));
        });
        return true;
      } catch (error) {
        log.info("slack.form-not-opened", { title: form.title, reason: reasonOf(error) });
        return false;
      }
    },
  };
}
