import type { Act } from "../../acts.ts";
import type { App } from "./app.ts";

/** Acts for the page's own controls: what is refused is said at the foot of the page. Resolves with whether it was done. */
export async function order({ link, view }: App, act: Act): Promise<boolean> {
  const answer = await link.act(act);
  view.problem.value = answer.kind === "refused" ? answer.problem : null;
  return answer.kind !== "refused";
}
