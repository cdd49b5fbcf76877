import type { JsonObject } from "../json.ts";
import type { Message } from "./messages.ts";
import type { View } from "./modals.ts";
import type { Channel, World } from "./world.ts";

/** The token that every payload carries; deprecated at Slack, still sent. */
export const VERIFICATION_TOKEN = "sandbox-verification-token";

/** A message as answers and payloads show it. */
export function messageOnWire(message: Message, { app, team }: World): JsonObject {
  const byApp = message.user === app.userId;
  return {
    type: "message",
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(byApp ? { bot_id: app.botId, app_id: app.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.edits > 0 ? { edited: { user: app.userId, ts: message.ts } } : {}),
  };
}

const text = (value: unknown): unknown => value ?? null;

/** A view as answers and payloads show it. */
export function viewOnWire(view: View, { app, team }: World, values: JsonObject): JsonObject {
  const { body } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: body.private_metadata ?? "",
    callback_id: body.callback_id ?? "",
    state: { values },
    hash: view.hash,
    title: text(body.title),
    clear_on_close: body.clear_on_close ?? false,
    notify_on_close: body.notify_on_close ?? false,
    close: text(body.close),
    submit: text(body.submit),
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: app.botId,
  };
}

export function channelOnWire(channel: Channel, { app }: World): JsonObject {
  const direct = channel.kind === "im";
  return {
    id: channel.id,
    ...(direct ? {} : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === "public",
    is_group: false,
    is_im: direct,
    is_mpim: false,
    is_private: channel.kind === "private",
    is_archived: channel.archived,
    is_member: channel.members.includes(app.userId),
    is_general: channel.name === "general",
    num_members: channel.members.length,
  };
}
