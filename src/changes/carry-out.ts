import type { Call } from "../call.ts";
import type { Reply } from "../chat.ts";
import type { Desk } from "../desk.ts";
import type { Confirmation, Outcome } from "../domain/change.ts";
import type { Service } from "../domain/service.ts";
import { ProviderError } from "../errors.ts";
import type { Speak } from "../i18n/speak.ts";
import { outcomeCard } from "../views/outcome-card.ts";
import { type After, endedReply, finish, readBack, seenIn } from "./finish.ts";
import { call as callProvider, goneMeansDone } from "./kind.ts";
import { lookUpLater } from "./look-up.ts";

/** What is known right after the call: an outcome, or only that nothing is known. */
type Known = Outcome | null;

/**
 * Settled and written down: now the one call, then the service is read back, and what it shows is said.
 * The call may have been made whatever fails from here on, so a failure is looked up and never called one.
 */
export async function carryOut(
  confirmation: Confirmation,
  service: Service,
  token: string | null,
  { say }: Pick<Call, "say">,
  desk: Desk,
): Promise<Reply> {
  try {
    return await callOnce(confirmation, service, token, say, desk);
  } catch (error) {
    desk.log.error("a change was cut short", { confirmation: confirmation.id, error });
    return looking(confirmation, say, desk);
  }
}

async function callOnce(
  confirmation: Confirmation,
  service: Service,
  token: string | null,
  say: Speak,
  desk: Desk,
): Promise<Reply> {
  const known = await send(confirmation, service, token, desk);
  const after = known === null || known.kind === "done" ? await readBack(confirmation, desk) : null;
  const outcome = settleOutcome(known, after, confirmation);
  if (outcome === null) return looking(confirmation, say, desk);
  const finished = await finish(confirmation, outcome, after, desk);
  return endedReply(finished, after, service, say, desk);
}

async function send(
  confirmation: Confirmation,
  service: Service,
  token: string | null,
  desk: Desk,
): Promise<Known> {
  try {
    await callProvider(confirmation.change, service, desk.provider, token);
    return { kind: "done", shown: false };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return fromError(error, confirmation);
  }
}

function fromError({ facts, message }: ProviderError, { change }: Confirmation): Known {
  // It may mean the service, which is the success itself, or the token: what is read back tells.
  if (facts.kind === "gone" && goneMeansDone(change)) return null;
  switch (facts.sent) {
    case "refused":
      return { kind: "refused", message: facts.said ?? message, queryId: facts.queryId ?? null };
    case "no":
      return { kind: "not-sent" };
    case "unknown":
      return null;
  }
}

/** Null while it is not known whether the change took effect. */
function settleOutcome(known: Known, after: After, { change }: Confirmation): Outcome | null {
  if (known && known.kind !== "done") return known;
  const seen = seenIn(after, change);
  if (known) return { kind: "done", shown: known.shown || seen === true };
  // Nothing that can be read later would tell more.
  if (change.kind === "request-deletion") return { kind: "unknown" };
  return seen === true ? { kind: "done", shown: true } : null;
}

function looking(confirmation: Confirmation, say: Speak, desk: Desk): Reply {
  lookUpLater(confirmation, desk);
  return {
    card: outcomeCard({ confirmation, after: null, finish: null }, say),
    audience: "channel",
    replaces: true,
    track: confirmation.id,
  };
}
