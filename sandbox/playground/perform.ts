import { type Act, isDiscordAct, isSlackAct, type WorldAct } from "./acts.ts";
import { Impossible } from "./impossible.ts";
import type { Life } from "./life.ts";
import { performDiscord } from "./perform/discord.ts";
import { performSlack } from "./perform/slack.ts";
import { performWorld } from "./perform/world.ts";
import type { PersonaKey } from "./personas.ts";
import type { ActAnswer } from "./protocol.ts";

/** What begins a new life, and is not for the one that ends by it. */
export type Beginning = Extract<WorldAct, { kind: "start-over" | "story-open" }>;
export type LifeAct = Exclude<Act, Beginning>;

export const isBeginning = (act: Act): act is Beginning =>
  act.kind === "start-over" || act.kind === "story-open";

/** Does what the page asks for; what a client would not let a person do, or cannot be done, is refused with the reason. */
export async function perform(life: Life, who: PersonaKey, act: LifeAct): Promise<ActAnswer> {
  try {
    const persona = life.people.get(who);
    if (isSlackAct(act)) return await performSlack(life, persona, act);
    if (isDiscordAct(act)) return await performDiscord(life, persona, act);
    return await performWorld(life, persona, act);
  } catch (error) {
    return refusal(error);
  }
}

export function refusal(error: unknown): ActAnswer {
  const problem = error instanceof Error ? error.message : String(error);
  return error instanceof Impossible
    ? { kind: "refused", problem, reason: error.reason }
    : { kind: "refused", problem };
}
