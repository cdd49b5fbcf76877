import { DAY, HOUR } from "../../src/domain/instant.ts";
import * as Discord from "../discord/world.ts";
import * as Slack from "../slack/world.ts";
import { discordPlayer } from "./discord-player.ts";
import type { Player, Seen } from "./player.ts";
import { type Running, startRunning } from "./running.ts";
import { slackPlayer } from "./slack-player.ts";

/** The story of Lastcall, played by people on both platforms against the real bot. Ends with 1 when it breaks. */

const START = Date.UTC(2026, 10, 22, 9);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const chapter = (title: string): void => say(`\n━━━ ${title} ${"━".repeat(Math.max(3, 90 - title.length))}`);

function tell(who: Player, does: string, seen: Seen): void {
  say(`\n${who.name} on ${who.platform} ${does}${seen.isPrivate ? " (only they see this)" : ""}`);
  for (const line of seen.text.split("\n")) say(`  │ ${line}`);
}

async function asks(
  who: Player,
  command: string,
  values: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  tell(who, `asks: /ovh ${[command, ...Object.values(values)].join(" ")}`, await who.asks(command, values));
}

async function presses(who: Player, words: string): Promise<void> {
  tell(who, `presses “${words}…”`, await who.presses(words));
}

/** What a person of each platform wants done, in the language that they read. */
interface Cast {
  readonly operator: Player;
  readonly second: Player;
  readonly stranger: Player;
  readonly vps: string;
  readonly hosting: { readonly id: string; readonly name: string };
}

async function story(running: Running, { operator, second, stranger, vps, hosting }: Cast): Promise<void> {
  chapter(`${operator.platform}: what there is, and why not`);
  await asks(operator, "services");
  await asks(operator, "upcoming", { days: 14 });
  await asks(operator, "terminate", { service: "office-ls148374-1" });
  chapter(`${operator.platform}: terminate, and think again`);
  await asks(operator, "terminate", { service: vps });
  await presses(operator, "Résilier");
  await presses(operator, "Conserver");
  chapter(`${operator.platform}: a double press`);
  await asks(second, "terminate", { service: vps });
  running.world.ovhcloud.clearCalls();
  await Promise.all([second.pressesAndLeaves("Terminate"), second.pressesAndLeaves("Terminate")]);
  tell(second, "pressed twice at once", await second.awaits("ends at expiry"));
  say(`  → OVHcloud was called ${running.world.ovhcloud.writes().length} time(s) to change something`);
  chapter(`${operator.platform}: a stranger`);
  await asks(stranger, "services");
  chapter(`${operator.platform}: delete a hosting with the mailed token`);
  await asks(operator, "delete", { service: hosting.id });
  await presses(operator, "Supprimer");
  tell(operator, "types the name and ticks", await operator.sends([hosting.name, true]));
  await presses(operator, "Saisir le jeton");
  const link = /https:\S+/u.exec(running.world.ovhcloud.mailbox().at(-1)?.body ?? "")?.[0] ?? "";
  tell(operator, "pastes the link of OVHcloud's e-mail", await operator.sends([link]));
}

async function reminders(running: Running, players: readonly Player[]): Promise<void> {
  chapter("Both: reminders, as time passes");
  for (const player of players) await asks(player, "follow", { days: "7,1", filter: "type:vps" });
  await running.world.clock.advance(5 * DAY);
  await running.world.clock.advance(HOUR);
  for (const player of players)
    tell(player, "finds in the channel five days later", await player.awaits("dans 7 jours"));
}

async function tour(): Promise<void> {
  const running = await startRunning({ start: START });
  const { slack } = running.world;
  const alice = slackPlayer(slack, Slack.ALICE, Slack.OPS.id);
  const aliceToo = discordPlayer(running.world, Discord.ALICE, Discord.CHANNELS.ops);
  try {
    await story(running, {
      operator: alice,
      second: slackPlayer(slack, Slack.BRUNO, Slack.OPS.id),
      stranger: slackPlayer(slack, Slack.STRANGER, Slack.GENERAL.id),
      vps: "vps-1a2b3c4d.vps.ovh.net",
      hosting: { id: "29162449", name: "boulangerie-lumiere.fr" },
    });
    await running.world.clock.advance(HOUR);
    await story(running, {
      operator: aliceToo,
      second: discordPlayer(running.world, Discord.BRUNO, Discord.CHANNELS.ops),
      stranger: discordPlayer(running.world, Discord.STRANGER, Discord.CHANNELS.lobby),
      vps: "vps-5e6f7a8b.vps.ovh.net",
      hosting: { id: "30544012", name: "xn--caf-des-arts-deb.fr" },
    });
    await reminders(running, [alice, aliceToo]);
    say(
      "\nThe tour is over. Everything above went through the real bot, over the real wires of stand-ins on this machine.",
    );
  } finally {
    await running.stop();
  }
}

await tour();
