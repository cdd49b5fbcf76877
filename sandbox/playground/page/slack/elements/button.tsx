import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { asText } from "../../../../json.ts";
import { useClient } from "../client.ts";
import { isolated } from "../isolated.tsx";
import { linkTarget, OUTWARD } from "../link.ts";
import { useMarked } from "../mark.ts";
import { useSurface } from "../surface.ts";
import { wordsIn } from "../text.tsx";
import type { ElementProps } from "./frame.ts";

const STYLES: ReadonlyMap<unknown, string> = new Map([
  ["primary", "slack-button slack-primary"],
  ["danger", "slack-button slack-danger"],
]);

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export function Button(props: ElementProps): JSX.Element {
  const url = linkTarget(props.element.url);
  return url === null ? <PressButton {...props} /> : <LinkButton {...props} url={url} />;
}

function PressButton({ element, blockId }: ElementProps): JSX.Element {
  const client = useClient();
  const { place } = useSurface();
  const ref = useRef<HTMLButtonElement>(null);
  const marked = useMarked(element, ref);
  const pending = useSignal(false);

  const press = async (): Promise<void> => {
    if (pending.peek() || !(await client.confirms(element.confirm))) return;
    pending.value = true;
    const actionId = asText(element.action_id);
    await client.act({ kind: "slack-press", place, element: { blockId, actionId } });
    pending.value = false;
  };

  return (
    <button
      ref={ref}
      type="button"
      class={look(element.style, marked.value)}
      aria-label={asText(element.accessibility_label) || undefined}
      // Not `disabled`: that would take the focus away from who uses the keyboard.
      aria-disabled={pending.value}
      aria-busy={pending.value}
      onClick={press}
    >
      <span>{isolated(wordsIn(element.text))}</span>
    </button>
  );
}

function LinkButton({ element, url }: ElementProps & { readonly url: string }): JSX.Element {
  const { words } = useClient();
  const ref = useRef<HTMLAnchorElement>(null);
  const marked = useMarked(element, ref);
  return (
    <a ref={ref} class={look(element.style, marked.value)} href={url} {...OUTWARD}>
      <span>{isolated(wordsIn(element.text))}</span>
      <span class="visually-hidden"> {words.newTab}</span>
    </a>
  );
}

const look = (style: unknown, marked: boolean): string =>
  `${STYLES.get(style) ?? "slack-button"}${marked ? " marked" : ""}`;
