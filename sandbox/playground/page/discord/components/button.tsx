import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { asObject, asText, type JsonObject } from "../../../../json.ts";
import { useClientWords } from "../../state/app.ts";
import { MessageContext, useClient, useMarks } from "../client.ts";
import { WORDS } from "../words.ts";
import { Unknown } from "./unknown.tsx";

const STYLES: Readonly<Record<number, string>> = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };
const LINK = 5;

export function Button({ button }: { readonly button: JsonObject }): JSX.Element {
  if (button.style === LINK) return <LinkButton button={button} />;
  const style = typeof button.style === "number" ? STYLES[button.style] : undefined;
  return style === undefined ? (
    <Unknown what={`button style ${String(button.style)}`} json={button} />
  ) : (
    <PressButton button={button} style={style} />
  );
}

/** Until the bot has answered, three dots stand where the label was. */
function PressButton({
  button,
  style,
}: {
  readonly button: JsonObject;
  readonly style: string;
}): JSX.Element {
  const client = useClient();
  const message = useContext(MessageContext);
  const pending = useSignal(false);
  const marked = useMarks()(asText(button.label));
  const press = async (): Promise<void> => {
    if (pending.value) return;
    pending.value = true;
    await client.act({ kind: "discord-press", message, customId: asText(button.custom_id) });
    pending.value = false;
  };
  return (
    <button
      type="button"
      class={marked && button.disabled !== true ? `button ${style} marked` : `button ${style}`}
      disabled={button.disabled === true}
      aria-busy={pending.value}
      onClick={press}
    >
      <Label button={button} />
      {pending.value ? <Dots /> : null}
    </button>
  );
}

/** Only web addresses open. */
function LinkButton({ button }: { readonly button: JsonObject }): JSX.Element {
  const words = useClientWords(WORDS);
  const marked = useMarks()(asText(button.label));
  const url = asText(button.url);
  if (button.disabled === true || !/^https?:\/\//i.test(url))
    return (
      <button type="button" class="button secondary" disabled>
        <Label button={button} />
      </button>
    );
  return (
    <a
      class={marked ? "button secondary marked" : "button secondary"}
      href={url}
      title={url}
      target="_blank"
      rel="noreferrer noopener"
    >
      <Label button={button} />
      <span class="external" role="img" aria-label={words.opensElsewhere} />
    </a>
  );
}

function Label({ button }: { readonly button: JsonObject }): JSX.Element {
  const emoji = asObject(button.emoji);
  const name = asText(emoji.name);
  return (
    <span class="button-label">
      {name === "" ? null : <span class="emoji">{emoji.id ? `:${name}:` : name}</span>}
      {asText(button.label)}
    </span>
  );
}

export const Dots = (): JSX.Element => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);
