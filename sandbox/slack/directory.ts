import type { Watch } from "../watch.ts";
import type { Ids } from "./ids.ts";
import { Refusal } from "./refusal.ts";
import type { Channel, Person, UserGroup, World } from "./world.ts";

/** Who is there and where: people, channels, groups. */
export interface Directory {
  /** Throws user_not_found when there is nobody of that id. */
  user(id: string): Person;
  channel(id: string): Channel;
  channels(): readonly Channel[];
  group(id: string): UserGroup;
  groups(): readonly UserGroup[];
  /** The direct conversation of a person with the bot; opened when it is not there yet. */
  direct(personId: string): Channel;
  isMember(channelId: string, userId: string): boolean;
  changePerson(id: string, change: Partial<Omit<Person, "id">>): void;
  changeChannel(id: string, change: Partial<Omit<Channel, "id">>): void;
  changeGroup(id: string, change: Partial<Omit<UserGroup, "id">>): void;
  join(channelId: string, userId: string): void;
  leave(channelId: string, userId: string): void;
  deleteChannel(id: string): void;
}

export function createDirectory(world: World, ids: Ids, watch: Watch): Directory {
  const people = new Map(world.people.map((one) => [one.id, one]));
  const channels = new Map(world.channels.map((one) => [one.id, one]));
  const groups = new Map(world.groups.map((one) => [one.id, one]));

  const find = <T>(map: ReadonlyMap<string, T>, id: string, error: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new Refusal(error);
    return found;
  };
  const change = <T extends object>(
    map: Map<string, T>,
    id: string,
    patch: Partial<T>,
    error: string,
  ): void => {
    map.set(id, { ...find(map, id, error), ...patch });
    watch.touch();
  };
  const channel = (id: string): Channel => find(channels, id, "channel_not_found");
  const user = (id: string): Person => find(people, id, "user_not_found");
  const changeChannel: Directory["changeChannel"] = (id, patch) =>
    change(channels, id, patch, "channel_not_found");

  return {
    user,
    channel,
    channels: () => [...channels.values()],
    group: (id) => find(groups, id, "no_such_subteam"),
    groups: () => [...groups.values()],
    direct(personId) {
      const members = [user(personId).id, world.app.userId];
      const open = [...channels.values()].find(
        ({ kind, members: there }) => kind === "im" && members.every((id) => there.includes(id)),
      );
      if (open) return open;
      const opened: Channel = { id: ids.next("D"), name: "", kind: "im", members, archived: false };
      channels.set(opened.id, opened);
      return opened;
    },
    isMember: (channelId, userId) => channels.get(channelId)?.members.includes(userId) ?? false,
    changePerson: (id, patch) => change(people, id, patch, "user_not_found"),
    changeChannel,
    changeGroup: (id, patch) => change(groups, id, patch, "no_such_subteam"),
    join: (id, userId) => changeChannel(id, { members: [...new Set([...channel(id).members, userId])] }),
    leave: (id, userId) =>
      changeChannel(id, { members: channel(id).members.filter((one) => one !== userId) }),
    deleteChannel(id) {
      channel(id);
      channels.delete(id);
      watch.touch();
    },
  };
}
