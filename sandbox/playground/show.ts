import { isWrite } from "../ovhcloud/calls.ts";
import type { OvhSandbox } from "../ovhcloud/sandbox.ts";
import { rememberEach } from "../remember.ts";
import { APP } from "../slack/world.ts";
import type { Life } from "./life.ts";
import type { Persona } from "./personas.ts";
import type { DiscordPlace, Many, OvhCall, Single, SlackPlace } from "./protocol.ts";

/** Everything that one person has before their eyes, and what the page shows beside it. */
export interface Shown {
  readonly single: Single;
  /** Values are the same objects as before where nothing has changed. */
  readonly many: { readonly [K in keyof Many]: ReadonlyMap<string, Many[K]> };
}

const CALLS_SHOWN = 200;
/** Of one channel: the newest. */
const MESSAGES_SHOWN = 200;

export function createShow(life: Life): (who: Persona) => Shown {
  const { world, jumps, account, switches, bot, journal, facts } = life;
  const callOf = rememberEach(shownCall);
  return (who) => {
    const slack = world.slack.person(who.slackId);
    const discord = world.discord.person(who.discordId);
    const slackPlaces = slackPlacesOf(slack);
    const discordPlaces = discordPlacesOf(discord);
    return {
      single: {
        world: facts,
        who,
        slackPlaces,
        slackModal: slack.modal(),
        slackHome: slack.home(),
        slackErrors: slack.errors(),
        discordPlaces,
        discordModal: discord.modal(),
        discordErrors: discord.errors().map(({ at, text }) => ({ at, text })),
        clock: { now: world.clock.now(), movingTo: jumps.target() },
        bot: bot.state(),
        account: account.summary(),
        faults: switches.state(),
        story: life.play.state(),
      },
      many: {
        slackMessages: collect(
          slackPlaces.flatMap(({ id }) => slack.sees(id).slice(-MESSAGES_SHOWN)),
          ({ channel, ts }) => `${channel}/${ts}`,
        ),
        discordMessages: new Map(
          discordPlaces.flatMap(({ id }) =>
            discord
              .sees(id)
              .slice(-MESSAGES_SHOWN)
              .map((message) => [message.id, message.payload] as const),
          ),
        ),
        mails: collect(world.ovhcloud.mailbox(), ({ id }) => String(id)),
        calls: new Map(
          world.ovhcloud.newestCalls(CALLS_SHOWN).map((call) => [call.queryId, callOf(call)] as const),
        ),
        journal: journal.entries(),
      },
    };
  };
}

const collect = <T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [keyOf(one), one]));

function slackPlacesOf(person: ReturnType<Life["world"]["slack"]["person"]>): readonly SlackPlace[] {
  const channels = person.channels().map(({ id, name, kind, members, archived }) => ({
    ...{ id, name, kind, archived },
    botIsIn: members.includes(APP.userId),
  }));
  return [...channels, { id: person.direct(), name: "", kind: "im", botIsIn: true, archived: false }];
}

const discordPlacesOf = (person: ReturnType<Life["world"]["discord"]["person"]>): readonly DiscordPlace[] =>
  person.places().map((place) =>
    place.kind === "guild"
      ? {
          id: place.channel.id,
          name: place.channel.name,
          server: place.guild.name,
          menu: person.menu(place.channel.id),
        }
      : { id: place.id, name: "", server: null, menu: person.menu(place.id) },
  );

type Call = ReturnType<OvhSandbox["calls"]>[number];

const shownCall = (call: Call): OvhCall => {
  const { at, method, path, query, body, status, reached } = call;
  return { at, method, path, query, body, status, reached, writes: isWrite(call) };
};
