import type { JsonObject } from "../../json.ts";
import { interactionChannelPayload, interactionMemberPayload, rolePayload } from "../payload/guild.ts";
import { userPayload } from "../payload/user.ts";
import type { Place, State } from "../state.ts";
import { ImpossibleAct } from "./impossible.ts";

export type Named = "user" | "role" | "channel" | "mentionable";

/** The `resolved` objects for the ids that a person picked; throws for an id that is not there to pick. */
export function resolve(
  state: State,
  place: Place,
  userId: string,
  kind: Named,
  ids: readonly string[],
): Readonly<Record<string, JsonObject>> {
  if (place.kind === "direct") throw new ImpossibleAct("nothing can be picked in direct messages");
  const { guild, channel } = place;
  const users = kind === "user" || kind === "mentionable";
  const members = guild.members.filter((member) => users && ids.includes(member.userId));
  const roles = guild.roles.filter(
    ({ id }) => (kind === "role" || kind === "mentionable") && ids.includes(id),
  );
  const channels = guild.channels.filter(({ id }) => kind === "channel" && ids.includes(id));
  if (members.length + roles.length + channels.length !== ids.length)
    throw new ImpossibleAct(`not every ${kind} of ${ids.join(", ")} is in ${guild.name}`);
  const found = {
    users: Object.fromEntries(
      members.map((member) => [member.userId, userPayload(state.world, member.userId)]),
    ),
    members: Object.fromEntries(
      members.map((member) => {
        const { user: _, ...rest } = interactionMemberPayload(state.world, guild, member, channel);
        return [member.userId, rest];
      }),
    ),
    roles: Object.fromEntries(roles.map((role) => [role.id, rolePayload(role, guild.roles.indexOf(role))])),
    channels: Object.fromEntries(
      channels.map((one) => [
        one.id,
        interactionChannelPayload(state.world, { kind: "guild", guild, channel: one }, userId),
      ]),
    ),
  };
  return Object.fromEntries(Object.entries(found).filter(([, objects]) => Object.keys(objects).length > 0));
}
