import type { AppsManifestValidateArguments } from "@slack/web-api";

type Manifest = AppsManifestValidateArguments["manifest"];

/**
 * manifest.yml's settings with Slack's own types upon them: an unknown scope or event does not compile. The test holds
 * the file against it.
 */
export const TYPED_MANIFEST = {
  oauth_config: {
    scopes: {
      bot: ["commands", "chat:write", "users:read", "usergroups:read", "channels:read", "groups:read"],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        "app_home_opened",
        "app_uninstalled",
        "channel_archive",
        "channel_deleted",
        "group_archive",
        "group_deleted",
        "member_left_channel",
        "tokens_revoked",
        "user_change",
      ],
    },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  },
} satisfies Omit<Manifest, "display_information">;

/** The types are awake: these do not compile. */
export const REFUSED_BY_TYPES = [
  // @ts-expect-error there is no such scope
  { bot: ["chat:delete"] } satisfies NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>,
  // @ts-expect-error there is no such event
  { bot_events: ["app_home_closed"] } satisfies NonNullable<
    NonNullable<Manifest["settings"]>["event_subscriptions"]
  >,
];
