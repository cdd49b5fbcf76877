import { asNumber, asObject, asObjects, isObject, type JsonObject } from "../../json.ts";
import { CONTAINER, placedComponents, STRING_SELECT } from "../judge/components.ts";

const SELECTS = new Set([STRING_SELECT, 5, 6, 7, 8]);
const THUMBNAIL = 11;
const GALLERY = 12;
const FILE = 13;
const SEPARATOR = 14;

/** Components as Discord gives them back: every one with an `id`, the defaults spelled out. */
export function normaliseComponents(
  components: readonly JsonObject[],
  newId: () => string,
): readonly JsonObject[] {
  const taken = new Set(
    [...placedComponents({ components }, "")].map(({ component }) => asNumber(component.id, 0)),
  );
  let last = 0;
  const nextId = (): number => {
    do last++;
    while (taken.has(last));
    return last;
  };
  const one = (component: JsonObject): JsonObject => {
    const given = asNumber(component.id, 0);
    const id = given > 0 ? given : nextId();
    return {
      ...withDefaults(component, newId),
      id,
      ...(Array.isArray(component.components)
        ? { components: asObjects(component.components).map(one) }
        : {}),
      ...(isObject(component.accessory) ? { accessory: one(component.accessory) } : {}),
      ...(isObject(component.component) ? { component: one(component.component) } : {}),
    };
  };
  return components.map(one);
}

function withDefaults(component: JsonObject, newId: () => string): JsonObject {
  const type = asNumber(component.type, 0);
  if (SELECTS.has(type)) return { min_values: 1, max_values: 1, ...component };
  const { spoiler = false, description = null } = component;
  switch (type) {
    case CONTAINER:
      return { accent_color: null, ...component, spoiler };
    case SEPARATOR:
      return { spacing: 1, divider: true, ...component };
    case THUMBNAIL:
      return { ...component, media: unfurl(component.media, newId), description, spoiler };
    case GALLERY:
      return { ...component, items: asObjects(component.items).map((item) => galleryItem(item, newId)) };
    case FILE:
      return { name: null, size: null, ...component, file: unfurl(component.file, newId), spoiler };
  }
  return component;
}

const galleryItem = (item: JsonObject, newId: () => string): JsonObject => ({
  description: null,
  spoiler: false,
  ...item,
  media: unfurl(item.media, newId),
});

const unfurl = (media: unknown, newId: () => string): JsonObject => {
  const { url } = asObject(media);
  return { id: newId(), url, proxy_url: url, width: null, height: null, content_type: null };
};
