import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { channelOnWire } from "../wire.ts";
import type { Workspace } from "../workspace.ts";
import type { Channel } from "../world.ts";
import { count, flag, type Methods, method } from "./method.ts";

const READ_SCOPE = { public: "channels:read", private: "groups:read", im: "im:read" } as const;
const KIND_OF_TYPE = new Map<string, Channel["kind"]>([
  ["public_channel", "public"],
  ["private_channel", "private"],
  ["im", "im"],
]);

export function conversationMethods(workspace: Workspace, granted: readonly string[]): Methods {
  const { directory, world } = workspace;
  const bot = world.app.userId;
  const visible = (channel: Channel): boolean => channel.kind === "public" || channel.members.includes(bot);

  return {
    "conversations.open": method(
      { scopes: ["im:write"] },
      z.object({ users: z.string().optional(), channel: z.string().optional() }),
      ({ users, channel }) => {
        if (channel !== undefined) return { channel: { id: directory.channel(channel).id } };
        if (users === undefined || users.includes(",")) throw new Refusal("users_list_not_supplied");
        return { channel: { id: directory.direct(users).id } };
      },
    ),
    "conversations.info": method(
      { scopes: Object.values(READ_SCOPE) },
      z.object({ channel: z.string() }),
      ({ channel: id }) => {
        const channel = directory.channel(id);
        if (!visible(channel)) throw new Refusal("channel_not_found");
        const needed = READ_SCOPE[channel.kind];
        if (!granted.includes(needed))
          throw new Refusal("missing_scope", { needed, provided: granted.join(",") });
        return { channel: channelOnWire(channel, world) };
      },
    ),
    "users.conversations": method(
      { scopes: Object.values(READ_SCOPE) },
      z.object({
        user: z.string().optional(),
        types: z.string().optional(),
        exclude_archived: flag.optional(),
        limit: count.optional(),
        cursor: z.string().optional(),
      }),
      ({ user = bot, types = "public_channel", exclude_archived, limit = 100, cursor }) => {
        const kinds = types.split(",").map((type) => KIND_OF_TYPE.get(type.trim()));
        const all = directory
          .channels()
          .filter((one) => kinds.includes(one.kind) && one.members.includes(user) && visible(one))
          .filter((one) => exclude_archived !== true || !one.archived);
        const from = cursor ? Number(cursor) : 0;
        const next = from + limit < all.length ? String(from + limit) : "";
        return {
          channels: all.slice(from, from + limit).map((one) => channelOnWire(one, world)),
          response_metadata: { next_cursor: next },
        };
      },
    ),
  };
}
