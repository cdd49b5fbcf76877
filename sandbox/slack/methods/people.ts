import { z } from "zod";
import type { Instant } from "../../../src/domain/instant.ts";
import type { JsonObject } from "../../json.ts";
import { Refusal } from "../refusal.ts";
import type { Workspace } from "../workspace.ts";
import type { Person, UserGroup, World } from "../world.ts";
import { flag, type Methods, method } from "./method.ts";

/** People, groups, the team and the app itself. */
export function peopleMethods({ directory, world, clock }: Workspace): Methods {
  const { team, app } = world;
  return {
    "auth.test": method({}, z.object({}), () => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: app.name,
      team_id: team.id,
      user_id: app.userId,
      bot_id: app.botId,
      is_enterprise_install: false,
    })),
    "users.info": method(
      { scopes: ["users:read"] },
      z.object({ user: z.string(), include_locale: flag.optional() }),
      ({ user, include_locale }) => {
        const found = user === app.userId ? botAsPerson(world) : directory.user(user);
        const known = personOnWire(found, team.id, clock.now(), include_locale === true);
        return { user: { ...known, is_bot: user === app.userId } };
      },
    ),
    "usergroups.list": method(
      { scopes: ["usergroups:read"] },
      z.object({ include_users: flag.optional(), include_disabled: flag.optional() }),
      ({ include_users, include_disabled }) => ({
        usergroups: directory
          .groups()
          .filter(({ disabled }) => include_disabled === true || !disabled)
          .map((group) => groupOnWire(group, team.id, include_users === true)),
      }),
    ),
    "usergroups.users.list": method(
      { scopes: ["usergroups:read"] },
      z.object({ usergroup: z.string() }),
      ({ usergroup }) => ({ users: directory.group(usergroup).members }),
    ),
    "team.info": method({ scopes: ["team:read"] }, z.object({}), () => ({
      team: { id: team.id, name: team.name, domain: team.domain, email_domain: "" },
    })),
    "bots.info": method(
      { scopes: ["users:read"] },
      z.object({ bot: z.string().optional() }),
      ({ bot = app.botId }) => {
        if (bot !== app.botId) throw new Refusal("bot_not_found");
        return {
          bot: { id: app.botId, deleted: false, name: app.name, app_id: app.appId, user_id: app.userId },
        };
      },
    ),
  };
}

const botAsPerson = ({ app, team }: World): Person => ({
  id: app.userId,
  name: app.name,
  realName: app.name,
  locale: "en-US",
  timeZone: "UTC",
  teamId: team.id,
  standing: "member",
  deleted: false,
});

/** `users.info` with the locale, `user_change` with all of it. */
export function personOnWire(
  person: Person,
  homeTeam: string,
  now: Instant,
  withLocale: boolean,
): JsonObject {
  const offset = offsetOf(person.timeZone, now);
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: offset,
    profile: { real_name: person.realName, display_name: person.name, team: person.teamId },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.standing !== "member",
    is_ultra_restricted: person.standing === "single-channel guest",
    is_app_user: false,
    ...(person.teamId === homeTeam ? {} : { is_stranger: true }),
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

function groupOnWire(group: UserGroup, teamId: string, withUsers: boolean): JsonObject {
  return {
    id: group.id,
    team_id: teamId,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: "",
    is_external: false,
    date_delete: group.disabled ? 1 : 0,
    user_count: group.members.length,
    ...(withUsers ? { users: group.members } : {}),
  };
}

/** Seconds east of Greenwich. */
function offsetOf(timeZone: string, now: Instant): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(now);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
