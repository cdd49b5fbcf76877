import type { JsonObject } from "../json.ts";
import type { Element } from "./elements.ts";
import type { Message } from "./messages.ts";
import type { View } from "./modals.ts";
import { messageOnWire, VERIFICATION_TOKEN, viewOnWire } from "./wire.ts";
import type { Workspace } from "./workspace.ts";
import type { Channel, Person } from "./world.ts";

/** What every interaction says about who sends it and where from. */
function origin({ world }: Workspace, person: Person): JsonObject {
  return {
    token: VERIFICATION_TOKEN,
    api_app_id: world.app.appId,
    team: { id: world.team.id, domain: world.team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export interface SlashCommand {
  readonly command: string;
  readonly text: string;
  readonly responseUrl: string;
  readonly trigger: string;
}

/**
 * Choice: `team_id` is the workspace that has the app, for a stranger too, so that only users.info tells strangers apart;
 * what real Slack sends from a shared channel is not documented, and this is the harder case for the bot.
 */
export function slashPayload(
  { world }: Workspace,
  person: Person,
  channel: Channel,
  { command, text, responseUrl, trigger }: SlashCommand,
): JsonObject {
  return {
    token: VERIFICATION_TOKEN,
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === "im" ? "directmessage" : channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: world.app.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: trigger,
  };
}

export interface Action {
  readonly element: Element;
  readonly blockId: string;
  /** The choice, as `state.values` has it; null for a button. */
  readonly state: JsonObject | null;
  readonly trigger: string;
}

/** The action itself: what the element is, and what was chosen. */
function actionOf({ ids }: Workspace, { element, blockId, state }: Action): JsonObject {
  const { type, action_id, text, value, url, style, placeholder } = element;
  const described = { text, value, url, style, placeholder };
  const known = Object.fromEntries(Object.entries(described).filter(([, one]) => one !== undefined));
  return { ...known, ...state, type, action_id, block_id: blockId, action_ts: ids.ts() };
}

export function messageActionPayload(
  workspace: Workspace,
  person: Person,
  message: Message,
  action: Action & { readonly values: JsonObject; readonly responseUrl: string },
): JsonObject {
  const channel = workspace.directory.channel(message.channel);
  return {
    type: "block_actions",
    ...origin(workspace, person),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.only !== null,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: action.trigger,
    channel: { id: channel.id, name: channel.kind === "im" ? "directmessage" : channel.name },
    message: messageOnWire(message, workspace.world),
    state: { values: action.values },
    response_url: action.responseUrl,
    actions: [actionOf(workspace, action)],
  };
}

export function viewActionPayload(
  workspace: Workspace,
  person: Person,
  view: View,
  action: Action & { readonly values: JsonObject },
): JsonObject {
  return {
    type: "block_actions",
    ...origin(workspace, person),
    container: { type: "view", view_id: view.id },
    trigger_id: action.trigger,
    view: viewOnWire(view, workspace.world, action.values),
    actions: [actionOf(workspace, action)],
  };
}

export interface Query {
  readonly actionId: string;
  readonly blockId: string;
  readonly typed: string;
}

export function suggestionPayload(
  workspace: Workspace,
  person: Person,
  place: { readonly message: Message } | { readonly view: View; readonly values: JsonObject },
  { actionId, blockId, typed }: Query,
): JsonObject {
  const common = {
    type: "block_suggestion",
    ...origin(workspace, person),
    action_id: actionId,
    block_id: blockId,
    value: typed,
  };
  if ("view" in place)
    return {
      ...common,
      container: { type: "view", view_id: place.view.id },
      view: viewOnWire(place.view, workspace.world, place.values),
    };
  const { message } = place;
  const channel = workspace.directory.channel(message.channel);
  return {
    ...common,
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.only !== null,
    },
    channel: { id: channel.id, name: channel.name },
    message: messageOnWire(message, workspace.world),
  };
}

export const submissionPayload = (
  workspace: Workspace,
  person: Person,
  view: View,
  values: JsonObject,
  trigger: string,
): JsonObject => ({
  type: "view_submission",
  ...origin(workspace, person),
  trigger_id: trigger,
  view: viewOnWire(view, workspace.world, values),
  response_urls: [],
});

export const closedPayload = (
  workspace: Workspace,
  person: Person,
  view: View,
  values: JsonObject,
  cleared: boolean,
): JsonObject => ({
  type: "view_closed",
  ...origin(workspace, person),
  view: viewOnWire(view, workspace.world, values),
  is_cleared: cleared,
});

export function eventPayload({ world, ids, clock }: Workspace, event: JsonObject): JsonObject {
  return {
    token: VERIFICATION_TOKEN,
    team_id: world.team.id,
    api_app_id: world.app.appId,
    event,
    type: "event_callback",
    event_id: ids.next("Ev"),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.app.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: ids.next("4-"),
  };
}
