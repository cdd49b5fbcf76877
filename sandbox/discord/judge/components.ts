import { asList, asNumber, asObjects, asText, isObject, type JsonObject } from "../../json.ts";
import { checkCount, checkPresent, checkText, checkUnique, join, type Note } from "./finding.ts";

export interface Placed {
  readonly component: JsonObject;
  readonly path: string;
}

/** Every component with its place, parents before children, through `components`, `accessory` and `component`. */
export function* placedComponents(holder: JsonObject, path: string): Generator<Placed> {
  for (const [index, child] of asList(holder.components).entries()) {
    if (isObject(child)) yield* withInner(child, join(join(path, "components"), index));
  }
  for (const key of ["accessory", "component"]) {
    const child = holder[key];
    if (isObject(child)) yield* withInner(child, join(path, key));
  }
}

function* withInner(component: JsonObject, path: string): Generator<Placed> {
  yield { component, path };
  yield* placedComponents(component, path);
}

export const ACTION_ROW = 1;
export const BUTTON = 2;
export const STRING_SELECT = 3;
export const TEXT_INPUT = 4;
export const SECTION = 9;
export const TEXT_DISPLAY = 10;
export const CONTAINER = 17;
export const LABEL = 18;
export const RADIO_GROUP = 21;
export const CHECKBOX_GROUP = 22;
export const CHECKBOX = 23;

const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;
const KNOWN_TYPES = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 21, 22, 23]);

/** Rules that hold for each component, wherever it stands. */
export function checkComponents(all: readonly Placed[], note: Note): void {
  for (const { component, path } of all) {
    checkText(note, component, path, "custom_id", { min: 1, max: 100 });
    if (!KNOWN_TYPES.has(asNumber(component.type, 0)))
      note(join(path, "type"), "UNION_TYPE_CHOICES", 'Value of field "type" is not a component type.');
    if (component.type === BUTTON) checkButton(component, path, note);
    if (component.type === ACTION_ROW) checkRow(component, path, note);
    if (component.type === SECTION) checkSection(component, path, note);
    if (component.type === TEXT_DISPLAY) checkText(note, component, path, "content", { min: 1, max: 4000 });
    if (component.type === STRING_SELECT) checkStringSelect(component, path, note);
    if (isSelect(component)) checkText(note, component, path, "placeholder", { max: 150 });
  }
  const named = all.filter(({ component }) => typeof component.custom_id === "string");
  checkUnique(
    named.map(({ component, path }) => ({ value: component.custom_id, path: join(path, "custom_id") })),
    (path) => note(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"),
  );
}

const isSelect = (component: JsonObject): boolean => {
  const type = asNumber(component.type, 0);
  return type === STRING_SELECT || (type >= 5 && type <= 8);
};

function checkButton(button: JsonObject, path: string, note: Note): void {
  const { style } = button;
  checkText(note, button, path, "label", { max: 80 });
  checkText(note, button, path, "url", { max: 512 });
  if (typeof style !== "number" || style < 1 || style > PREMIUM_STYLE) {
    note(join(path, "style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
    return;
  }
  if (style === LINK_STYLE) {
    if (typeof button.url !== "string") note(join(path, "url"), "BASE_TYPE_REQUIRED", "A url is required");
    if (button.custom_id !== undefined)
      note(
        path,
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
  } else if (style < LINK_STYLE && typeof button.custom_id !== "string") {
    note(join(path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
  }
  if (style !== PREMIUM_STYLE && asText(button.label) === "" && !isObject(button.emoji))
    note(path, "BUTTON_COMPONENT_INVALID_LABEL_EMOJI", "A button needs a label or an emoji");
}

function checkRow(row: JsonObject, path: string, note: Note): void {
  checkCount(note, row, path, "components", { min: 1, max: 5 });
  const children = asObjects(row.components);
  if (children.length > 1 && children.some((child) => child.type !== BUTTON))
    note(
      join(path, "components"),
      "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
      "The action row does not have enough room",
    );
}

function checkSection(section: JsonObject, path: string, note: Note): void {
  checkCount(note, section, path, "components", { min: 1, max: 3 });
  checkPresent(note, section, path, "accessory");
}

function checkStringSelect(select: JsonObject, path: string, note: Note): void {
  checkCount(note, select, path, "options", { min: 1, max: 25 });
  const options = asObjects(select.options);
  for (const [index, option] of options.entries()) {
    const at = join(join(path, "options"), index);
    checkText(note, option, at, "label", { min: 1, max: 100 });
    checkText(note, option, at, "value", { min: 1, max: 100 });
    checkText(note, option, at, "description", { max: 100 });
  }
  checkUnique(
    options.map((option, index) => ({
      value: option.value,
      path: join(join(join(path, "options"), index), "value"),
    })),
    (at) =>
      note(at, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"),
  );
  const most = asNumber(select.max_values, 1);
  if (options.length > 0 && most > options.length)
    note(
      join(path, "max_values"),
      "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE",
      "More values than there are options",
    );
  if (asNumber(select.min_values, 1) > most)
    note(join(path, "min_values"), "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", "min_values is above max_values");
}

/** The text shown by a component and everything in it, in reading order. */
export const textOf = (holder: JsonObject): string =>
  [...placedComponents(holder, "")]
    .filter(({ component }) => component.type === TEXT_DISPLAY)
    .map(({ component }) => asText(component.content))
    .join("\n");
