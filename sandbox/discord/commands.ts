import { asNumber, asObjects, asText, isObject, type JsonObject } from "../json.ts";

/** A registered command, as Discord answers with it. */
export interface StoredCommand {
  readonly id: string;
  readonly guildId: string | null;
  readonly type: number;
  readonly name: string;
  readonly payload: JsonObject;
}

/** Commands per guild; `null` stands for the global ones. */
export interface Commands {
  list(guildId: string | null): readonly StoredCommand[];
  get(guildId: string | null, id: string): StoredCommand | undefined;
  /** The bulk overwrite: what is not in the list is gone. */
  replace(guildId: string | null, bodies: readonly JsonObject[]): readonly StoredCommand[];
  /** Creates one, or overwrites the one with this type and name. */
  put(guildId: string | null, body: JsonObject): StoredCommand;
  change(guildId: string | null, id: string, body: JsonObject): StoredCommand | undefined;
  remove(guildId: string | null, id: string): boolean;
}

interface CommandsOptions {
  readonly applicationId: string;
  newId(): string;
}

export function createCommands({ applicationId, newId }: CommandsOptions): Commands {
  const byGuild = new Map<string | null, readonly StoredCommand[]>();
  const list = (guildId: string | null): readonly StoredCommand[] => byGuild.get(guildId) ?? [];

  const make = (guildId: string | null, body: JsonObject, id: string): StoredCommand => ({
    id,
    guildId,
    type: asNumber(body.type, 1),
    name: asText(body.name),
    payload: {
      id,
      application_id: applicationId,
      version: newId(),
      ...(guildId === null ? GLOBAL_DEFAULTS : { guild_id: guildId }),
      ...normalise(body),
    },
  });

  const same = (guildId: string | null, body: JsonObject): StoredCommand | undefined =>
    list(guildId).find(({ type, name }) => type === asNumber(body.type, 1) && name === body.name);

  return {
    list,
    get: (guildId, id) => list(guildId).find((one) => one.id === id),
    replace(guildId, bodies) {
      const made = bodies.map((body) => make(guildId, body, same(guildId, body)?.id ?? newId()));
      byGuild.set(guildId, made);
      return made;
    },
    put(guildId, body) {
      const before = same(guildId, body);
      const made = make(guildId, body, before?.id ?? newId());
      byGuild.set(guildId, [...list(guildId).filter((one) => one !== before), made]);
      return made;
    },
    change(guildId, id, body) {
      const before = list(guildId).find((one) => one.id === id);
      if (!before) return undefined;
      const made = make(guildId, { ...before.payload, ...body }, id);
      byGuild.set(
        guildId,
        list(guildId).map((one) => (one === before ? made : one)),
      );
      return made;
    },
    remove(guildId, id) {
      const kept = list(guildId).filter((one) => one.id !== id);
      const gone = kept.length < list(guildId).length;
      byGuild.set(guildId, kept);
      return gone;
    },
  };
}

const GLOBAL_DEFAULTS = { contexts: null, integration_types: [0], dm_permission: true } as const;

function normalise(body: JsonObject): JsonObject {
  const { id: _, version: __, application_id: ___, guild_id: ____, ...rest } = body;
  return {
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    ...rest,
    type: asNumber(body.type, 1),
    description: asText(body.description),
    default_member_permissions: permissionText(body.default_member_permissions),
    ...(Array.isArray(body.options) ? { options: asObjects(body.options).map(normaliseOption) } : {}),
  };
}

/** Discord leaves out what has its default, and answers with no key that is null. */
function normaliseOption(option: JsonObject): JsonObject {
  const kept = Object.entries(option).filter(
    ([key, value]) => value !== undefined && (value !== null || key.endsWith("_localizations")),
  );
  return {
    ...Object.fromEntries(kept),
    ...(Array.isArray(option.options) ? { options: asObjects(option.options).map(normaliseOption) } : {}),
  };
}

const permissionText = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? `${value}` : null;

/** As a GET without `with_localizations` shows a command: the dictionaries are left out. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith("_localizations"))
      .map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}
