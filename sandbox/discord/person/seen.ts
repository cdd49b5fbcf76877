import { asNumber, asObject, asObjects, asText, type JsonObject } from "../../json.ts";
import type { OpenModal } from "../interaction/interaction.ts";
import {
  BUTTON,
  CHECKBOX,
  LABEL,
  type Placed,
  placedComponents,
  TEXT_DISPLAY,
  textOf,
} from "../judge/components.ts";
import { EPHEMERAL, LOADING } from "../judge/message.ts";
import type { StoredMessage } from "../messages.ts";
import { restMessagePayload } from "../payload/message.ts";
import type { DiscordWorld } from "../world.ts";

interface SeenButton {
  readonly label: string;
  /** Null for a link. */
  readonly customId: string | null;
  readonly url: string | null;
  /** 1 primary, 2 secondary, 3 success, 4 danger, 5 link. */
  readonly style: number;
  readonly disabled: boolean;
}

interface SeenOption {
  readonly label: string;
  readonly value: string;
  readonly description: string;
  readonly chosen: boolean;
}

interface SeenSelect {
  readonly customId: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly minValues: number;
  readonly maxValues: number;
  readonly options: readonly SeenOption[];
}

/** A message as one person has it before their eyes, all edits applied. */
export interface SeenMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly ephemeral: boolean;
  readonly edited: boolean;
  /** "… is thinking" */
  readonly thinking: boolean;
  /** Content, embeds and text displays, one below the other, markup as sent. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  /** The message object of the wire, for whoever draws it. */
  readonly payload: JsonObject;
}

interface SeenInput {
  readonly customId: string;
  /** 3 string select, 4 text input, 21 radio group, 22 checkbox group, 23 checkbox. */
  readonly type: number;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  /** What stands in it at first. */
  readonly value: string;
  readonly options: readonly SeenOption[];
}

export interface SeenModal {
  readonly customId: string;
  readonly title: string;
  readonly text: string;
  readonly inputs: readonly SeenInput[];
  readonly components: readonly JsonObject[];
}

export function seenMessage(world: DiscordWorld, message: StoredMessage): SeenMessage {
  const placed = [...placedComponents({ components: message.components }, "")].map(
    ({ component }) => component,
  );
  const texts = [
    message.content,
    ...message.embeds.flatMap(embedTexts),
    textOf({ components: message.components }),
  ];
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    ephemeral: (message.flags & EPHEMERAL) !== 0,
    edited: message.editedAt !== null,
    thinking: (message.flags & LOADING) !== 0,
    text: texts.filter((text) => text !== "").join("\n"),
    buttons: placed.filter(({ type }) => type === BUTTON).map(seenButton),
    selects: placed.filter(isSelect).map(seenSelect),
    payload: restMessagePayload(world, message),
  };
}

export function seenModal(modal: OpenModal): SeenModal {
  const placed = [...placedComponents({ components: modal.components }, "")];
  return {
    customId: modal.customId,
    title: modal.title,
    text: textOf({ components: modal.components }),
    inputs: placed.filter(isInput).map(({ component }) => seenInput(component, labelOf(component, placed))),
    components: modal.components,
  };
}

const isSelect = ({ type }: JsonObject): boolean =>
  typeof type === "number" && (type === 3 || (type >= 5 && type <= 8));

const isInput = ({ component }: Placed): boolean =>
  typeof component.custom_id === "string" && component.type !== BUTTON && component.type !== TEXT_DISPLAY;

const labelOf = (component: JsonObject, placed: readonly Placed[]): JsonObject =>
  placed.map((one) => one.component).find((one) => one.type === LABEL && one.component === component) ??
  component;

const embedTexts = (embed: JsonObject): readonly string[] => [
  asText(embed.title),
  asText(embed.description),
  ...asObjects(embed.fields).map((field) => `${asText(field.name)}: ${asText(field.value)}`),
  asText(asObject(embed.footer).text),
];

const seenButton = (button: JsonObject): SeenButton => ({
  label: asText(button.label) || asText(asObject(button.emoji).name),
  customId: typeof button.custom_id === "string" ? button.custom_id : null,
  url: typeof button.url === "string" ? button.url : null,
  style: asNumber(button.style, 0),
  disabled: button.disabled === true,
});

const seenOption = (option: JsonObject): SeenOption => ({
  label: asText(option.label),
  value: asText(option.value),
  description: asText(option.description),
  chosen: option.default === true,
});

const seenSelect = (select: JsonObject): SeenSelect => ({
  customId: asText(select.custom_id),
  placeholder: asText(select.placeholder),
  disabled: select.disabled === true,
  minValues: asNumber(select.min_values, 1),
  maxValues: asNumber(select.max_values, 1),
  options: asObjects(select.options).map(seenOption),
});

const seenInput = (input: JsonObject, label: JsonObject): SeenInput => ({
  customId: asText(input.custom_id),
  type: asNumber(input.type, 0),
  label: asText(label.label),
  description: asText(label.description),
  required: input.required !== false && input.type !== CHECKBOX,
  value: asText(input.value),
  options: asObjects(input.options).map(seenOption),
});
