import type { Finding } from "./judge/finding.ts";
import { nestErrors } from "./judge/nested-errors.ts";

/** Discord's no: answered as `{ code, message }`, for 50035 with the tree of errors.
 *  Codes and texts: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export class DiscordRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly findings: readonly Finding[];

  constructor(status: number, code: number, message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = "DiscordRefusal";
    this.status = status;
    this.code = code;
    this.findings = findings;
  }

  get body(): object {
    const { code, message, findings } = this;
    return findings.length > 0 ? { message, code, errors: nestErrors(findings) } : { message, code };
  }
}

export const invalidForm = (findings: readonly Finding[]): DiscordRefusal =>
  new DiscordRefusal(400, 50035, "Invalid Form Body", findings);

const REFUSALS = {
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  wrongMethod: [405, 0, "405: Method Not Allowed"],
  invalidJson: [400, 50109, "The request body contains invalid JSON."],
  unknownChannel: [404, 10003, "Unknown Channel"],
  unknownGuild: [404, 10004, "Unknown Guild"],
  unknownMember: [404, 10007, "Unknown Member"],
  unknownMessage: [404, 10008, "Unknown Message"],
  unknownUser: [404, 10013, "Unknown User"],
  unknownWebhook: [404, 10015, "Unknown Webhook"],
  unknownInteraction: [404, 10062, "Unknown interaction"],
  unknownCommand: [404, 10063, "Unknown application command"],
  acknowledged: [400, 40060, "Interaction has already been acknowledged."],
  missingAccess: [403, 50001, "Missing Access"],
  notTheAuthor: [403, 50005, "Cannot edit a message authored by another user"],
  directMessagesClosed: [403, 50007, "Cannot send messages to this user"],
  missingPermissions: [403, 50013, "Missing Permissions"],
  invalidWebhookToken: [401, 50027, "Invalid Webhook Token"],
} as const satisfies Record<string, readonly [number, number, string]>;

export function refusal(name: keyof typeof REFUSALS): DiscordRefusal {
  const [status, code, message] = REFUSALS[name];
  return new DiscordRefusal(status, code, message);
}
