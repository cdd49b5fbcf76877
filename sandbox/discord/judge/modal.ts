import { asNumber, asObject, asObjects, isObject, type JsonObject } from "../../json.ts";
import {
  ACTION_ROW,
  CHECKBOX,
  CHECKBOX_GROUP,
  checkComponents,
  LABEL,
  placedComponents,
  RADIO_GROUP,
  TEXT_DISPLAY,
  TEXT_INPUT,
} from "./components.ts";
import { checkCount, checkPresent, checkText, type Finding, join, type Note, noteInto } from "./finding.ts";

const MODAL_PAGE =
  "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal";
const COMPONENT_PAGE = "https://discord.com/developers/docs/components/reference#label";

/** What Discord would refuse in the `data` of a modal callback. */
export function judgeModal(data: unknown, path = ""): Finding[] {
  const findings: Finding[] = [];
  const note = noteInto(findings, MODAL_PAGE);
  const modal = asObject(data);
  for (const key of ["custom_id", "title", "components"]) checkPresent(note, modal, path, key);
  checkText(note, modal, path, "custom_id", { min: 1, max: 100 });
  checkText(note, modal, path, "title", { min: 1, max: 45 });
  checkCount(note, modal, path, "components", { min: 1, max: 5 });
  const all = [...placedComponents(modal, path)];
  checkComponents(all, noteInto(findings, COMPONENT_PAGE));
  for (const [index, top] of asObjects(modal.components).entries())
    checkTop(top, join(join(path, "components"), index), note);
  for (const { component, path: at } of all) checkInput(component, at, note);
  return findings;
}

function checkTop(top: JsonObject, path: string, note: Note): void {
  if (top.type === LABEL) {
    checkText(note, top, path, "label", { min: 1, max: 45 });
    checkText(note, top, path, "description", { max: 100 });
    if (!isObject(top.component))
      note(join(path, "component"), "BASE_TYPE_REQUIRED", "This field is required");
    return;
  }
  if (top.type === TEXT_DISPLAY) return;
  const inRow = asObjects(top.components);
  if (top.type !== ACTION_ROW || inRow.some((child) => child.type !== TEXT_INPUT))
    note(path, "UNION_TYPE_CHOICES", "A modal holds labels, text displays and rows with one text input");
}

function checkInput(component: JsonObject, path: string, note: Note): void {
  switch (asNumber(component.type, 0)) {
    case TEXT_INPUT:
      checkText(note, component, path, "label", { min: 1, max: 45 });
      checkText(note, component, path, "placeholder", { max: 100 });
      checkText(note, component, path, "value", { max: 4000 });
      if (asNumber(component.min_length, 0) > asNumber(component.max_length, 4000))
        note(join(path, "min_length"), "TEXT_INPUT_LENGTHS", "min_length is above max_length");
      return;
    case RADIO_GROUP:
      checkCount(note, component, path, "options", { min: 2, max: 10 });
      return;
    case CHECKBOX_GROUP:
      checkCount(note, component, path, "options", { min: 1, max: 10 });
      return;
    case CHECKBOX:
      if (component.required !== undefined)
        note(join(path, "required"), "UNKNOWN_FIELD", "A checkbox cannot be required; a group of one can");
  }
}
