import type { Card, Form, Locale, Option, Press } from "./card/card.ts";
import type { Actor, ChannelRef, MessageRef, Platform } from "./domain/actor.ts";
import type { Post } from "./ports.ts";

/** A typed command, a pressed button, a chosen option or a submitted form: all the same. */
export interface Invocation extends Press {
  readonly via: "slash" | "button" | "select" | "form" | "home";
  readonly actor: Actor;
  readonly place: ChannelRef;
  readonly locale: Locale;
}

export interface Reply {
  readonly card: Card;
  /** `requester`: only the one who asked sees it. */
  readonly audience: "requester" | "channel";
  /** True where it takes the place of the message whose button was pressed. */
  readonly replaces: boolean;
  /** A modal to open in place of showing the card. Where it is too late for one, the card (with a button) is shown. */
  readonly form?: Form;
  /** When set, {@link Bot.delivered} is told where the card now stands. */
  readonly track?: string;
}

export type Localized = Readonly<Record<Locale, string>>;

export interface ParamInfo {
  /** The key in `input`, the same in every language. */
  readonly key: string;
  /** As typed and shown: lower case, no spaces. */
  readonly name: Localized;
  readonly summary: Localized;
  /** `service` asks {@link Bot.suggest} while one types. */
  readonly kind: "text" | "service" | "choice" | "whole-number";
  readonly choices?: readonly { readonly label: Localized; readonly value: string }[];
  readonly required: boolean;
}

/** A command that people can type. */
export interface CommandInfo {
  readonly name: Localized;
  readonly summary: Localized;
  readonly params: readonly ParamInfo[];
}

export interface Question extends Press {
  /** The parameter being typed, and what stands there so far. */
  readonly param: string;
  readonly typed: string;
  readonly actor: Actor;
  readonly place: ChannelRef;
  readonly locale: Locale;
}

/** Why a reply could not be shown the way it was meant. */
export type DeliveryProblem = "not-in-channel" | "refused";

/** The one door. None of its methods rejects, and none answers with silence. */
export interface Bot {
  readonly commands: readonly CommandInfo[];
  handle(invocation: Invocation): Promise<Reply>;
  /** At most `limit` options for a parameter; empty when the asker may not look. */
  suggest(question: Question, limit: number): Promise<readonly Option[]>;
  /** Reads one line as a person types it after `/ovh`, in either language. */
  parse(line: string): Press;
  /** A reply with `track` now stands at `message`. */
  delivered(track: string, message: MessageRef): Promise<void>;
  /** A reply could not be posted: takes back what waits for it, and returns a private explanation. */
  undelivered(invocation: Invocation, reply: Reply, problem: DeliveryProblem): Promise<Reply>;
  /** The bot lost these channels (deleted, app uninstalled, server left): they stop following. */
  gone(channels: readonly ChannelRef[]): Promise<void>;
}

/**
 * One chat platform. `start` resolves when it is connected, and rejects with a {@link FatalError} that no retry
 * can mend. `stop` takes nothing new and resolves when everything begun has been answered.
 * `post` and `edit` reject with a {@link DeliveryError}.
 */
export interface ChatAdapter extends Post {
  readonly platform: Platform;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
}
