import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { asNumber, asText, type JsonObject } from "../../../../json.ts";
import { MessageContext, useClient, useMarks } from "../client.ts";
import { Dots } from "./button.tsx";
import { presetOf, useOptions } from "./options.ts";
import { Select } from "./select.tsx";

/** A select in a message: what is picked is sent at once. */
export function MessageSelect({ select }: { readonly select: JsonObject }): JSX.Element {
  const client = useClient();
  const message = useContext(MessageContext);
  const options = useOptions(select);
  const chosen = useSignal(presetOf(options));
  const pending = useSignal(false);
  const choose = async (values: readonly string[]): Promise<void> => {
    chosen.value = values;
    pending.value = true;
    await client.act({
      kind: "discord-choose",
      message,
      customId: asText(select.custom_id),
      values: [...values],
    });
    pending.value = false;
  };
  return (
    <div class="message-select">
      <Select
        label={asText(select.placeholder)}
        placeholder={asText(select.placeholder)}
        options={options}
        chosen={chosen.value}
        least={asNumber(select.min_values, 1)}
        most={asNumber(select.max_values, 1)}
        disabled={select.disabled === true}
        isMarked={useMarks()}
        choose={choose}
      />
      {pending.value ? <Dots /> : null}
    </div>
  );
}
