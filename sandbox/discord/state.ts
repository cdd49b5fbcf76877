import type { Clock } from "../../src/clock.ts";
import { rememberEach } from "../remember.ts";
import { createWatch, type Watch } from "../watch.ts";
import { type Commands, createCommands } from "./commands.ts";
import { createMessages, type Messages, type StoredMessage } from "./messages.ts";
import { type SeenMessage, seenMessage } from "./person/seen.ts";
import { createSnowflakes } from "./snowflake.ts";
import type { DiscordWorld, WorldChannel, WorldGuild, WorldPerson } from "./world.ts";

/** A channel and the guild it is in, or the person whose direct messages it is. */
export type Place =
  | { readonly kind: "guild"; readonly guild: WorldGuild; readonly channel: WorldChannel }
  | { readonly kind: "direct"; readonly id: string; readonly userId: string };

/** All that the stand-in knows, shared by REST, gateway and people. */
export interface State {
  readonly clock: Clock;
  readonly world: DiscordWorld;
  readonly watch: Watch;
  readonly messages: Messages;
  readonly commands: Commands;
  newId(): string;
  /** The same object as long as the message is the same. */
  seen(message: StoredMessage): SeenMessage;
  /** Guilds that the bot is in. */
  guilds(): readonly WorldGuild[];
  leave(guildId: string): WorldGuild | undefined;
  person(id: string): WorldPerson | undefined;
  setLocale(personId: string, locale: string): void;
  place(channelId: string): Place | undefined;
  /** The direct channel with this person, made when there is none. */
  directChannel(userId: string): Place;
}

export const placeId = (place: Place): string => (place.kind === "guild" ? place.channel.id : place.id);

export function createState(clock: Clock, world: DiscordWorld): State {
  const newId = createSnowflakes(clock);
  const watch = createWatch();
  const people = new Map(world.people.map((person) => [person.id, person]));
  const guilds = new Map(world.guilds.map((guild) => [guild.id, guild]));
  const direct = new Map(world.directChannels.map(({ id, userId }) => [userId, id]));

  const place = (channelId: string): Place | undefined => {
    for (const guild of guilds.values()) {
      const channel = guild.channels.find(({ id }) => id === channelId);
      if (channel) return { kind: "guild", guild, channel };
    }
    const found = [...direct].find(([, id]) => id === channelId);
    return found ? { kind: "direct", id: channelId, userId: found[0] } : undefined;
  };

  return {
    clock,
    world,
    watch,
    messages: createMessages({ clock, newId, changed: watch.touch }),
    commands: createCommands({ applicationId: world.applicationId, newId }),
    newId,
    seen: rememberEach((message) => seenMessage(world, message)),
    guilds: () => [...guilds.values()],
    leave(guildId) {
      const guild = guilds.get(guildId);
      guilds.delete(guildId);
      return guild;
    },
    person: (id) => people.get(id),
    setLocale(id, locale) {
      const known = people.get(id);
      if (!known) throw new Error(`nobody has the id ${id}`);
      people.set(id, { ...known, locale });
      watch.touch();
    },
    place,
    directChannel(userId) {
      const id = direct.get(userId) ?? newId();
      direct.set(userId, id);
      return { kind: "direct", id, userId };
    },
  };
}
