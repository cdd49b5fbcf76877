import { onTestFinished } from "vitest";
import { createSandboxClock, type SandboxClock } from "../../sandbox/clock.ts";
import type { Press } from "../../src/card/card.ts";
import type { Reply } from "../../src/chat.ts";
import type { Confirmation } from "../../src/domain/change.ts";
import { DAY } from "../../src/domain/instant.ts";
import type { Service } from "../../src/domain/service.ts";
import { createLastcall, type Lastcall } from "../../src/lastcall.ts";
import type { Store } from "../../src/ports.ts";
import { NOON, someService } from "../domain/some-service.ts";
import { createMemoryProvider, type MemoryProvider } from "../fakes/memory-provider.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import { createSilentLog, type SilentLog } from "../fakes/silent-log.ts";
import {
  type Act,
  type Chat,
  createChat,
  createFakeAdapter,
  OPERATOR,
  pressesOf,
  SECOND,
  wordsOf,
} from "./chat.ts";
import { createSteps, type Mishap, type Steps, steppedProvider, steppedStore } from "./steps.ts";

/** One life of the bot. */
interface Life {
  readonly lastcall: Lastcall;
  readonly steps: Steps;
  act(act: Act): Promise<Reply>;
}

/** The core between an account, a store and a chat that outlive it, on a clock that stands still. */
export interface Stage {
  readonly clock: SandboxClock;
  readonly provider: MemoryProvider;
  readonly store: Store;
  readonly chat: Chat;
  readonly log: SilentLog;
  readonly ids: readonly string[];
  /** Starts the bot, with something that goes wrong at a step after `steps.arm()`. */
  live(mishap?: Mishap, at?: number): Promise<Life>;
}

export interface StageOptions {
  readonly services?: readonly Service[];
  readonly lag?: number;
}

export const SITE = someService({ id: 42, name: "site.example", expiresAt: NOON + 20 * DAY });

export function createStage({ services = [SITE], lag = 0 }: StageOptions = {}): Stage {
  const clock = createSandboxClock({ start: NOON, frozen: true });
  const provider = createMemoryProvider({ clock, services, lag });
  const store = createMemoryStore();
  const chat = createChat();
  const log = createSilentLog();
  const ids: string[] = [];
  onTestFinished(() => clock.stop());
  return {
    ...{ clock, provider, store, chat, log, ids },
    async live(mishap = "none", at = 0) {
      const steps = createSteps(mishap, at);
      const slack = createFakeAdapter("slack", chat, steps.run);
      const discord = createFakeAdapter("discord", chat, steps.run);
      const lastcall = createLastcall({
        provider: steppedProvider(provider, steps),
        store: steppedStore(store, steps),
        adapters: [slack, discord],
        clock,
        log,
        newId: () => {
          ids.push(`id-${ids.length + 1}`);
          return `id-${ids.length}`;
        },
        random: () => 0.5,
        operators: [OPERATOR, SECOND].map(({ platform, id }) => ({ kind: "person" as const, platform, id })),
        viewers: [],
        timeZone: "UTC",
      });
      await lastcall.start();
      await clock.advance(0);
      return {
        lastcall,
        steps,
        act: (act) => (act.by?.platform === "discord" ? discord : slack).act(act),
      };
    },
  };
}

/** The newest message, and a press of its button that does this. */
export function button(chat: Chat, command: string): Act & { readonly on: string } {
  const [on, card] = [...chat.messages].at(-1) ?? [];
  const found = card && pressesOf(card).find((press: Press) => press.command === command);
  if (!on || !found) throw new Error(`no button does ${command}: ${card ? wordsOf(card) : "no message"}`);
  return { ...found, via: "button", on };
}

export async function confirmations({ store, ids }: Stage): Promise<readonly Confirmation[]> {
  const all = await Promise.all(ids.map((id) => store.confirmations.get(id)));
  return all.filter((one) => one !== null);
}
