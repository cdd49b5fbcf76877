import * as Discord from "../discord/world.ts";
import * as Slack from "../slack/world.ts";
import type { Language } from "./protocol.ts";

export const PERSONAS = ["alice", "bruno", "chloe", "gus", "sam"] as const;
export type PersonaKey = (typeof PERSONAS)[number];

/** One human at both clients. */
export interface Persona {
  readonly key: PersonaKey;
  readonly name: string;
  /** What the sandbox's configuration makes of them. */
  readonly role: "operator" | "second operator" | "viewer" | "guest" | "stranger";
  readonly slackId: string;
  readonly discordId: string;
  readonly language: Language;
  /** A zone that `Intl` knows, as it was chosen. */
  readonly timeZone: string;
}

/** Who stands behind a key, on both platforms. */
export const IDENTITIES: Readonly<
  Record<PersonaKey, { readonly role: Persona["role"]; readonly slackId: string; readonly discordId: string }>
> = {
  alice: { role: "operator", slackId: Slack.ALICE.id, discordId: Discord.ALICE.id },
  bruno: { role: "second operator", slackId: Slack.BRUNO.id, discordId: Discord.BRUNO.id },
  chloe: { role: "viewer", slackId: Slack.CHLOE.id, discordId: Discord.CHLOE.id },
  gus: { role: "guest", slackId: Slack.GUEST.id, discordId: Discord.GUEST.id },
  sam: { role: "stranger", slackId: Slack.STRANGER.id, discordId: Discord.STRANGER.id },
};
