import type { JSX } from "preact";
import { useClientWords } from "../../state/app.ts";
import { WORDS } from "../words.ts";

interface Props {
  readonly disabled?: boolean;
  readonly marked?: boolean;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
}

export function SendButton({ disabled = false, marked = false, onClick }: Props): JSX.Element {
  const words = useClientWords(WORDS);
  return (
    <button
      type={onClick ? "button" : "submit"}
      class={marked ? "send marked" : "send"}
      data-composer={onClick ? undefined : true}
      aria-label={words.send}
      title={words.send}
      disabled={disabled}
      onClick={onClick}
    >
      <span class="send-icon" aria-hidden="true" />
    </button>
  );
}
