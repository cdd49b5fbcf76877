import { describe, expect, it } from "vitest";
import { HOUR } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { pressesOf, wordsOf } from "./chat.ts";
import { button, confirmations, createStage, SITE, type Stage } from "./stage.ts";
import type { Mishap } from "./steps.ts";

type Life = Awaited<ReturnType<Stage["live"]>>;

interface Story {
  readonly name: string;
  readonly service: Service;
  /** Up to the press that is watched. */
  prepare(life: Life, stage: Stage): Promise<void>;
  /** The press that is watched. */
  act(life: Life, stage: Stage): Promise<unknown>;
  isDone(service: Service): boolean;
  /** How many calls to OVHcloud it takes at the most, with the ones before. */
  readonly most: number;
}

const id = String(SITE.id);
const pending: Service = { ...SITE, termination: { when: "at-expiry", at: SITE.expiresAt ?? 0 } };
const ask = (life: Life, command: string, input = {}) =>
  life.act({ command, input: { service: id, ...input }, via: "slash" });
const press = (life: Life, stage: Stage, command: string) => life.act(button(stage.chat, command));
const form = (life: Life, stage: Stage, opener: string, command: string, input = {}) => {
  const pressed = button(stage.chat, opener);
  return life.act({ ...pressed, command, input: { ...pressed.input, ...input }, via: "form" });
};
const typeName = (life: Life, stage: Stage) =>
  form(life, stage, "delete-form", "delete-request", { name: SITE.name, understood: "yes" });

const STORIES: readonly Story[] = [
  {
    name: "terminate",
    service: SITE,
    prepare: (life) => ask(life, "terminate").then(() => {}),
    act: (life, stage) => press(life, stage, "confirm"),
    isDone: ({ termination }) => termination !== null,
    most: 1,
  },
  {
    name: "ask to terminate",
    service: SITE,
    prepare: async () => {},
    act: (life) => ask(life, "terminate"),
    isDone: ({ termination }) => termination !== null,
    most: 0,
  },
  {
    name: "change nothing",
    service: SITE,
    prepare: (life) => ask(life, "terminate").then(() => {}),
    act: (life, stage) => press(life, stage, "cancel"),
    isDone: ({ termination }) => termination !== null,
    most: 0,
  },
  {
    name: "keep at once",
    service: pending,
    prepare: async () => {},
    act: (life) => life.act({ command: "keep", input: { service: id } }),
    isDone: ({ termination }) => termination === null,
    most: 1,
  },
  {
    name: "renew by hand",
    service: SITE,
    prepare: (life) => ask(life, "renewal", { mode: "manual" }).then(() => {}),
    act: (life, stage) => press(life, stage, "confirm"),
    isDone: ({ renewal }) => renewal.mode === "manual",
    most: 1,
  },
  {
    name: "ask for the e-mail",
    service: SITE,
    prepare: (life) => ask(life, "delete").then(() => {}),
    act: typeName,
    isDone: ({ state }) => state === "terminated",
    most: 1,
  },
  {
    name: "enter the token",
    service: SITE,
    async prepare(life, stage) {
      await ask(life, "delete");
      await typeName(life, stage);
    },
    act: (life, stage) => form(life, stage, "token-form", "delete-finish", { token: stage.provider.token() }),
    isDone: ({ state }) => state === "terminated",
    most: 2,
  },
  {
    name: "enter a wrong token",
    service: SITE,
    async prepare(life, stage) {
      await ask(life, "delete");
      await typeName(life, stage);
    },
    act: (life, stage) => form(life, stage, "token-form", "delete-finish", { token: "0123456789abcdef" }),
    isDone: ({ state }) => state === "terminated",
    most: 1,
  },
];

const NOTHING = /is as it was|nothing was changed|nothing was done|nothing was sent/i;
const DONE = /ends at expiry|is kept$|renewal of .* changed|is deleted$/im;

/** Runs a story with a mishap at one step, then lets the bot (started again if it died) come to rest. */
async function play(story: Story, mishap: Mishap, at: number, lag: number): Promise<Stage> {
  const stage = createStage({ services: [story.service], lag });
  let life = await stage.live(mishap, at);
  await story.prepare(life, stage);
  await stage.clock.advance(lag);
  life.steps.arm();
  await story.act(life, stage).catch(() => {});
  await stage.clock.advance(0);
  if (life.steps.isDead()) life = await stage.live();
  await stage.clock.advance(HOUR);
  return stage;
}

async function expectTruth(story: Story, stage: Stage, when: string): Promise<void> {
  expect(stage.provider.writes.length, when).toBeLessThanOrEqual(story.most);
  const all = await confirmations(stage);
  for (const { state, change } of all) {
    const decision = state.kind === "settled" ? state.decision : state.kind;
    expect(decision, when).not.toBe("confirmed");
    if (state.kind === "open") expect(change.kind, when).toBe("finish-deletion");
  }
  const truth = stage.provider.truth(story.service.id);
  const done = truth !== null && story.isDone(truth);
  for (const card of stage.chat.messages.values()) {
    const words = wordsOf(card);
    if (done) expect(words, when).not.toMatch(NOTHING);
    else expect(words, when).not.toMatch(DONE);
    for (const { input } of pressesOf(card)) {
      const of = all.find((one) => one.id === input.id);
      // Where a card stands that nobody could write down, nobody can mend; its buttons answer with the truth.
      if (of?.message) expect([of.state.kind, words], when).toEqual(["open", words]);
    }
  }
}

async function stepsOf(story: Story, lag: number): Promise<number> {
  const stage = createStage({ services: [story.service], lag });
  const life = await stage.live();
  await story.prepare(life, stage);
  await stage.clock.advance(lag);
  life.steps.arm();
  await story.act(life, stage);
  return life.steps.count();
}

describe.each(STORIES)("$name", (story) => {
  it.each(["crash-before", "crash-after", "fail"] as const)(
    "calls once at the most and says the truth in the end, whichever step meets: %s",
    async (mishap) => {
      for (const lag of [0, 60_000]) {
        const last = await stepsOf(story, lag);
        for (let at = 1; at <= last; at++) {
          const when = `${mishap} at step ${at} of ${last}, lag ${lag}`;
          await expectTruth(story, await play(story, mishap, at, lag), when);
        }
      }
    },
  );
});
