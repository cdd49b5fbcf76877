import { randomBytes } from "node:crypto";
import { asText, type JsonObject } from "../../json.ts";
import { LOADING } from "../judge/message.ts";
import type { StoredFile, StoredMessage } from "../messages.ts";
import { interactionPayload } from "../payload/interaction.ts";
import { refusal } from "../refusal.ts";
import { type Place, placeId, type State } from "../state.ts";
import { answerInteraction, audience } from "./answer.ts";
import {
  FIRST_ANSWER_WITHIN,
  type Interaction,
  type InteractionType,
  type OpenModal,
  type Outcome,
  originOf,
  TOKEN_LIVES,
} from "./interaction.ts";

export interface InteractionSeed {
  readonly type: InteractionType;
  readonly userId: string;
  readonly place: Place;
  readonly data: JsonObject;
  readonly commandName?: string;
  readonly sourceMessageId?: string | null;
  readonly openedBy?: Interaction | null;
}

/** What a person was shown in red. */
export interface PersonError {
  readonly userId: string;
  readonly interactionId: string;
  readonly at: number;
  readonly kind: "no-response" | "never-finished";
  /** The client's words. */
  readonly text: string;
}

/** An interaction and what became of it. */
export interface Conversation {
  readonly interaction: Interaction;
  state: "waiting" | "answered" | "dead";
  /** What `@original` stands for. */
  originalId: string | null;
  readonly followUps: Set<string>;
}

export interface Interactions {
  /** Sends the interaction to the bot; resolves with the first answer, or when the time for it is over. */
  start(seed: InteractionSeed): Promise<Outcome>;
  /** Sends a ready payload, as a recorded one; it can be answered like any other. Its token is
   *  replaced, and an id that is no snowflake too. */
  replay(payload: JsonObject, seed: Omit<InteractionSeed, "data">): Promise<Outcome>;
  /** The one that waits for its first answer. Throws 10062 and 40060 as Discord does. */
  waiting(id: string, token: string): Conversation;
  answer(conversation: Conversation, body: JsonObject, files: readonly Omit<StoredFile, "id">[]): Outcome;
  /** The one whose token still lives and may edit. Throws 10015 and 50027. */
  byToken(token: string): Conversation;
  /** A message that this token may read, edit and delete. Throws 10008. */
  message(conversation: Conversation, id: string): StoredMessage;
  followUp(
    conversation: Conversation,
    body: JsonObject,
    flags: number,
    files: readonly Omit<StoredFile, "id">[],
  ): StoredMessage;
  modal(userId: string): OpenModal | undefined;
  closeModal(userId: string): void;
  errors(): readonly PersonError[];
  close(): void;
}

interface InteractionsOptions {
  readonly state: State;
  dispatch(event: "INTERACTION_CREATE", data: JsonObject, guildId: string | null): void;
}

const newToken = (): string => randomBytes(48).toString("base64url");

export function createInteractions({ state, dispatch }: InteractionsOptions): Interactions {
  const { clock } = state;
  const conversations = new Map<string, Conversation>();
  const settlers = new Map<string, (outcome: Outcome) => void>();
  const modals = new Map<string, OpenModal>();
  const errors: PersonError[] = [];
  const timers = new Set<() => void>();

  const after = (ms: number, wake: () => void): void => {
    const cancel = clock.at(clock.now() + ms, () => {
      timers.delete(cancel);
      wake();
    });
    timers.add(cancel);
  };

  const fail = ({ interaction }: Conversation, kind: PersonError["kind"]): void => {
    const { userId, id: interactionId } = interaction;
    errors.push({ userId, interactionId, at: clock.now(), kind, text: "The application did not respond" });
    state.watch.touch();
  };

  const settle = (id: string, outcome: Outcome): void => {
    settlers.get(id)?.(outcome);
    settlers.delete(id);
  };

  const begin = (interaction: Interaction, payload: JsonObject): Promise<Outcome> => {
    const conversation: Conversation = {
      interaction,
      state: "waiting",
      originalId: null,
      followUps: new Set(),
    };
    conversations.set(interaction.token, conversation);
    after(FIRST_ANSWER_WITHIN, () => {
      if (conversation.state !== "waiting") return;
      conversation.state = "dead";
      fail(conversation, "no-response");
      settle(interaction.id, { kind: "no-response" });
    });
    after(TOKEN_LIVES, () => {
      const original = state.messages.get(conversation.originalId ?? "");
      if (original && (original.flags & LOADING) !== 0) fail(conversation, "never-finished");
    });
    const outcome = new Promise<Outcome>((resolve) => settlers.set(interaction.id, resolve));
    dispatch(
      "INTERACTION_CREATE",
      payload,
      interaction.place.kind === "guild" ? interaction.place.guild.id : null,
    );
    return outcome;
  };

  const create = (seed: Omit<InteractionSeed, "data">, id: string, token: string): Interaction => ({
    id,
    token,
    createdAt: clock.now(),
    type: seed.type,
    userId: seed.userId,
    place: seed.place,
    commandName: seed.commandName ?? "",
    sourceMessageId: seed.sourceMessageId ?? null,
    openedBy: seed.openedBy ?? null,
  });

  return {
    start({ data, ...seed }) {
      const interaction = create(seed, state.newId(), newToken());
      return begin(interaction, interactionPayload(state, interaction, data));
    },
    replay(payload, seed) {
      const id = asText(payload.id);
      const interaction = create(seed, /^\d+$/.test(id) ? id : state.newId(), newToken());
      return begin(interaction, { ...payload, id: interaction.id, token: interaction.token });
    },
    waiting(id, token) {
      const found = conversations.get(token);
      if (found?.interaction.id !== id || found.state === "dead") throw refusal("unknownInteraction");
      if (found.state === "answered") throw refusal("acknowledged");
      return found;
    },
    answer(conversation, body, files) {
      const outcome = answerInteraction(state, conversation, body, files);
      conversation.state = "answered";
      if (outcome.kind === "modal") modals.set(conversation.interaction.userId, outcome.modal);
      settle(conversation.interaction.id, outcome);
      state.watch.touch();
      return outcome;
    },
    byToken(token) {
      const found = conversations.get(token);
      if (found?.state !== "answered") throw refusal("unknownWebhook");
      if (clock.now() >= found.interaction.createdAt + TOKEN_LIVES) throw refusal("invalidWebhookToken");
      return found;
    },
    message(conversation, id) {
      const { originalId, followUps, interaction } = conversation;
      const wanted = id === "@original" ? originalId : id;
      const known =
        wanted === originalId || followUps.has(wanted ?? "") || wanted === interaction.sourceMessageId;
      const message = wanted === null || !known ? undefined : state.messages.get(wanted);
      if (!message) throw refusal("unknownMessage");
      return message;
    },
    followUp(conversation, body, flags, files) {
      const { interaction } = conversation;
      const message = state.messages.add({
        channelId: placeId(interaction.place),
        authorId: state.world.applicationId,
        body,
        files,
        ...audience(interaction, flags),
        origin: originOf(interaction),
      });
      conversation.followUps.add(message.id);
      return message;
    },
    modal: (userId) => modals.get(userId),
    closeModal(userId) {
      if (modals.delete(userId)) state.watch.touch();
    },
    errors: () => [...errors],
    close() {
      for (const cancel of timers) cancel();
      for (const id of [...settlers.keys()]) settle(id, { kind: "no-response" });
    },
  };
}
