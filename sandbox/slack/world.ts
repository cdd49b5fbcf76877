/** What the stand-in starts with. All ids have Slack's shapes; nothing in the bot may depend on them. */
export interface World {
  readonly team: Team;
  readonly app: App;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly groups: readonly UserGroup[];
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface App {
  readonly appId: string;
  readonly botId: string;
  readonly userId: string;
  readonly name: string;
  /** What its manifest installs, for the list that opens at "/". */
  readonly command: { readonly command: string; readonly description: string; readonly usageHint: string };
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** BCP 47, as Slack's clients set it. */
  readonly locale: string;
  readonly timeZone: string;
  /** Another team's id makes this person a stranger who is here through Slack Connect. */
  readonly teamId: string;
  readonly standing: "member" | "guest" | "single-channel guest";
  readonly deleted: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  /** User ids; the bot is a member by its own user id. */
  readonly members: readonly string[];
  readonly archived: boolean;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly disabled: boolean;
}

export const TEAM: Team = { id: "T0LASTCALL", name: "Lastcall Demo", domain: "lastcall-demo" };
const OTHER_TEAM_ID = "T0ELSEWHERE";
export const APP: App = {
  appId: "A0LASTCALL",
  botId: "B0LASTCALL",
  userId: "U0LASTCALL",
  name: "lastcall",
  command: {
    command: "/ovh",
    description: "Your OVHcloud services · Vos services OVHcloud",
    usageHint: "services | service NAME | upcoming | terminate NAME | follow | help (aide)",
  },
};

const member = { teamId: TEAM.id, standing: "member", deleted: false } as const;

/** Operator who reads French. */
export const ALICE: Person = {
  ...member,
  id: "U0ALICE",
  name: "alice",
  realName: "Alice Martin",
  locale: "fr-FR",
  timeZone: "Europe/Paris",
};
/** Second operator. */
export const BRUNO: Person = {
  ...member,
  id: "U0BRUNO",
  name: "bruno",
  realName: "Bruno Keller",
  locale: "en-US",
  timeZone: "America/New_York",
};
/** May look, may not change. */
export const CHLOE: Person = {
  ...member,
  id: "W0CHLOE",
  name: "chloe",
  realName: "Chloé Dubois",
  locale: "fr-FR",
  timeZone: "Europe/Paris",
};
export const GUEST: Person = {
  ...member,
  standing: "guest",
  id: "U0GUEST",
  name: "gus",
  realName: "Gus the Guest",
  locale: "en-GB",
  timeZone: "Europe/London",
};
/** Somebody of another workspace, in #general through Slack Connect. */
export const STRANGER: Person = {
  ...member,
  teamId: OTHER_TEAM_ID,
  id: "U0STRANGER",
  name: "sam",
  realName: "Sam Stranger",
  locale: "en-US",
  timeZone: "America/Los_Angeles",
};

const everybody = [ALICE.id, BRUNO.id, CHLOE.id];

export const GENERAL: Channel = {
  id: "C0GENERAL",
  name: "general",
  kind: "public",
  members: [...everybody, GUEST.id, STRANGER.id, APP.userId],
  archived: false,
};
export const OPS: Channel = {
  id: "C0OPS",
  name: "ops",
  kind: "public",
  members: [...everybody, APP.userId],
  archived: false,
};
/** The bot is not a member. */
export const RANDOM: Channel = {
  id: "C0RANDOM",
  name: "random",
  kind: "public",
  members: [...everybody, GUEST.id],
  archived: false,
};
/** Private, without the bot and without Chloé. */
export const SECRET: Channel = {
  id: "C0SECRET",
  name: "secret",
  kind: "private",
  members: [ALICE.id, BRUNO.id],
  archived: false,
};
export const ATTIC: Channel = {
  id: "C0ATTIC",
  name: "attic",
  kind: "public",
  members: [...everybody, APP.userId],
  archived: true,
};

/** Alice and Bruno. */
export const OPERATORS: UserGroup = {
  id: "S0OPERATORS",
  handle: "operators",
  name: "Operators",
  members: [ALICE.id, BRUNO.id],
  disabled: false,
};

export const EXAMPLE_WORLD: World = {
  team: TEAM,
  app: APP,
  people: [ALICE, BRUNO, CHLOE, GUEST, STRANGER],
  channels: [GENERAL, OPS, RANDOM, SECRET, ATTIC],
  groups: [OPERATORS],
};
