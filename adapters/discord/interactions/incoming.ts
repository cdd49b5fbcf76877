import { InteractionType, MessageFlags } from "discord-api-types/v10";
import type { Locale, Press } from "../../../src/card/card.ts";
import { decodePress } from "../../../src/card/press.ts";
import type { CommandInfo, Invocation } from "../../../src/chat.ts";
import type { ChannelRef, MessageRef } from "../../../src/domain/actor.ts";
import type { InteractionKey } from "../wire/answers-api.ts";
import { channelRef } from "../wire/rest.ts";
import { type Asked, readAsked, readTyped } from "./command-input.ts";
import { AnyInteraction, InteractionContent, type ModalField } from "./payload.ts";
import { chosenPress } from "./select-press.ts";

/** Who acted, as far as the event itself says. */
export interface Sender {
  readonly userId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly roles: readonly string[];
  /** They have not passed the server's membership screening. */
  readonly pending: boolean;
}

/** The message whose button was pressed, or whose button opened the form. */
interface Source {
  readonly message: MessageRef;
  /** Only the one who pressed sees it, and only their interaction's token can change it. */
  readonly isPrivate: boolean;
}

/** An interaction, read. */
export interface Incoming {
  readonly key: InteractionKey;
  readonly sender: Sender;
  readonly place: ChannelRef;
  readonly locale: Locale;
  readonly source: Source | null;
  readonly content:
    | { readonly kind: "act"; readonly via: Act; readonly press: Press }
    | { readonly kind: "ask"; readonly asked: Asked };
}

type Act = Exclude<Invocation["via"], "home">;

/** What an act that cannot be understood becomes: the person gets an answer. */
export const UNKNOWN_PRESS = { command: "unknown-press", input: {} } as const satisfies Press;

/** Null for what cannot even be answered. */
export function readIncoming(
  payload: unknown,
  commands: readonly CommandInfo[],
  defaultLocale: Locale,
): Incoming | null {
  const parsed = AnyInteraction.safeParse(payload);
  if (!parsed.success || parsed.data.type === InteractionType.Ping) return null;
  const event = parsed.data;
  const sender = readSender(event);
  const content = readContent(payload, event.type, commands);
  if (!sender || !content) return null;
  return {
    key: { id: event.id, applicationId: event.application_id, token: event.token },
    sender,
    place: channelRef(event.channel_id),
    locale: readLocale(event.locale, defaultLocale),
    source: event.message
      ? {
          message: { channel: channelRef(event.message.channel_id), id: event.message.id },
          isPrivate: (event.message.flags & MessageFlags.Ephemeral) !== 0,
        }
      : null,
    content,
  };
}

function readSender({ member, user, guild_id }: AnyInteraction): Sender | null {
  const userId = (member?.user ?? user)?.id;
  if (userId === undefined) return null;
  return {
    userId,
    guildId: member ? (guild_id ?? null) : null,
    roles: member?.roles ?? [],
    pending: member?.pending ?? false,
  };
}

/** Discord's locales are `fr`, `en-US`, `en-GB` and 29 more. */
function readLocale(locale: string, defaultLocale: Locale): Locale {
  if (locale === "fr") return "fr";
  return locale.startsWith("en") ? "en" : defaultLocale;
}

function readContent(
  payload: unknown,
  type: number,
  commands: readonly CommandInfo[],
): Incoming["content"] | null {
  const parsed = InteractionContent.safeParse(payload);
  // Nobody waits for an answer in words while they type.
  if (!parsed.success)
    return type === InteractionType.ApplicationCommandAutocomplete ? null : act(viaOf(type), UNKNOWN_PRESS);
  const content = parsed.data;
  switch (content.type) {
    case InteractionType.ApplicationCommand:
      return act("slash", readTyped(content.data, commands) ?? UNKNOWN_PRESS);
    case InteractionType.ApplicationCommandAutocomplete: {
      const asked = readAsked(content.data, commands);
      return asked && { kind: "ask", asked };
    }
    case InteractionType.MessageComponent: {
      const press = decodePress(content.data.custom_id);
      const [value] = content.data.values ?? [];
      if (!press) return act(value === undefined ? "button" : "select", UNKNOWN_PRESS);
      return value === undefined ? act("button", press) : act("select", chosenPress(press, value));
    }
    case InteractionType.ModalSubmit: {
      const press = decodePress(content.data.custom_id);
      const fields = content.data.components.flatMap(({ component }) => component ?? []);
      return act("form", press ? filledPress(press, fields) : UNKNOWN_PRESS);
    }
  }
}

const act = (via: Act, press: Press): Incoming["content"] => ({ kind: "act", via, press });

function viaOf(type: number): Act {
  if (type === InteractionType.MessageComponent) return "button";
  return type === InteractionType.ModalSubmit ? "form" : "slash";
}

/** What was filled in joins the press; what was left empty is absent. A tick's one value is "yes". */
function filledPress(press: Press, fields: readonly ModalField[]): Press {
  const filled = fields.flatMap(({ custom_id, value, values }) => {
    const text = values === undefined ? (value ?? "") : (values[0] ?? "");
    return text === "" ? [] : [[custom_id, text] as const];
  });
  return { command: press.command, input: { ...press.input, ...Object.fromEntries(filled) } };
}
