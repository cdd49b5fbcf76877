import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import type { Button, Option, Select } from "../../../src/card/card.ts";
import { encodePress } from "../../../src/card/press.ts";
import { atMost, CardTooLarge, within } from "../../../src/card/too-large.ts";
import { selectPress } from "../interactions/select-press.ts";
import * as limits from "../limits.ts";
import { plain, shortened } from "./sanitise.ts";

const STYLES = {
  primary: ButtonStyle.Primary,
  neutral: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const satisfies Record<Button["style"], ButtonStyle>;

/** As many rows as it takes, five buttons each. */
export function buttonRows(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent>[] {
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let at = 0; at < buttons.length; at += limits.ROW_BUTTONS) {
    rows.push({
      type: ComponentType.ActionRow,
      components: buttons.slice(at, at + limits.ROW_BUTTONS).map(button),
    });
  }
  return rows;
}

function button({ label, style, does }: Button): APIButtonComponent {
  const text = within(limits.BUTTON_LABEL, "a button's label", plain(label));
  switch (does.kind) {
    case "press":
      return {
        type: ComponentType.Button,
        style: STYLES[style],
        label: text,
        custom_id: encodePress(does.press),
      };
    case "open":
      return {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: text,
        url: within(limits.BUTTON_URL, "a button's address", does.url),
      };
  }
}

export function selectRow(select: Select): APIActionRowComponent<APIStringSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encodePress(selectPress(select)),
        placeholder: within(limits.SELECT_PLACEHOLDER, "a select's label", plain(select.label)),
        options: options(shownOptions(select)),
      },
    ],
  };
}

/** Discord's selects cannot be searched: of a list that is the beginning of a longer one, the first ones are shown. */
function shownOptions({ options, searchable }: Select): readonly Option[] {
  return searchable ? options.slice(0, limits.SELECT_OPTIONS) : options;
}

/** The options of a select or radio group; their labels and descriptions are the only texts that may be shortened. */
export function options(list: readonly Option[]): APISelectMenuOption[] {
  const values = new Set(atMost(limits.SELECT_OPTIONS, "a select", list).map(({ value }) => value));
  if (list.length === 0) throw new CardTooLarge("a select has no options, Discord takes 1 to 25");
  if (values.size !== list.length) throw new CardTooLarge("two options of a select have the same value");
  return list.map(({ label, description, value }) => ({
    label: shortened(label, limits.OPTION_TEXT) || "–",
    value: within(limits.OPTION_TEXT, "an option's value", value),
    ...(description ? { description: shortened(description, limits.OPTION_TEXT) } : {}),
  }));
}
