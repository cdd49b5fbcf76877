import { PermissionFlagsBits as Flags } from "discord-api-types/v10";

export interface WorldPerson {
  readonly id: string;
  readonly username: string;
  readonly globalName: string;
  /** One of Discord's locales, as `fr` or `en-US`: what the client shows and sends. */
  readonly locale: string;
  /** Without it a direct message is refused with 50007. */
  readonly takesDirectMessages: boolean;
}

export interface WorldRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

interface WorldOverwrite {
  /** A role or a member. */
  readonly kind: "role" | "member";
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface WorldChannel {
  readonly id: string;
  readonly name: string;
  readonly overwrites: readonly WorldOverwrite[];
}

export interface WorldMember {
  readonly userId: string;
  readonly roles: readonly string[];
  /** Has not accepted the server's rules yet: Discord's kind of guest. */
  readonly pending?: boolean;
}

export interface WorldGuild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  /** The first has the guild's id: it is @everyone. */
  readonly roles: readonly WorldRole[];
  readonly channels: readonly WorldChannel[];
  readonly members: readonly WorldMember[];
}

interface WorldDirectChannel {
  readonly id: string;
  readonly userId: string;
}

export interface DiscordWorld {
  readonly token: string;
  /** The application's id is the bot user's too. */
  readonly applicationId: string;
  readonly botName: string;
  /** Who owns the application; need not be a member of any guild. */
  readonly ownerId: string;
  readonly people: readonly WorldPerson[];
  readonly guilds: readonly WorldGuild[];
  readonly directChannels: readonly WorldDirectChannel[];
}

const MAY_TALK =
  Flags.ViewChannel |
  Flags.SendMessages |
  Flags.ReadMessageHistory |
  Flags.EmbedLinks |
  Flags.AttachFiles |
  Flags.UseApplicationCommands;

export const APPLICATION_ID = "1210000000000000001";
export const GUILD = "1210000000000000010";
export const OTHER_GUILD = "1210000000000000011";

export const ROLES = {
  operators: "1210000000000000020",
  management: "1210000000000000021",
  bot: "1210000000000000022",
} as const;

export const CHANNELS = {
  general: "1210000000000000030",
  ops: "1210000000000000031",
  /** The bot has no View Channel here. */
  private: "1210000000000000032",
  /** The bot sees this one and has no Send Messages. */
  announcements: "1210000000000000033",
  /** In the other guild. */
  lobby: "1210000000000000034",
  /** Alice's direct messages with the bot. */
  aliceDirect: "1210000000000000035",
} as const;

/** Names a service owner by id; reads French. */
export const ALICE: WorldPerson = {
  id: "1210000000000000040",
  username: "alice",
  globalName: "Alice",
  locale: "fr",
  takesDirectMessages: true,
};
/** Operator through a role; reads English. */
export const BRUNO: WorldPerson = {
  id: "1210000000000000041",
  username: "bruno",
  globalName: "Bruno",
  locale: "en-US",
  takesDirectMessages: true,
};
/** May look and nothing more; reads French. */
export const CHLOE: WorldPerson = {
  id: "1210000000000000042",
  username: "chloe",
  globalName: "Chloé",
  locale: "fr",
  takesDirectMessages: true,
};
/** Member of the other guild alone, where the bot is too; takes no direct messages. */
export const STRANGER: WorldPerson = {
  id: "1210000000000000043",
  username: "stranger",
  globalName: "Sam",
  locale: "en-US",
  takesDirectMessages: false,
};

/** Has joined and not accepted the rules yet. */
export const GUEST: WorldPerson = {
  id: "1210000000000000044",
  username: "gus",
  globalName: "Gus",
  locale: "en-GB",
  takesDirectMessages: false,
};

const everyone = (guildId: string): WorldRole => ({ id: guildId, name: "@everyone", permissions: MAY_TALK });

export const WORLD: DiscordWorld = {
  token: "c2FuZGJveC1kaXNjb3Jk.sandbx.bot-token-of-the-sandbox",
  applicationId: APPLICATION_ID,
  botName: "Lastcall",
  ownerId: ALICE.id,
  people: [ALICE, BRUNO, CHLOE, STRANGER, GUEST],
  guilds: [
    {
      id: GUILD,
      name: "Atelier Lumière",
      locale: "fr",
      ownerId: ALICE.id,
      roles: [
        everyone(GUILD),
        { id: ROLES.operators, name: "Operators", permissions: Flags.ManageGuild },
        { id: ROLES.management, name: "Management", permissions: 0n },
        { id: ROLES.bot, name: "Lastcall", permissions: 0n },
      ],
      channels: [
        { id: CHANNELS.general, name: "general", overwrites: [] },
        { id: CHANNELS.ops, name: "ops", overwrites: [] },
        {
          id: CHANNELS.private,
          name: "private",
          overwrites: [
            { kind: "role", id: GUILD, allow: 0n, deny: Flags.ViewChannel },
            { kind: "role", id: ROLES.management, allow: Flags.ViewChannel, deny: 0n },
          ],
        },
        {
          id: CHANNELS.announcements,
          name: "announcements",
          overwrites: [{ kind: "role", id: ROLES.bot, allow: 0n, deny: Flags.SendMessages }],
        },
      ],
      members: [
        { userId: ALICE.id, roles: [ROLES.management] },
        { userId: BRUNO.id, roles: [ROLES.operators] },
        { userId: CHLOE.id, roles: [] },
        { userId: GUEST.id, roles: [], pending: true },
        { userId: APPLICATION_ID, roles: [ROLES.bot] },
      ],
    },
    {
      id: OTHER_GUILD,
      name: "Elsewhere",
      locale: "en-US",
      ownerId: STRANGER.id,
      roles: [everyone(OTHER_GUILD)],
      channels: [{ id: CHANNELS.lobby, name: "lobby", overwrites: [] }],
      members: [
        { userId: STRANGER.id, roles: [] },
        { userId: APPLICATION_ID, roles: [] },
      ],
    },
  ],
  directChannels: [{ id: CHANNELS.aliceDirect, userId: ALICE.id }],
};
