import { asNumber, asObject, asObjects, asText, type JsonObject } from "../../json.ts";
import { editMessage } from "../edit.ts";
import { CHOICES, DEFER_REPLY, DEFER_UPDATE, MODAL, REPLY, UPDATE } from "../judge/callback.ts";
import { EPHEMERAL, IS_COMPONENTS_V2, LOADING } from "../judge/message.ts";
import type { StoredFile } from "../messages.ts";
import { normaliseComponents } from "../payload/components.ts";
import { invalidForm } from "../refusal.ts";
import { placeId, type State } from "../state.ts";
import {
  AUTOCOMPLETE,
  type Choice,
  COMPONENT,
  type Interaction,
  MODAL_SUBMIT,
  type Outcome,
  originOf,
} from "./interaction.ts";
import type { Conversation } from "./interactions.ts";

const SUPPRESS_EMBEDS = 1 << 2;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_COMPONENTS_V2;

const TYPE_PAGE =
  "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type";

/** The flags of a new answer, and who sees it. */
export const audience = (
  { userId }: Pick<Interaction, "userId">,
  flags: number,
): { readonly flags: number; readonly onlyFor: string | null } => {
  const ephemeral = (flags & EPHEMERAL) !== 0;
  return { flags: (flags & SETTABLE) | (ephemeral ? EPHEMERAL : 0), onlyFor: ephemeral ? userId : null };
};

/** Lets the first answer take effect. The body has been judged; what is left is whether it fits the interaction. */
export function answerInteraction(
  state: State,
  conversation: Conversation,
  body: JsonObject,
  files: readonly Omit<StoredFile, "id">[],
): Outcome {
  const { interaction } = conversation;
  const type = asNumber(body.type, 0);
  if (!fits(interaction, type)) throw wrongType(type);
  const data = asObject(body.data);
  switch (type) {
    case REPLY:
    case DEFER_REPLY:
      return reply(state, conversation, data, files, type === DEFER_REPLY);
    case DEFER_UPDATE:
      conversation.originalId = interaction.sourceMessageId;
      return { kind: "deferred-update" };
    case UPDATE:
      return update(state, conversation, data);
    case CHOICES:
      return {
        kind: "choices",
        choices: choicesFor(data, state.person(interaction.userId)?.locale ?? "en-US"),
      };
  }
  return { kind: "modal", modal: openModal(state, interaction, data) };
}

function fits({ type, sourceMessageId }: Interaction, answer: number): boolean {
  if (type === AUTOCOMPLETE) return answer === CHOICES;
  switch (answer) {
    case REPLY:
    case DEFER_REPLY:
      return true;
    case DEFER_UPDATE:
    case UPDATE:
      return type === COMPONENT || (type === MODAL_SUBMIT && sourceMessageId !== null);
    case MODAL:
      return type !== MODAL_SUBMIT;
  }
  return false;
}

const wrongType = (type: number): Error =>
  invalidForm([
    {
      path: "type",
      rule: "INTERACTION_CALLBACK_TYPE_INVALID",
      message: `Callback type ${type} does not fit this interaction`,
      source: TYPE_PAGE,
    },
  ]);

function reply(
  state: State,
  conversation: Conversation,
  data: JsonObject,
  files: readonly Omit<StoredFile, "id">[],
  thinking: boolean,
): Outcome {
  const { interaction } = conversation;
  const { flags, onlyFor } = audience(interaction, asNumber(data.flags, 0));
  const message = state.messages.add({
    channelId: placeId(interaction.place),
    authorId: state.world.applicationId,
    body: thinking ? {} : data,
    files,
    flags: thinking ? flags | LOADING : flags,
    onlyFor,
    origin: originOf(interaction),
  });
  conversation.originalId = message.id;
  return { kind: thinking ? "deferred" : "message", messageId: message.id };
}

function update(state: State, conversation: Conversation, data: JsonObject): Outcome {
  const edited = editMessage(state, conversation.interaction.sourceMessageId ?? "", data, "data");
  conversation.originalId = edited.id;
  return { kind: "updated", messageId: edited.id };
}

const choicesFor = (data: JsonObject, locale: string): readonly Choice[] =>
  asObjects(data.choices).map((choice) => ({
    name: asText(asObject(choice.name_localizations)[locale]) || asText(choice.name),
    value: typeof choice.value === "number" ? choice.value : asText(choice.value),
  }));

const openModal = (state: State, openedBy: Interaction, data: JsonObject) => ({
  customId: asText(data.custom_id),
  title: asText(data.title),
  components: normaliseComponents(asObjects(data.components), state.newId),
  openedBy,
});
