import { slashPayload } from "../payloads.ts";
import { Refusal } from "../refusal.ts";
import { showResponse } from "../responses.ts";
import { type Act, fail, type Stage, send } from "./stage.ts";

/** What Slack shows for a command that failed, by how it failed. */
const SHOWN = {
  no_connection: "dispatch_failed",
  disconnected: "dispatch_failed",
  http_error: "dispatch_failed",
  timeout: "operation_timeout",
} as const;

/** Types a slash command into a channel. */
export async function slash(
  stage: Stage,
  personId: string,
  channelId: string,
  command: string,
  text: string,
): Promise<Act> {
  const { workspace, commands } = stage;
  const person = workspace.directory.user(personId);
  const channel = workspace.directory.channel(channelId);
  if (!channel.members.includes(personId)) throw new Error(`${person.name} is not in ${channel.name}`);
  const refuse = (reason: string): Act =>
    fail(stage, personId, reason, `${command} failed with the error "${reason}"`);
  if (commands && !commands.includes(command))
    return fail(stage, personId, "invalid_command", `${command} is not a valid command.`);

  const target = { person: personId, channel: channelId, ts: null };
  const responseUrl = stage.responseUrl(workspace.responseUrls.issue(target));
  const trigger = workspace.triggers.issue(personId);
  const payload = slashPayload(workspace, person, channel, { command, text, responseUrl, trigger });
  const outcome = await send(stage, { kind: "slash", payload });
  if (outcome.kind === "failed") return refuse(SHOWN[outcome.reason]);
  if (isEmpty(outcome.answer)) return outcome;
  try {
    showResponse(workspace, target, outcome.answer, "acknowledgement");
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return refuse("invalid_command_response");
    throw error;
  }
}

const isEmpty = (answer: unknown): boolean =>
  typeof answer !== "object" || answer === null || Object.keys(answer).length === 0;
