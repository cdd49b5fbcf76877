import { asNumber, asObject, asObjects, asText, isObject, type JsonObject } from "../../../json.ts";

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
export const TYPES = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const COMPONENTS_V2 = 1 << 15;

const flagged = (message: JsonObject, flag: number): boolean => (asNumber(message.flags, 0) & flag) !== 0;
export const isEphemeral = (message: JsonObject): boolean => flagged(message, EPHEMERAL);
export const isLoading = (message: JsonObject): boolean => flagged(message, LOADING);
export const isComponentsV2 = (message: JsonObject): boolean => flagged(message, COMPONENTS_V2);

export const authorId = (message: JsonObject): string => asText(asObject(message.author).id);
export const sentAt = (message: JsonObject): number => Date.parse(asText(message.timestamp)) || 0;

/** The name that others see. */
export const nameOf = (user: JsonObject): string => asText(user.global_name) || asText(user.username);

/** Ids are snowflakes: numbers too large for JavaScript, which grow with time. */
export const isNewer = (id: string, than: string): boolean =>
  id.length === than.length ? id > than : id.length > than.length;

/** Components with everything in them, parents before children. */
function* componentsIn(holder: JsonObject): Generator<JsonObject> {
  const accessory = [holder.accessory, holder.component].filter(isObject);
  for (const component of [...asObjects(holder.components), ...accessory]) {
    yield component;
    yield* componentsIn(component);
  }
}

/** The first text of a message with Components V2, as it was sent. */
export function firstText(message: JsonObject): string {
  for (const { type, content } of componentsIn(message))
    if (type === TYPES.textDisplay) return asText(content);
  return "";
}

/** What can be used in a message and what stands on it. */
export function labelsIn(message: JsonObject): readonly string[] {
  return [...componentsIn(message)].flatMap((component) =>
    component.disabled === true
      ? []
      : [asText(component.label), ...asObjects(component.options).map(({ label }) => asText(label))],
  );
}
