import type { Locale } from "../../src/card/card.ts";
import type { Clock } from "../../src/clock.ts";
import type { Actor } from "../../src/domain/actor.ts";
import { HOUR, MINUTE } from "../../src/domain/instant.ts";
import type { Log } from "../../src/ports.ts";
import type { SlackApi, SlackUser } from "./api.ts";
import { reasonOf } from "./logger.ts";
import { createMemory } from "./memory.ts";

/** Who somebody is, as Slack vouches for them; `unknown` when Slack did not say, and then nothing is done for them. */
export type Person =
  | { readonly kind: "known"; readonly actor: Actor; readonly locale: Locale }
  | { readonly kind: "unknown"; readonly locale: Locale };

export interface Identities {
  /** `team` is the one that the payload names for this person; null where it names none. */
  identify(user: string, team: string | null): Promise<Person>;
  /** Something about this person has changed: asks Slack again the next time. */
  forget(user: string): void;
}

export interface IdentityOptions {
  readonly api: Pick<SlackApi, "user" | "groupMembers">;
  /** The workspace that the bot serves. */
  readonly team: string;
  /** The user groups that the configuration names. */
  readonly groups: readonly string[];
  readonly defaultLocale: Locale;
  readonly clock: Clock;
  readonly log: Log;
}

const PEOPLE = 10_000;

export function createIdentities({
  api,
  team,
  groups,
  defaultLocale,
  clock,
  log,
}: IdentityOptions): Identities {
  const people = createMemory<SlackUser>({ clock, life: HOUR, most: PEOPLE });
  // A person taken out of a group loses its rights within five minutes.
  /** What is being asked for, by person, as far as it may be remembered. */
  const asking = new Map<string, Promise<SlackUser>>();
  const members = createMemory<ReadonlySet<string>>({ clock, life: 5 * MINUTE, most: groups.length + 1 });

  async function readUser(id: string): Promise<SlackUser> {
    const known = people.get(id);
    if (known) return known;
    const asked = api.user(id);
    asking.set(id, asked);
    try {
      const read = await asked;
      // What was asked before a change may be what was true before it.
      if (asking.get(id) === asked) people.set(id, read);
      return read;
    } finally {
      if (asking.get(id) === asked) asking.delete(id);
    }
  }

  async function readGroup(group: string): Promise<ReadonlySet<string>> {
    const known = members.get(group);
    if (known) return known;
    const read = new Set(await api.groupMembers(group));
    members.set(group, read);
    return read;
  }

  /** Null when one of them could not be read: who might be in it is not known to be out of it either. */
  async function groupsOf(id: string): Promise<readonly string[] | null> {
    try {
      const read = await Promise.all(groups.map(readGroup));
      return groups.filter((_, at) => read[at]?.has(id));
    } catch (error) {
      log.warn("slack.groups-unread", { reason: reasonOf(error) });
      return null;
    }
  }

  return {
    forget(id) {
      asking.delete(id);
      people.forget(id);
    },
    async identify(id, payloadTeam) {
      const reading = readUser(id).catch((error: unknown) => {
        log.warn("slack.user-unread", { user: id, reason: reasonOf(error) });
        return null;
      });
      const [user, inGroups] = await Promise.all([reading, groupsOf(id)]);
      if (!user) return { kind: "unknown", locale: defaultLocale };
      const standing = standingOf(user, payloadTeam ?? user.team_id ?? null, team);
      const locale = localeOf(user.locale, defaultLocale);
      return { kind: "known", locale, actor: { platform: "slack", id, standing, groups: inGroups } };
    },
  };
}

/** What does not say that somebody belongs to the team is read as: they do not. */
function standingOf(user: SlackUser, payloadTeam: string | null, team: string): Actor["standing"] {
  const homes = [user.team_id, ...(user.enterprise_user?.teams ?? [])];
  if (user.deleted || user.is_bot || user.is_stranger) return "foreign";
  if (payloadTeam !== team || !homes.includes(team)) return "foreign";
  return user.is_restricted || user.is_ultra_restricted ? "guest" : "member";
}

/** BCP 47, as `fr-FR`. */
function localeOf(locale: string | undefined, otherwise: Locale): Locale {
  if (!locale) return otherwise;
  return locale.toLowerCase().startsWith("fr") ? "fr" : "en";
}
