import * as Discord from "../../discord/world.ts";
import type { AccountService } from "../../ovhcloud/account.ts";
import { isWrite } from "../../ovhcloud/calls.ts";
import * as Slack from "../../slack/world.ts";
import { discordPlayer } from "../../tour/discord-player.ts";
import type { Player } from "../../tour/player.ts";
import { slackPlayer } from "../../tour/slack-player.ts";
import type { SandboxWorld } from "../../world.ts";
import type { BotKeeper } from "../bot/keeper.ts";
import type { FaultSwitches } from "../fault-switches.ts";
import { Impossible } from "../impossible.ts";
import type { Jumps } from "../jumps.ts";
import type { People } from "../people.ts";
import type { Persona } from "../personas.ts";
import type { JournalEntry, Language, PlatformName } from "../protocol.ts";
import { ALL_STORIES } from "./all.ts";
import type { Actor, Stage, Step, Story, StoryKey, StoryState, Target } from "./story.ts";

/** The story that is being told, if any. */
export interface Play {
  /** The operator is the one who reads the visitor's language. */
  open(key: StoryKey, platform: PlatformName, language: Language): void;
  leave(): void;
  /** Plays the step that comes now. Rejects when it cannot be done, or none is left. */
  step(): Promise<void>;
  /** Looks whether the step that comes now is done, by whomever. */
  look(): void;
  state(): StoryState | null;
}

export interface PlayOptions {
  readonly world: SandboxWorld;
  readonly jumps: Jumps;
  readonly switches: FaultSwitches;
  readonly people: People;
  readonly bot: Pick<BotKeeper, "state">;
  /** Called with each step that is played for the visitor at a client; returns how it is taken back. */
  played(act: Played): (nothing: null) => void;
  changed(): void;
}

type Played = Pick<Extract<JournalEntry, { kind: "act" }>, "who" | "platform" | "verb" | "words">;

interface Told {
  readonly story: Story;
  readonly stage: Stage;
  /** How many steps are done. */
  at: number;
  playing: boolean;
  /** Which step was played last, and when (of the machine's time): its effect may be on its way. */
  played: { readonly at: number; readonly when: number } | null;
  /** Gives up the step that is being played. */
  giveUp: (why: Impossible) => void;
  /** What the one whose turn it is saw when the step began. */
  before: readonly string[];
}

export function createPlay(options: PlayOptions): Play {
  const { changed, played } = options;
  let told: Told | null = null;

  const current = (): Step | undefined => told?.story.steps[told.at];

  const begin = (): void => {
    const step = current();
    if (told && step) told.before = textsOf(step.who(told.stage).player);
  };

  const look = (): void => {
    for (let step = current(); told && step?.isDone(told.stage, told.before); step = current()) {
      told.at++;
      begin();
      changed();
    }
  };

  const isUp = (): boolean => options.bot.state().kind === "ready";

  return {
    open(key, platform, language) {
      told = {
        story: ALL_STORIES[key],
        stage: stageOf(options, platform, language),
        at: 0,
        playing: false,
        played: null,
        giveUp: () => {},
        before: [],
      };
      begin();
      changed();
    },
    leave() {
      told = null;
      changed();
    },
    async step() {
      look();
      const step = current();
      if (!told || !step) throw new Impossible("no-step");
      const playing = told;
      const isOnItsWay =
        playing.played?.at === playing.at && performance.now() < playing.played.when + EFFECT_WITHIN_MS;
      if (playing.playing || isOnItsWay) throw new Impossible("playing");
      if (isAtClient(step.target(playing.stage)) && !isUp()) throw new Impossible("bot-down");
      playing.playing = true;
      playing.played = { at: playing.at, when: performance.now() };
      changed();
      const act = actOf(playing.stage, step);
      const takeBack = act && played(act);
      try {
        await Promise.race([step.play(playing.stage), givenUp(playing)]);
      } catch (error) {
        takeBack?.(null);
        throw error;
      } finally {
        playing.playing = false;
        changed();
      }
    },
    look() {
      look();
      const step = current();
      if (told?.playing && step && isAtClient(step.target(told.stage)) && !isUp())
        told.giveUp(new Impossible("bot-down"));
    },
    state: () => told && stateOf(told),
  };
}

/** Until then a step that was played is not played again: what it leads to may not be seen yet. */
const EFFECT_WITHIN_MS = 2000;
/** What nobody answers is not waited for longer. */
const ANSWER_WITHIN_MS = 15_000;

const isAtClient = ({ kind }: Target): boolean => kind !== "clock" && kind !== "fault";

/** Rejects when the step that is being played is given up: the bot is gone, or nothing comes of it. */
function givenUp(told: Told): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Impossible("no-answer")), ANSWER_WITHIN_MS);
    timer.unref();
    told.giveUp = reject;
  });
}

const textsOf = (player: Player): readonly string[] => player.seesAll().map(({ text }) => text);

/** What a step is, as the journal tells it; null for what is not done at a client, and is told by whom it concerns. */
function actOf(stage: Stage, step: Step): Played | null {
  const { key: who, player } = step.who(stage);
  const act = { who, platform: stage.platform };
  const target = step.target(stage);
  switch (target.kind) {
    case "type":
      return { ...act, verb: "types", words: target.text };
    case "button": {
      const labels = player.seesAll().flatMap(({ buttons }) => buttons);
      const fits = new RegExp(target.words);
      return { ...act, verb: "presses", words: labels.findLast((label) => fits.test(label)) ?? "" };
    }
    case "form":
      return { ...act, verb: "sends", words: target.values.join(", ") };
    case "clock":
    case "fault":
      return null;
  }
}

function stateOf({ story, stage, at, playing }: Told): StoryState {
  const now = playing ? "playing" : "now";
  return {
    key: story.key,
    platform: stage.platform,
    steps: story.steps.map((step, index) => ({
      words: step.words,
      who: step.who(stage).key,
      target: step.target(stage),
      state: index < at ? "done" : index === at ? now : "later",
    })),
    findings: at < story.steps.length ? null : story.findings(stage),
  };
}

function stageOf(
  { world, jumps, switches, people }: PlayOptions,
  platform: PlatformName,
  language: Language,
): Stage {
  const french = people.get("alice");
  const english = people.get("bruno");
  const actor = (persona: Persona): Actor => ({
    key: persona.key,
    language: persona.language,
    player: playerOf(world, platform, persona),
  });
  return {
    ...{ world, jumps, switches, platform },
    operator: actor(language === "fr" ? french : english),
    second: actor(language === "fr" ? english : french),
    service: (id) => world.ovhcloud.service(id),
    writesTo: (service) => writesTo(world, service),
  };
}

function playerOf(world: SandboxWorld, platform: PlatformName, { slackId, discordId }: Persona): Player {
  if (platform === "slack") {
    const person = Slack.EXAMPLE_WORLD.people.find(({ id }) => id === slackId);
    if (person) return slackPlayer(world.slack, person, Slack.OPS.id);
  }
  const person = Discord.WORLD.people.find(({ id }) => id === discordId);
  if (!person) throw new Error("nobody plays this part");
  return discordPlayer(world, person, Discord.CHANNELS.ops);
}

const writesTo = ({ ovhcloud }: SandboxWorld, { id, name }: AccountService): number =>
  ovhcloud
    .calls()
    .filter(isWrite)
    .filter(
      ({ path }) =>
        path === `/services/${id}` || path.startsWith(`/hosting/web/${encodeURIComponent(name)}/`),
    ).length;
