import { asNumber } from "../../json.ts";
import { editMessage } from "../edit.ts";
import type { Conversation } from "../interaction/interactions.ts";
import { LOADING } from "../judge/message.ts";
import { restMessagePayload } from "../payload/message.ts";
import { refusal } from "../refusal.ts";
import {
  bodyObject,
  type Call,
  nothing,
  ok,
  patch,
  post,
  type RestRoute,
  type RestWorld,
  read,
  remove,
} from "./call.ts";

/** Follow-ups and edits by an interaction's token. They count against no permission of the bot's.
 *  Source: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export function webhookRoutes({ state, interactions }: RestWorld): readonly RestRoute[] {
  const conversation = ({ params }: Call): Conversation => {
    if (params.get("webhook") !== state.world.applicationId) throw refusal("unknownWebhook");
    return interactions.byToken(params.get("token"));
  };

  return [
    post("/webhooks/{webhook}/{token}", (call) => {
      const found = conversation(call);
      call.check({ files: call.files.length });
      const body = bodyObject(call);
      const original = state.messages.get(found.originalId ?? "");
      // "This endpoint will function as Edit Original Interaction Response for backwards compatibility."
      const message =
        original && (original.flags & LOADING) !== 0
          ? editMessage(state, original.id, body)
          : interactions.followUp(found, body, asNumber(body.flags, 0), call.files);
      return ok(restMessagePayload(state.world, message));
    }),

    read("/webhooks/{webhook}/{token}/messages/{message}", (call) => {
      const message = interactions.message(conversation(call), call.params.get("message"));
      return ok(restMessagePayload(state.world, message));
    }),

    patch("/webhooks/{webhook}/{token}/messages/{message}", (call) => {
      const message = interactions.message(conversation(call), call.params.get("message"));
      call.check({ flags: message.flags, files: call.files.length });
      return ok(restMessagePayload(state.world, editMessage(state, message.id, bodyObject(call))));
    }),

    remove("/webhooks/{webhook}/{token}/messages/{message}", (call) => {
      const message = interactions.message(conversation(call), call.params.get("message"));
      state.messages.remove(message.id);
      return nothing();
    }),
  ];
}
