import { PermissionFlagsBits as Flags } from "discord-api-types/v10";
import { MINUTE } from "../../../src/domain/instant.ts";
import { asNumber, asText, type JsonObject } from "../../json.ts";
import { editMessage } from "../edit.ts";
import { IS_COMPONENTS_V2 } from "../judge/message.ts";
import type { StoredMessage } from "../messages.ts";
import { channelPayload } from "../payload/guild.ts";
import { restMessagePayload } from "../payload/message.ts";
import { has, permissionsOf } from "../permissions.ts";
import { refusal } from "../refusal.ts";
import { placeId, type State } from "../state.ts";
import { checkMaySend, reachableMessage, visiblePlace } from "./access.ts";
import {
  bodyObject,
  nothing,
  ok,
  patch,
  post,
  type RestRoute,
  type RestWorld,
  read,
  remove,
} from "./call.ts";

const SETTABLE = (1 << 2) | (1 << 12) | IS_COMPONENTS_V2;

/** "The past few minutes" of the documentation; the number is our choice.
 *  Source: https://discord.com/developers/docs/resources/message#create-message */
const NONCE_KEPT = 5 * MINUTE;

export const channelRoutes = ({ state }: RestWorld): readonly RestRoute[] => [
  read("/channels/{channel}", ({ params }) =>
    ok(channelPayload(state.world, visiblePlace(state, params.get("channel")))),
  ),

  post("/users/@me/channels", (call) => {
    call.check();
    const userId = asText(bodyObject(call).recipient_id);
    if (!state.person(userId)) throw refusal("unknownUser");
    return ok(channelPayload(state.world, state.directChannel(userId)));
  }),

  read("/channels/{channel}/messages", ({ params, query }) => {
    const place = visiblePlace(state, params.get("channel"));
    const mayRead =
      place.kind === "direct" ||
      has(permissionsOf(place.guild, state.world.applicationId, place.channel), Flags.ReadMessageHistory);
    const messages = mayRead ? publicMessages(state, placeId(place)) : [];
    const before = query.get("before");
    const after = query.get("after");
    const wanted = messages.filter(
      ({ id }) =>
        (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after)),
    );
    const limit = asNumber(Number(query.get("limit") ?? 50), 50);
    return ok(
      wanted
        .reverse()
        .slice(0, limit)
        .map((message) => restMessagePayload(state.world, message)),
    );
  }),

  post("/channels/{channel}/messages", (call) => {
    const place = visiblePlace(state, call.params.get("channel"));
    call.check({ files: call.files.length });
    checkMaySend(state, place);
    const body = bodyObject(call);
    const message =
      sentBefore(state, placeId(place), body) ??
      state.messages.add({
        channelId: placeId(place),
        authorId: state.world.applicationId,
        body,
        files: call.files,
        flags: asNumber(body.flags, 0) & SETTABLE,
      });
    return ok(restMessagePayload(state.world, message));
  }),

  read("/channels/{channel}/messages/{message}", ({ params }) => {
    visiblePlace(state, params.get("channel"));
    const message = reachableMessage(state, params.get("channel"), params.get("message"));
    return ok(restMessagePayload(state.world, message));
  }),

  patch("/channels/{channel}/messages/{message}", (call) => {
    const { params } = call;
    visiblePlace(state, params.get("channel"));
    const message = reachableMessage(state, params.get("channel"), params.get("message"));
    if (message.authorId !== state.world.applicationId) throw refusal("notTheAuthor");
    call.check({ flags: message.flags });
    return ok(restMessagePayload(state.world, editMessage(state, message.id, bodyObject(call))));
  }),

  remove("/channels/{channel}/messages/{message}", ({ params }) => {
    const place = visiblePlace(state, params.get("channel"));
    const message = reachableMessage(state, params.get("channel"), params.get("message"));
    const may =
      place.kind === "guild" ? permissionsOf(place.guild, state.world.applicationId, place.channel) : 0n;
    if (message.authorId !== state.world.applicationId && !has(may, Flags.ManageMessages))
      throw refusal("missingPermissions");
    state.messages.remove(message.id);
    return nothing();
  }),
];

const publicMessages = (state: State, channelId: string): StoredMessage[] =>
  state.messages.all().filter((one) => one.channelId === channelId && one.onlyFor === null);

/** With `enforce_nonce` a repeated post gives back the first one instead of a second. */
function sentBefore(state: State, channelId: string, body: JsonObject): StoredMessage | undefined {
  if (body.enforce_nonce !== true || body.nonce === undefined || body.nonce === null) return undefined;
  const since = state.clock.now() - NONCE_KEPT;
  return publicMessages(state, channelId).find(
    ({ nonce, madeAt, authorId }) =>
      nonce === body.nonce && madeAt >= since && authorId === state.world.applicationId,
  );
}
