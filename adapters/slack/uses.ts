/**
 * Everything this adapter asks of Slack, in one place: manifest.yml must grant exactly this (a test holds both ways).
 * Scopes from docs.slack.dev/reference/methods and docs.slack.dev/reference/events.
 */

export const COMMAND = "/ovh";

/** Scopes that a slash command needs. */
export const COMMAND_SCOPES = ["commands"] as const;

/** Web API methods and the bot scopes they need. */
export const METHODS = {
  "auth.test": [],
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "views.open": [],
  "views.update": [],
  "views.publish": [],
  "users.info": ["users:read"],
  "usergroups.users.list": ["usergroups:read"],
  /** For App Home: which follows belong to that person's channels. Names and messages are never read. */
  "users.conversations": ["channels:read", "groups:read"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Method = keyof typeof METHODS;

/** Events and the bot scopes they need. */
export const EVENTS = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  channel_archive: ["channels:read"],
  channel_deleted: ["channels:read"],
  group_archive: ["groups:read"],
  group_deleted: ["groups:read"],
  /** For the bot itself: it was taken out of a channel. */
  member_left_channel: ["channels:read", "groups:read"],
  /** Who was deactivated or made a guest loses its rights at once, and who changes the language reads it at once. */
  user_change: ["users:read"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
