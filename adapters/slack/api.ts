import type { HomeView, ModalView } from "@slack/types";
import type {
  ChatPostEphemeralArguments,
  ChatPostMessageArguments,
  ChatUpdateArguments,
  UsersConversationsArguments,
} from "@slack/web-api";
import { type WebAPICallResult, WebClient, type WebClientOptions } from "@slack/web-api";
import { z } from "zod";
import type { Log } from "../../src/ports.ts";
import { createLogger } from "./logger.ts";
import type { SlackMessage } from "./render/message.ts";
import type { Method } from "./uses.ts";

/** The Web API as this adapter uses it. Every method rejects with what @slack/web-api throws; nothing is retried. */
export interface SlackApi {
  whoAmI(): Promise<Identity>;
  /** The `ts` and the channel in which it stands (a person's id becomes their direct message channel). */
  post(channel: string, message: SlackMessage): Promise<Posted>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  postEphemeral(channel: string, user: string, message: SlackMessage): Promise<void>;
  openView(trigger: string, view: ModalView): Promise<void>;
  updateView(viewId: string, view: ModalView): Promise<void>;
  publishHome(user: string, view: HomeView): Promise<void>;
  user(id: string): Promise<SlackUser>;
  groupMembers(group: string): Promise<readonly string[]>;
  /** Ids of the channels that a person and the bot share; at most 1,000. */
  channelsOf(user: string): Promise<readonly string[]>;
}

export type Identity = z.output<typeof identitySchema>;
type Posted = z.output<typeof postedSchema>;
export type SlackUser = z.output<typeof userSchema>["user"];

const identitySchema = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string().optional() });
const postedSchema = z.object({ channel: z.string(), ts: z.string() });
/** docs.slack.dev/reference/objects/user-object */
const userSchema = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    locale: z.string().optional(),
    enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
  }),
});
const membersSchema = z.object({ users: z.array(z.string()) });
const channelsSchema = z.object({
  channels: z.array(z.object({ id: z.string() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

export interface SlackApiOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly timeoutMs: number;
  readonly log: Log;
  /** Told of every failed call, whoever handles it: a dead token ends the process. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The defaults of @slack/web-api would repeat a post (and so post it twice), wait for half an hour, and let one 429
 * freeze every other call of the same client: all three are off. Explicit, since Bolt plants a `retryConfig` of its own.
 */
export function clientOptions({
  apiUrl,
  timeoutMs,
  log,
}: Omit<SlackApiOptions, "token" | "onFailure">): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: createLogger(log),
  };
}

const CHANNEL_PAGES = 5;
const CHANNELS_A_PAGE = 200;

export function createSlackApi(options: SlackApiOptions): SlackApi {
  const client = new WebClient(options.token, clientOptions(options));
  /** Only what {@link METHODS} lists can be called: manifest.yml is held against it. */
  const call = async (method: Method, args: Record<string, unknown> = {}): Promise<WebAPICallResult> => {
    try {
      return await client.apiCall(method, args);
    } catch (error) {
      options.onFailure(error);
      throw error;
    }
  };

  return {
    whoAmI: async () => identitySchema.parse(await call("auth.test")),
    post: async (channel, message) =>
      postedSchema.parse(
        await call("chat.postMessage", {
          channel,
          ...message,
          ...PLAIN_POST,
        } satisfies ChatPostMessageArguments),
      ),
    async update(channel, ts, message) {
      await call("chat.update", { channel, ts, ...message, ...PLAIN } satisfies ChatUpdateArguments);
    },
    async postEphemeral(channel, user, message) {
      await call("chat.postEphemeral", {
        channel,
        user,
        ...message,
        ...PLAIN,
      } satisfies ChatPostEphemeralArguments);
    },
    async openView(trigger, view) {
      await call("views.open", { trigger_id: trigger, view });
    },
    async updateView(viewId, view) {
      await call("views.update", { view_id: viewId, view });
    },
    async publishHome(user, view) {
      await call("views.publish", { user_id: user, view });
    },
    user: async (id) => userSchema.parse(await call("users.info", { user: id, include_locale: true })).user,
    groupMembers: async (group) =>
      membersSchema.parse(await call("usergroups.users.list", { usergroup: group })).users,
    channelsOf: (user) => channelsOf(call, user),
  };
}

/** Names in the text never turn into mentions or previews. */
const PLAIN = { parse: "none", link_names: false } as const;
const PLAIN_POST = { ...PLAIN, unfurl_links: false, unfurl_media: false } as const;

async function channelsOf(
  call: (method: Method, args: Record<string, unknown>) => Promise<WebAPICallResult>,
  user: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor = "";
  for (let page = 0; page < CHANNEL_PAGES; page++) {
    const answer = channelsSchema.parse(
      await call("users.conversations", {
        user,
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: CHANNELS_A_PAGE,
        ...(cursor ? { cursor } : {}),
      } satisfies UsersConversationsArguments),
    );
    found.push(...answer.channels.map(({ id }) => id));
    cursor = answer.response_metadata?.next_cursor ?? "";
    if (!cursor) return found;
  }
  return found;
}
