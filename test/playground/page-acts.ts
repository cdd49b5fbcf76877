import type { Act } from "../../sandbox/playground/acts.ts";
import type { PersonaKey } from "../../sandbox/playground/personas.ts";
import type { ActAnswer } from "../../sandbox/playground/protocol.ts";

/** Asks for an act as the page does. Rejects for one that is no act. */
export async function askForAct(address: string, who: PersonaKey, act: Act): Promise<ActAnswer> {
  const answer = await fetch(`${address}act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ who, act }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text);
}

/** The same; rejects when it is refused, too. */
export async function doAct(address: string, who: PersonaKey, act: Act): Promise<void> {
  const answer = await askForAct(address, who, act);
  if (answer.kind === "refused") throw new Error(answer.problem);
}
