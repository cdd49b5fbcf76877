import { type StoredCommand, withoutLocalizations } from "../commands.ts";
import { refusal } from "../refusal.ts";
import { joinedGuild } from "./access.ts";
import {
  bodyObject,
  bodyObjects,
  type Call,
  nothing,
  ok,
  patch,
  post,
  put,
  type RestRoute,
  type RestWorld,
  read,
  remove,
} from "./call.ts";

/** Global commands, and the same once more for a guild's. */
export function commandRoutes(world: RestWorld): readonly RestRoute[] {
  const { state } = world;
  const inGuild = ({ params }: Call): string => joinedGuild(state, params.get("guild")).id;
  return [
    ...routesAt(world, "/applications/{application}/commands", () => null),
    ...routesAt(world, "/applications/{application}/guilds/{guild}/commands", inGuild),
  ];
}

function routesAt(
  { state }: RestWorld,
  path: string,
  guildOf: (call: Call) => string | null,
): readonly RestRoute[] {
  const { commands } = state;
  const scope = (call: Call): string | null => {
    if (call.params.get("application") !== state.world.applicationId) throw refusal("missingAccess");
    return guildOf(call);
  };
  const known = (call: Call): StoredCommand => {
    const found = commands.get(scope(call), call.params.get("command"));
    if (!found) throw refusal("unknownCommand");
    return found;
  };
  const payloads = (list: readonly StoredCommand[]): readonly unknown[] => list.map(({ payload }) => payload);
  return [
    read(path, (call) => {
      const all = payloads(commands.list(scope(call)));
      return ok(call.query.get("with_localizations") === "true" ? all : withoutLocalizations(all));
    }),
    put(path, (call) => {
      const guildId = scope(call);
      call.check();
      return ok(payloads(commands.replace(guildId, bodyObjects(call))));
    }),
    post(path, (call) => {
      const guildId = scope(call);
      call.check();
      return ok(commands.put(guildId, bodyObject(call)).payload);
    }),
    read(`${path}/{command}`, (call) => ok(known(call).payload)),
    patch(`${path}/{command}`, (call) => {
      const { id, guildId, payload } = known(call);
      call.check();
      return ok(commands.change(guildId, id, bodyObject(call))?.payload ?? payload);
    }),
    remove(`${path}/{command}`, (call) => {
      const { id, guildId } = known(call);
      commands.remove(guildId, id);
      return nothing();
    }),
  ];
}
