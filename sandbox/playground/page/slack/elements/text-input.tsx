import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { asList, asNumber, asObject, asText } from "../../../../json.ts";
import { wordsIn } from "../text.tsx";
import { type ElementProps, useEntry } from "./frame.ts";

/** For keyboards on glass; whether it is a number or an address is the server's to say, as in Slack. */
const MODES: ReadonlyMap<unknown, "text" | "email" | "url" | "decimal"> = new Map([
  ["email_text_input", "email"],
  ["url_text_input", "url"],
  ["number_input", "decimal"],
]);

/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element, and those for e-mail, URL and number */
export function TextInput(props: ElementProps): JSX.Element {
  const { element, frame } = props;
  const { entered, choose } = useEntry(props);
  const text = useSignal(typeof entered === "string" ? entered : asText(element.initial_value));
  const sendsLetters = triggers(props).includes("on_character_entered");
  const sendsEnter = triggers(props).includes("on_enter_pressed");

  const common = {
    id: frame?.controlId,
    class: "slack-input",
    value: text,
    placeholder: wordsIn(element.placeholder) || undefined,
    maxLength: asNumber(element.max_length, 3000),
    "aria-describedby": frame?.describedBy,
    "aria-invalid": frame?.invalid,
    "aria-label": frame ? undefined : wordsIn(element.placeholder) || asText(element.action_id),
    onInput({ currentTarget }: { readonly currentTarget: { readonly value: string } }) {
      text.value = currentTarget.value;
      if (sendsLetters || frame?.dispatches !== true) void choose(text.peek());
    },
  } as const;

  if (element.multiline === true) return <textarea {...common} rows={4} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={MODES.get(element.type) ?? "text"}
      autocomplete="off"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !sendsEnter || event.isComposing) return;
        event.preventDefault();
        void choose(text.peek());
      }}
    />
  );
}

/** docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
function triggers({ element, frame }: ElementProps): readonly unknown[] {
  if (frame?.dispatches !== true) return [];
  const named = asList(asObject(element.dispatch_action_config).trigger_actions_on);
  return named.length > 0 ? named : ["on_enter_pressed"];
}
