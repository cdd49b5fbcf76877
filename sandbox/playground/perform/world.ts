import type { AccountService } from "../../ovhcloud/account.ts";
import type { WorldAct } from "../acts.ts";
import type { Life } from "../life.ts";
import type { Persona } from "../personas.ts";
import type { ActAnswer } from "../protocol.ts";

const DONE: ActAnswer = { kind: "done" };

/** What happens around the two clients. `start-over` and `story-open` begin a new life: they are not for this one. */
export async function performWorld(
  life: Life,
  { key }: Persona,
  act: Exclude<WorldAct, { kind: "start-over" | "story-open" }>,
): Promise<ActAnswer> {
  const { jumps, account, switches, people, play } = life;
  switch (act.kind) {
    case "clock-advance":
      await jumps.advance(act.ms);
      return DONE;
    case "clock-to":
      await jumps.to(act.where);
      return DONE;
    case "focus":
      account.setFocus(act.service);
      return DONE;
    case "fault":
      switches.set(act.name, act.on);
      return DONE;
    case "bot":
      await orderBot(life, act.what);
      return DONE;
    case "console":
      changeInConsole(life, act.service, act.change);
      return DONE;
    case "person": {
      const { language, timeZone } = act;
      await people.change(key, {
        ...(language === undefined ? {} : { language }),
        ...(timeZone === undefined ? {} : { timeZone }),
      });
      return DONE;
    }
    case "story-play":
      await play.step();
      return DONE;
    case "story-leave":
      play.leave();
      return DONE;
  }
}

async function orderBot({ bot }: Life, what: Extract<WorldAct, { kind: "bot" }>["what"]): Promise<void> {
  switch (what) {
    case "kill":
      return bot.kill();
    case "stop":
      return bot.stop();
    case "start":
      return bot.start();
    case "restart":
      await bot.stop();
      return bot.start();
  }
}

type Change = Extract<WorldAct, { kind: "console" }>["change"];

const CHANGES: Readonly<Record<Change, Partial<AccountService>>> = {
  automatic: { renewal: "automatic" },
  manual: { renewal: "manual" },
  terminate: { termination: "terminateAtExpirationDate" },
  keep: { termination: null },
  unpaid: { lifecycle: "unpaid" },
  paid: { lifecycle: "active" },
};

function changeInConsole({ world, journal }: Life, id: number, change: Change): void {
  const { name } = world.ovhcloud.change(id, CHANGES[change]);
  journal.add({ kind: "console", at: world.clock.now(), service: name, change });
}
