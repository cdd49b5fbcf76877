import { applicationPayload, selfPayload } from "../payload/application.ts";
import { guildChannelPayload, guildPayload, restMemberPayload, rolePayload } from "../payload/guild.ts";
import { restUserPayload } from "../payload/user.ts";
import { refusal } from "../refusal.ts";
import { joinedGuild } from "./access.ts";
import { ok, type RestRoute, type RestWorld, read } from "./call.ts";

/** Who and what there is: gateway address, the bot itself, people, guilds. */
export const directoryRoutes = ({ state, gateway, gatewayUrl }: RestWorld): readonly RestRoute[] => [
  read("/gateway", () => ok({ url: gatewayUrl() })),
  read("/gateway/bot", () =>
    ok({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: {
        total: 1000,
        remaining: gateway.identifiesLeft(),
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    }),
  ),
  read("/users/@me", () => ok(selfPayload(state.world))),
  read("/users/{user}", ({ params }) => {
    const id = params.get("user");
    if (!state.person(id) && id !== state.world.applicationId) throw refusal("unknownUser");
    return ok(restUserPayload(state.world, id));
  }),
  read("/applications/@me", () => ok(applicationPayload(state.world))),
  read("/oauth2/applications/@me", () => ok(applicationPayload(state.world))),
  read("/guilds/{guild}", ({ params }) => ok(guildPayload(joinedGuild(state, params.get("guild"))))),
  read("/guilds/{guild}/roles", ({ params }) =>
    ok(joinedGuild(state, params.get("guild")).roles.map(rolePayload)),
  ),
  read("/guilds/{guild}/channels", ({ params }) => {
    const guild = joinedGuild(state, params.get("guild"));
    return ok(guild.channels.map((channel) => guildChannelPayload(guild, channel)));
  }),
  read("/guilds/{guild}/members/{user}", ({ params }) => {
    const { members } = joinedGuild(state, params.get("guild"));
    const member = members.find(({ userId }) => userId === params.get("user"));
    if (!member) throw refusal(state.person(params.get("user")) ? "unknownMember" : "unknownUser");
    return ok(restMemberPayload(state.world, member));
  }),
];
