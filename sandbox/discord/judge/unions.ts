import { asList, asNumber, asObject, asObjects, asText, isObject, type JsonObject } from "../../json.ts";

export interface Prepared {
  readonly document: JsonObject;
  /** How many unions were turned into a choice by `type`. */
  readonly unions: number;
}

type Tags = readonly unknown[];

/**
 * Turns each union of Discord's document whose branches are told apart by `type` into `if type … then branch`.
 * Without it one mistake in a component is reported once for every branch that it is not (43 errors on average
 * instead of 4). ajv's own `discriminator` takes string tags alone; Discord's are integers.
 */
export function rewriteUnions(document: JsonObject): Prepared {
  const schemas = asObject(asObject(document.components).schemas);
  let unions = 0;

  const resolve = (branch: JsonObject): JsonObject => {
    const name = asText(branch.$ref).replace("#/components/schemas/", "");
    return name === "" ? branch : asObject(schemas[name]);
  };

  const tagsOf = (branch: JsonObject): Tags => {
    const schema = resolve(branch);
    if (schema.type !== "object" || !asList(schema.required).includes("type")) return [];
    return asList(asObject(asObject(schema.properties).type).enum);
  };

  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isObject(value)) return value;
    const union = "type" in value ? undefined : chooseByType(value, tagsOf);
    if (union) unions++;
    return mapValues(union ?? value, rewrite);
  };

  const rewritten = asObject(rewrite(document));
  return { document: patch(rewritten), unions };
}

/** Undefined when the branches have no tags, or share one. */
function chooseByType(schema: JsonObject, tagsOf: (branch: JsonObject) => Tags): JsonObject | undefined {
  const key = ["anyOf", "oneOf"].find((name) => asList(schema[name]).length > 1);
  if (!key) return undefined;
  const branches = asObjects(schema[key]).map((branch) => ({ branch, tags: tagsOf(branch) }));
  const all = branches.flatMap(({ tags }) => tags);
  if (branches.some(({ tags }) => tags.length === 0) || new Set(all).size !== all.length) return undefined;
  const { [key]: _, "x-discord-union": __, ...rest } = schema;
  return {
    ...rest,
    type: "object",
    required: ["type"],
    properties: { type: { enum: all } },
    allOf: branches.map(({ branch, tags }) => ({
      if: { properties: { type: { enum: tags } }, required: ["type"] },
      // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema
      then: branch,
    })),
  };
}

const mapValues = (from: JsonObject, change: (value: unknown) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));

const COMMAND_REQUESTS = new Set([
  "ApplicationCommandCreateRequest",
  "ApplicationCommandUpdateRequest",
  "ApplicationCommandPatchRequestPartial",
]);

function patch(document: JsonObject): JsonObject {
  const components = asObject(document.components);
  const schemas = Object.fromEntries(
    Object.entries(asObject(components.schemas)).map(([name, schema]) => [
      name,
      patchSchema(name, asObject(schema)),
    ]),
  );
  return { ...document, components: { ...components, schemas } };
}

/** The document types these codes as integers; the documentation shows, and Discord sends, words as
 *  BASE_TYPE_CHOICES. Source: https://discord.com/developers/docs/reference#error-messages */
const INNER_ERRORS: JsonObject = {
  type: "object",
  required: ["_errors"],
  additionalProperties: false,
  properties: {
    _errors: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "message"],
        properties: { code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

function patchSchema(name: string, schema: JsonObject): JsonObject {
  if (name === "InnerErrors") return INNER_ERRORS;
  if (!isObject(schema.properties)) return schema;
  let properties = schema.properties;
  const type = asObject(properties.type);
  // The inner allOf only repeats the whole enumeration, and doubles each error.
  if ("enum" in type && "allOf" in type) {
    const { allOf: _, ...rest } = type;
    properties = { ...properties, type: rest };
  }
  // Typed integer, but strings are sent and taken: https://github.com/discord/discord-api-spec/issues/11
  if (
    COMMAND_REQUESTS.has(name) &&
    asNumber(asObject(properties.default_member_permissions).maximum, 0) > 0
  ) {
    properties = {
      ...properties,
      default_member_permissions: { type: ["string", "integer", "null"], pattern: "^[0-9]+$" },
    };
  }
  return { ...schema, properties };
}
