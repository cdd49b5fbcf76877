import { z } from "zod";
import type { JsonObject } from "../../json.ts";
import { readContent } from "../drafts.ts";
import type { Message } from "../messages.ts";
import { Refusal } from "../refusal.ts";
import { messageOnWire } from "../wire.ts";
import type { Workspace } from "../workspace.ts";
import type { Channel } from "../world.ts";
import { type Methods, method } from "./method.ts";

const content = {
  text: z.unknown().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
};
const place = { channel: z.string() };
const scopes = ["chat:write"];

const warned = (warnings: readonly string[]): JsonObject =>
  warnings.length === 0 ? {} : { warning: warnings.join(","), response_metadata: { warnings } };

export function chatMethods(workspace: Workspace, granted: readonly string[]): Methods {
  const { messages, directory, world } = workspace;
  const own = (channel: string, ts: string, error: string): Message => {
    const found = messages.find(directory.channel(channel).id, ts);
    // An ephemeral message is in no history: only its response_url reaches it.
    if (!found || found.only !== null) throw new Refusal("message_not_found");
    if (found.user !== world.app.userId) throw new Refusal(error);
    return found;
  };

  return {
    "chat.postMessage": method(
      { scopes },
      z.object({ ...place, ...content, thread_ts: z.string().optional() }),
      ({ channel, thread_ts, ...rest }) => {
        const target = writable(workspace, channel, granted);
        const { warnings, ...read } = readContent(rest);
        const user = world.app.userId;
        const message = messages.post({
          ...read,
          channel: target.id,
          user,
          via: "api",
          threadTs: thread_ts ?? null,
        });
        return {
          channel: target.id,
          ts: message.ts,
          message: messageOnWire(message, world),
          ...warned(warnings),
        };
      },
    ),
    "chat.postEphemeral": method(
      { scopes },
      z.object({ ...place, ...content, user: z.string(), thread_ts: z.string().optional() }),
      ({ channel, user, thread_ts, ...rest }) => {
        const target = writable(workspace, channel, granted);
        directory.user(user);
        if (!target.members.includes(user)) throw new Refusal("user_not_in_channel");
        const { warnings, ...read } = readContent(rest);
        const message = messages.post({
          ...read,
          channel: target.id,
          user: world.app.userId,
          via: "api",
          only: user,
          threadTs: thread_ts ?? null,
        });
        return { message_ts: message.ts, ...warned(warnings) };
      },
    ),
    "chat.update": method(
      { scopes },
      z.object({ ...place, ...content, ts: z.string() }),
      ({ channel, ts, ...rest }) => {
        const message = own(channel, ts, "cant_update_message");
        if (directory.channel(channel).archived) throw new Refusal("is_archived");
        const { warnings, ...read } = readContent(rest);
        const changed = messages.replace(message, read);
        return {
          channel,
          ts,
          text: changed.text,
          message: messageOnWire(changed, world),
          ...warned(warnings),
        };
      },
    ),
    "chat.delete": method({ scopes }, z.object({ ...place, ts: z.string() }), ({ channel, ts }) => {
      messages.delete(own(channel, ts, "cant_delete_message"));
      return { channel, ts };
    }),
  };
}

/** Where the bot may write: a person's id means the direct conversation with that person. */
function writable(workspace: Workspace, id: string, granted: readonly string[]): Channel {
  const { directory, world } = workspace;
  const isPerson = world.people.some((one) => one.id === id);
  const channel = isPerson ? directory.direct(id) : directory.channel(id);
  if (channel.archived) throw new Refusal("is_archived");
  if (channel.members.includes(world.app.userId)) return channel;
  // A private channel does not exist for those who are not in it.
  if (channel.kind !== "public") throw new Refusal("channel_not_found");
  if (!granted.includes("chat:write.public")) throw new Refusal("not_in_channel");
  return channel;
}
