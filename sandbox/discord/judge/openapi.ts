import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { asObject, asObjects, asText, isObject, type JsonObject } from "../../json.ts";
import { createRouteTable, type Route } from "../../routes.ts";
import type { Finding } from "./finding.ts";
import { rewriteUnions } from "./unions.ts";

export interface JudgedRequest {
  readonly method: string;
  /** Below `/api/v10`, percent-encoded as sent. */
  readonly path: string;
  readonly query?: URLSearchParams;
  /** Undefined when there is none. */
  readonly body?: unknown;
}

interface JudgedAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** Discord's own OpenAPI document as a judge of requests and of answers. */
export interface OpenApiJudge {
  /** How many unions were rewritten; a new version of the document shows here. */
  readonly unions: number;
  request(request: JudgedRequest): readonly Finding[];
  answer(answer: JudgedAnswer): readonly Finding[];
}

interface Operation {
  readonly template: string;
  readonly method: string;
  readonly item: JsonObject;
  readonly definition: JsonObject;
}

const METHODS = ["get", "put", "post", "patch", "delete"];
const REF = "discord#/";

/** `document` is the parsed `openapi.json`; it is not changed. Needs ajv, which the published bot does not carry. */
export async function createOpenApiJudge(document: JsonObject): Promise<OpenApiJudge> {
  const prepared = rewriteUnions(document);
  const ajv = await loadAjv();
  ajv.addSchema({ ...prepared.document, $id: "discord" });
  const compile = createCompiler(ajv);
  const table = createRouteTable(routesOf(prepared.document));

  const find = (method: string, path: string): Operation | undefined => {
    const match = table.find(method, decodeURIComponent(path));
    return match.kind === "found" ? match.route.handle : undefined;
  };

  return {
    unions: prepared.unions,
    request({ method, path, query = new URLSearchParams(), body }) {
      const operation = find(method, path);
      if (!operation) return [unknownOperation(method, path)];
      const schema = jsonSchemaPointer(operation, "requestBody", asObject(operation.definition.requestBody));
      return [
        ...judgeParameters(operation, decodeURIComponent(path), query, compile.inline),
        ...(schema === null || body === undefined ? [] : toFindings(compile.pointer(schema), body, "")),
      ];
    },
    answer({ method, path, status, body }) {
      const operation = find(method, path);
      if (!operation) return [unknownOperation(method, path)];
      const responses = asObject(operation.definition.responses);
      const key = [`${status}`, `${Math.floor(status / 100)}XX`].find((one) => one in responses);
      if (key === undefined)
        return [{ ...unknownOperation(method, path), message: `no answer ${status} is described` }];
      const response = asObject(responses[key]);
      const shared = asText(response.$ref);
      const schema =
        shared === ""
          ? jsonSchemaPointer(operation, `responses/${key}`, response)
          : `${shared.slice(2)}/content/application~1json/schema`;
      return schema === null ? [] : toFindings(compile.pointer(schema), body, "");
    },
  };
}

async function loadAjv(): Promise<Ajv2020> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const { default: formats } = await import("ajv-formats");
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  ajv.addFormat("snowflake", /^(0|[1-9][0-9]*)$/);
  ajv.addFormat("nonce", true);
  return ajv;
}

interface Compiler {
  /** A place in the document, without the leading `#/`. */
  pointer(pointer: string): ValidateFunction;
  inline(schema: JsonObject): ValidateFunction;
}

/** Compiling takes milliseconds, checking microseconds: each schema is compiled once, when first needed. */
function createCompiler(ajv: Ajv2020): Compiler {
  const compiled = new Map<string, ValidateFunction>();
  const cached = (key: string, schema: () => JsonObject): ValidateFunction => {
    const known = compiled.get(key);
    if (known) return known;
    const made = ajv.compile(schema());
    compiled.set(key, made);
    return made;
  };
  return {
    pointer: (pointer) => cached(pointer, () => ({ $ref: `${REF}${pointer}` })),
    inline: (schema) => {
      const text = JSON.stringify(schema).replaceAll('"#/', `"${REF}`);
      return cached(text, () => asObject(JSON.parse(text)));
    },
  };
}

function routesOf(document: JsonObject): Route<Operation>[] {
  return Object.entries(asObject(document.paths)).flatMap(([template, item]) =>
    METHODS.filter((method) => isObject(asObject(item)[method])).map((method) => ({
      method: method.toUpperCase(),
      path: template,
      handle: { template, method, item: asObject(item), definition: asObject(asObject(item)[method]) },
    })),
  );
}

/** Null when the operation takes (or gives) no JSON there. */
function jsonSchemaPointer(
  { template, method }: Operation,
  place: string,
  holder: JsonObject,
): string | null {
  if (!isObject(asObject(holder.content)["application/json"])) return null;
  const path = template
    .replaceAll("~", "~0")
    .replaceAll("/", "~1")
    .replaceAll("{", "%7B")
    .replaceAll("}", "%7D");
  return `paths/${path}/${method}/${place}/content/application~1json/schema`;
}

function judgeParameters(
  { template, item, definition }: Operation,
  path: string,
  query: URLSearchParams,
  compile: Compiler["inline"],
): Finding[] {
  const sent = path.split("/");
  const names = template.split("/");
  return [...asObjects(item.parameters), ...asObjects(definition.parameters)].flatMap((parameter) => {
    const name = asText(parameter.name);
    const raw = parameter.in === "path" ? sent[names.indexOf(`{${name}}`)] : (query.get(name) ?? undefined);
    if (raw === undefined) return [];
    const schema = asObject(parameter.schema);
    return toFindings(compile(schema), fromQuery(raw, schema), name);
  });
}

function fromQuery(raw: string, schema: JsonObject): unknown {
  if (schema.type === "boolean") return raw === "true" ? true : raw === "false" ? false : raw;
  if (schema.type === "integer" && /^-?\d+$/.test(raw)) return Number(raw);
  return raw;
}

const unknownOperation = (method: string, path: string): Finding => ({
  path: "",
  rule: "UNKNOWN_OPERATION",
  message: `no operation for ${method} ${path}`,
  source: "discord-api-spec",
});

function toFindings(validate: ValidateFunction, value: unknown, base: string): Finding[] {
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map((error) => toFinding(error, base));
}

const RULES: Readonly<Record<string, string>> = {
  required: "BASE_TYPE_REQUIRED",
  enum: "BASE_TYPE_CHOICES",
  maxLength: "BASE_TYPE_MAX_LENGTH",
  minLength: "BASE_TYPE_MIN_LENGTH",
  maxItems: "BASE_TYPE_BAD_LENGTH",
  minItems: "BASE_TYPE_BAD_LENGTH",
  pattern: "STRING_TYPE_REGEX",
};

function toFinding(error: ErrorObject, base: string): Finding {
  const missing = asText(error.params.missingProperty);
  const steps = [base, ...error.instancePath.split("/"), missing].filter((step) => step !== "");
  return {
    path: steps.join("."),
    rule: RULES[error.keyword] ?? `SCHEMA_${error.keyword.toUpperCase()}`,
    message: error.message ?? "does not fit the schema",
    source: `discord-api-spec ${error.schemaPath}`,
  };
}
