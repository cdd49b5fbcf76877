import type { Directory } from "./directory.ts";
import type { Events } from "./events.ts";
import { personOnWire } from "./methods/people.ts";
import { changeMembership } from "./person.ts";
import type { Tokens } from "./tokens.ts";
import type { Workspace } from "./workspace.ts";

/** What an administrator of the workspace can do; the app hears of it where real Slack tells. */
export interface Admin extends Pick<Directory, "changeGroup"> {
  /** Also what people change of themselves, as their language. */
  changePerson(...change: Parameters<Directory["changePerson"]>): Promise<void>;
  inviteBot(channel: string): Promise<void>;
  removeBot(channel: string): Promise<void>;
  archive(channel: string): Promise<void>;
  deleteChannel(channel: string): Promise<void>;
  /** Takes the app out of the workspace: its tokens are worth nothing any more. */
  uninstall(): Promise<void>;
}

export function createAdmin(workspace: Workspace, events: Events, tokens: Tokens): Admin {
  const { directory, world, clock } = workspace;
  const bot = world.app.userId;
  return {
    async changePerson(id, change) {
      directory.changePerson(id, change);
      const user = personOnWire(directory.user(id), world.team.id, clock.now(), true);
      await events.emit({ type: "user_change", user });
    },
    changeGroup: directory.changeGroup,
    inviteBot: (channel) => changeMembership({ workspace }, events, channel, bot, "joins"),
    removeBot: (channel) => changeMembership({ workspace }, events, channel, bot, "leaves"),
    async archive(channel) {
      directory.changeChannel(channel, { archived: true });
      const type = directory.channel(channel).kind === "private" ? "group_archive" : "channel_archive";
      await events.emit({ type, channel, user: world.people[0]?.id ?? bot });
    },
    async deleteChannel(channel) {
      const type = directory.channel(channel).kind === "private" ? "group_deleted" : "channel_deleted";
      directory.deleteChannel(channel);
      await events.emit({ type, channel });
    },
    async uninstall() {
      tokens.revoke("bot", "account_inactive");
      await events.emit({ type: "tokens_revoked", tokens: { oauth: [], bot: [bot] } });
      await events.emit({ type: "app_uninstalled" });
    },
  };
}
