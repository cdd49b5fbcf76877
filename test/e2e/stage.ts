import * as Discord from "../../sandbox/discord/world.ts";
import type { Account, AccountService } from "../../sandbox/ovhcloud/account.ts";
import { newService } from "../../sandbox/ovhcloud/contract.ts";
import { exampleAccount } from "../../sandbox/ovhcloud/example-account.ts";
import { NIC } from "../../sandbox/ovhcloud/example-names.ts";
import * as Slack from "../../sandbox/slack/world.ts";
import { discordPlayer } from "../../sandbox/tour/discord-player.ts";
import type { Player } from "../../sandbox/tour/player.ts";
import { type Running, type RunningOptions, startRunning } from "../../sandbox/tour/running.ts";
import { slackPlayer } from "../../sandbox/tour/slack-player.ts";
import { DAY, MINUTE, SECOND } from "../../src/domain/instant.ts";

/** The people of one platform, all in one channel but the stranger. */
export interface Cast {
  readonly platform: "Slack" | "Discord";
  /** Operator by group or role; reads English. */
  readonly operator: Player;
  /** Operator by id; reads French. */
  readonly second: Player;
  /** May look; reads French. */
  readonly viewer: Player;
  /** Of another workspace or server. */
  readonly stranger: Player;
}

/** The real bot between the three stand-ins, on a clock that stands still, with a service of one's own for each test. */
export interface Stage {
  readonly running: Running;
  readonly slack: Cast;
  readonly discord: Cast;
  /** A virtual server with automatic renewal that nothing was done to yet. */
  nextVps(): AccountService;
  nextHosting(): AccountService;
  /** The calls that changed one service, since the start. */
  writesTo(service: AccountService): readonly string[];
  /** The service as OVHcloud truly has it. */
  truth(service: AccountService): AccountService;
  /** Eleven minutes on: the budget of calls is fresh, and what earlier tests left open has lapsed and says so. */
  breathe(): Promise<void>;
  /** Lets time pass, a second at a time, until this is done: for what waits on purpose. */
  meanwhile<T>(act: Promise<T>): Promise<T>;
}

export const START = Date.UTC(2026, 10, 22, 9);
const SPARE = 60;

export async function openStage(options: Partial<RunningOptions> = {}): Promise<Stage> {
  const running = await startRunning({ start: START, frozen: true, account: stageAccount(), ...options });
  const { ovhcloud, clock } = running.world;
  const taken = { vps: 0, hosting: 0 };
  const next = (product: "vps" | "hosting"): AccountService =>
    ovhcloud.service(spareId(product, taken[product]++));
  return {
    running,
    slack: slackCast(running),
    discord: discordCast(running),
    nextVps: () => next("vps"),
    nextHosting: () => next("hosting"),
    writesTo: ({ id, name }) =>
      ovhcloud
        .writes()
        .filter(({ path }) => path.endsWith(`/${id}`) || path.includes(`/${name}/`))
        .map(({ method, path }) => `${method} ${path}`),
    truth: ({ id }) => ovhcloud.service(id),
    async meanwhile(act) {
      let done = false;
      const ended = act.finally(() => {
        done = true;
      });
      while (!done) await clock.advance(SECOND);
      return ended;
    },
    async breathe() {
      await clock.advance(11 * MINUTE);
      const { slack, discord } = running.world;
      const lapsed = (player: Player) => (): boolean =>
        !player.seesAll().some(({ buttons }) => buttons.some(isOpen));
      await slack.changed(lapsed(slackPlayer(slack, Slack.ALICE, Slack.OPS.id)));
      await discord.changed(lapsed(discordPlayer(running.world, Discord.ALICE, Discord.CHANNELS.ops)));
    },
  };
}

const isOpen = (label: string): boolean => label === "Change nothing" || label === "Ne rien changer";

function slackCast({ world: { slack } }: Running): Cast {
  const at = (person: Slack.Person, channel = Slack.OPS): Player => slackPlayer(slack, person, channel.id);
  return {
    platform: "Slack",
    operator: at(Slack.BRUNO),
    second: at(Slack.ALICE),
    viewer: at(Slack.CHLOE),
    stranger: at(Slack.STRANGER, Slack.GENERAL),
  };
}

function discordCast({ world }: Running): Cast {
  const at = (person: Discord.WorldPerson, channel: string = Discord.CHANNELS.ops): Player =>
    discordPlayer(world, person, channel);
  return {
    platform: "Discord",
    operator: at(Discord.BRUNO),
    second: at(Discord.ALICE),
    viewer: at(Discord.CHLOE),
    stranger: at(Discord.STRANGER, Discord.CHANNELS.lobby),
  };
}

const spareId = (product: "vps" | "hosting", index: number): number =>
  (product === "vps" ? 70_000_000 : 80_000_000) + index;

/** The example account, and spare services that end in twenty days. */
const OWN = { administrator: NIC, billing: NIC, technical: NIC };

function stageAccount(): Account {
  const example = exampleAccount(START);
  const spare = (product: "vps" | "hosting"): readonly AccountService[] =>
    Array.from({ length: SPARE }, (_, index) =>
      newService(
        {
          id: spareId(product, index),
          product,
          name: product === "vps" ? `vps-${index}.spare.example` : `site-${index}.example`,
          expiresAt: START + 20 * DAY,
        },
        OWN,
        START,
      ),
    );
  return { ...example, services: [...example.services, ...spare("vps"), ...spare("hosting")] };
}
