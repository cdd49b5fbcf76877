import type { Act } from "../../acts.ts";
import type { ActAnswer } from "../../protocol.ts";
import { REASONS } from "../words/reasons.ts";
import type { App } from "./app.ts";

/** Acts for the page's own controls: what is refused is said at the foot of the page. Resolves with whether it was done. */
export async function order(app: App, act: Act): Promise<boolean> {
  const answer = await app.link.act(act);
  app.view.problem.value = problemOf(app, answer);
  return answer.kind !== "refused";
}

function problemOf({ settings }: App, answer: ActAnswer): string | null {
  if (answer.kind !== "refused") return null;
  return answer.reason ? REASONS[settings.language.value][answer.reason] : answer.problem;
}
