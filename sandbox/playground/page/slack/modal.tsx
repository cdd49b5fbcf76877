import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { asText } from "../../../json.ts";
import type { SeenView } from "../../../slack/seen.ts";
import { AppPicture } from "./avatar.tsx";
import { useClient } from "./client.ts";
import { Dialog } from "./dialog.tsx";
import type { Form } from "./form.ts";
import { Icon } from "./icons.tsx";
import { isolated } from "./isolated.tsx";
import { Problem } from "./problem.tsx";
import { ViewBody, ViewDetails } from "./view-body.tsx";

interface ModalProps {
  readonly view: SeenView;
  readonly form: Form;
}

/** https://docs.slack.dev/surfaces/modals */
export function Modal({ view, form }: ModalProps): JSX.Element {
  const { act, words, marked } = useClient();
  const id = useId();
  const pending = useSignal(false);
  const body = useRef<HTMLFormElement>(null);
  const marksSubmit = marked.value?.key === view.view && marked.value.words.test(view.submit);

  useEffect(() => {
    if (Object.keys(view.errors).length > 0)
      body.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid=true]")?.focus();
  }, [view.errors]);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (pending.peek()) return;
    pending.value = true;
    const inputs = view.blocks.filter(({ type }) => type === "input").map((block) => asText(block.block_id));
    await act({ kind: "slack-submit", values: form.values(inputs) });
    pending.value = false;
  };
  const close = (): void => void act({ kind: "slack-close-modal" });

  return (
    <Dialog labelledBy={`${id}-title`} content={view} class="slack-modal" onEscape={close}>
      <form ref={body} noValidate onSubmit={submit} data-modal={view.view}>
        <header>
          <AppPicture look="slack-app-head" />
          <h2 id={`${id}-title`}>{isolated(view.title)}</h2>
          <button type="button" class="slack-tool" aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="slack-modal-body">
          <ViewBody view={view} form={form} />
        </div>
        <Problem />
        <footer>
          <ViewDetails view={view} />
          {view.close !== "" && (
            <button type="button" class="slack-button" onClick={close}>
              <span>{isolated(view.close)}</span>
            </button>
          )}
          {view.submit !== "" && (
            <button
              type="submit"
              class={`slack-button slack-primary${marksSubmit ? " marked" : ""}`}
              aria-disabled={pending.value}
              aria-busy={pending.value}
            >
              <span>{isolated(view.submit)}</span>
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
