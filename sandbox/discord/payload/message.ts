import { asList, asObjects, type JsonObject } from "../../json.ts";
import type { MessageOrigin, StoredFile, StoredMessage } from "../messages.ts";
import { timestamp } from "../snowflake.ts";
import type { DiscordWorld } from "../world.ts";
import { restUserPayload, userPayload } from "./user.ts";

const PLAIN = 0;
const SLASH_COMMAND = 20;
const COMMAND_INTERACTION = 2;

type UserShape = (world: DiscordWorld, id: string) => JsonObject;

/** A message in a REST answer. */
export const restMessagePayload = (world: DiscordWorld, message: StoredMessage): JsonObject =>
  messagePayload(world, message, restUserPayload);

/** A message inside an interaction. */
export const eventMessagePayload = (world: DiscordWorld, message: StoredMessage): JsonObject =>
  messagePayload(world, message, userPayload);

function messagePayload(world: DiscordWorld, message: StoredMessage, user: UserShape): JsonObject {
  const { content, origin } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: origin?.interactionType === COMMAND_INTERACTION ? SLASH_COMMAND : PLAIN,
    author: user(world, message.authorId),
    content,
    timestamp: timestamp(message.madeAt),
    edited_timestamp: message.editedAt === null ? null : timestamp(message.editedAt),
    tts: false,
    pinned: false,
    flags: message.flags,
    mention_everyone: parses(message, "everyone") && /@(everyone|here)/.test(content),
    mentions: mentionedIds(message, "users", /<@!?(\d+)>/g).map((id) => user(world, id)),
    mention_roles: mentionedIds(message, "roles", /<@&(\d+)>/g),
    attachments: message.files.map(attachmentPayload),
    embeds: message.embeds.map(embedPayload),
    components: message.components,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(origin ? originPayload(world, message, user) : {}),
  };
}

/** Whether mentions of this kind in the content notify: everything does when nothing was said.
 *  Source: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
function parses(message: StoredMessage, kind: string): boolean {
  if (message.allowedMentions === null) return kind !== "everyone" || message.origin === null;
  return asList(message.allowedMentions.parse).includes(kind);
}

function mentionedIds(message: StoredMessage, kind: "users" | "roles", pattern: RegExp): readonly string[] {
  const named = asList(message.allowedMentions?.[kind]);
  const found = [...message.content.matchAll(pattern)].map((match) => match[1] ?? "");
  return [...new Set(found)].filter((id) => parses(message, kind) || named.includes(id));
}

const attachmentPayload = (file: StoredFile): JsonObject => ({
  id: file.id,
  filename: file.name,
  size: file.size,
  content_type: file.type,
  url: `https://cdn.example.com/${file.id}/${encodeURIComponent(file.name)}`,
  proxy_url: `https://media.example.com/${file.id}/${encodeURIComponent(file.name)}`,
});

const embedPayload = (embed: JsonObject): JsonObject => ({
  ...Object.fromEntries(Object.entries(embed).filter(([, value]) => value !== null && value !== undefined)),
  type: "rich",
  ...(Array.isArray(embed.fields)
    ? { fields: asObjects(embed.fields).map((field) => ({ inline: false, ...field })) }
    : {}),
});

function originPayload(world: DiscordWorld, { origin }: StoredMessage, user: UserShape): JsonObject {
  if (!origin) return {};
  return {
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: metadata(world, origin, user),
  };
}

const metadata = (world: DiscordWorld, origin: MessageOrigin, user: UserShape): JsonObject => ({
  id: origin.interactionId,
  type: origin.interactionType,
  user: user(world, origin.userId),
  authorizing_integration_owners: origin.authorizingOwners,
  ...(origin.interactedMessageId === null ? {} : { interacted_message_id: origin.interactedMessageId }),
  ...(origin.trigger ? { triggering_interaction_metadata: metadata(world, origin.trigger, user) } : {}),
});
