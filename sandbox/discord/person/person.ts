import { PermissionFlagsBits as Flags } from "discord-api-types/v10";
import {
  AUTOCOMPLETE,
  type Choice,
  COMMAND,
  COMPONENT,
  MODAL_SUBMIT,
  type Outcome,
} from "../interaction/interaction.ts";
import type { Interactions, PersonError } from "../interaction/interactions.ts";
import { asNumber, asObjects, asText, type JsonObject } from "../json.ts";
import { BUTTON, placedComponents } from "../judge/components.ts";
import type { StoredMessage } from "../messages.ts";
import { has, permissionsOf } from "../permissions.ts";
import { type Place, placeId, type State } from "../state.ts";
import { type FormValues, fillForm } from "./form.ts";
import { ImpossibleAct } from "./impossible.ts";
import { type Found, findCommand, type MenuEntry, menuOf } from "./menu.ts";
import { fillOptions, nest, type OptionValues, PICKED, typedOptions } from "./options.ts";
import { type Named, resolve } from "./resolved.ts";
import { type SeenMessage, type SeenModal, seenMessage, seenModal } from "./seen.ts";

/** What came first of an act, as its person sees it. */
export type Act =
  | { readonly kind: "message"; readonly message: SeenMessage }
  | { readonly kind: "deferred"; readonly message: SeenMessage }
  | { readonly kind: "deferred-update" }
  | { readonly kind: "updated"; readonly message: SeenMessage }
  | { readonly kind: "modal"; readonly modal: SeenModal }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | { readonly kind: "no-response" };

/** A person at the client. Every act resolves with the first answer, or with `no-response` when the three seconds
 *  are over on the sandbox's clock; it rejects with ImpossibleAct when the client would not let a person do it. */
export interface DiscordPerson {
  readonly id: string;
  /** `subcommand` and the names of options in the person's language or in the default one. */
  slash(channelId: string, command: string, subcommand: string | null, options?: OptionValues): Promise<Act>;
  autocomplete(
    channelId: string,
    command: string,
    subcommand: string | null,
    option: string,
    typed: string,
    others?: OptionValues,
  ): Promise<Act>;
  /** `button` is its label or its custom id. */
  press(messageId: string, button: string): Promise<Act>;
  /** `select` is its custom id or placeholder, `values` are values or labels. */
  select(messageId: string, select: string, values: readonly string[]): Promise<Act>;
  /** Sends the form that is open, its fields by custom id or label. */
  submit(values: FormValues): Promise<Act>;
  closeModal(): void;
  /** The menu at "/", in the person's language. */
  menu(channelId: string): readonly MenuEntry[];
  /** Messages of the channel and own ephemeral ones, oldest first; none of a channel that the person cannot view. */
  sees(channelId: string): readonly SeenMessage[];
  modal(): SeenModal | null;
  errors(): readonly PersonError[];
  /** The channel of this person's direct messages with the bot. */
  directChannel(): string;
}

const SELECTS: ReadonlyMap<number, Named | null> = new Map<number, Named | null>([
  [3, null],
  [5, "user"],
  [6, "role"],
  [7, "mentionable"],
  [8, "channel"],
]);

export function createPerson(state: State, interactions: Interactions, id: string): DiscordPerson {
  const known = state.person(id);
  if (!known) throw new ImpossibleAct(`nobody has the id ${id}`);
  const { locale } = known;

  const placeOf = (channelId: string): Place => {
    const place = state.place(channelId);
    if (!place || !mayView(place, id)) throw new ImpossibleAct(`${known.username} cannot see ${channelId}`);
    return place;
  };

  const toAct = (outcome: Outcome): Act => {
    switch (outcome.kind) {
      case "message":
      case "deferred":
      case "updated": {
        const message = state.messages.get(outcome.messageId);
        return message
          ? { kind: outcome.kind, message: seenMessage(state.world, message) }
          : { kind: "no-response" };
      }
      case "modal":
        return { kind: "modal", modal: seenModal(outcome.modal) };
      case "choices":
      case "deferred-update":
      case "no-response":
        return outcome;
    }
  };

  const command = async (
    type: typeof COMMAND | typeof AUTOCOMPLETE,
    place: Place,
    found: Found,
    options: JsonObject[],
  ) => {
    const { command: one, way } = found;
    const picked = type === COMMAND ? options.map((option) => resolvePicked(state, place, id, option)) : [];
    const resolved = mergeResolved(picked);
    return toAct(
      await interactions.start({
        type,
        userId: id,
        place,
        commandName: one.name,
        data: {
          id: one.id,
          name: one.name,
          type: one.type,
          ...(one.guildId === null ? {} : { guild_id: one.guildId }),
          ...(options.length > 0 || way.length > 0 ? { options: nest(way, options) } : {}),
          ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
        },
      }),
    );
  };

  const visible = (messageId: string): StoredMessage => {
    const message = state.messages.get(messageId);
    if (!message || (message.onlyFor !== null && message.onlyFor !== id))
      throw new ImpossibleAct(`${known.username} sees no message ${messageId}`);
    placeOf(message.channelId);
    return message;
  };

  const touch = async (message: StoredMessage, component: JsonObject, more: JsonObject): Promise<Act> => {
    if (component.disabled === true) throw new ImpossibleAct(`${nameOf(component)} is disabled`);
    const { type: component_type, custom_id, id: number } = component;
    return toAct(
      await interactions.start({
        type: COMPONENT,
        userId: id,
        place: placeOf(message.channelId),
        sourceMessageId: message.id,
        data: { component_type, custom_id, id: number, ...more },
      }),
    );
  };

  return {
    id,
    async slash(channelId, name, subcommand, options = {}) {
      const place = placeOf(channelId);
      const found = findCommand(state, place, id, name, subcommand);
      return command(COMMAND, place, found, fillOptions(found.options, options, locale));
    },
    async autocomplete(channelId, name, subcommand, option, typed, others = {}) {
      const place = placeOf(channelId);
      const found = findCommand(state, place, id, name, subcommand);
      return command(AUTOCOMPLETE, place, found, typedOptions(found.options, option, typed, others, locale));
    },
    async press(messageId, button) {
      const message = visible(messageId);
      const component = componentOf(
        message,
        (one) => one.type === BUTTON && isNamed(one, button, "label"),
        button,
      );
      if (typeof component.custom_id !== "string") throw new ImpossibleAct(`${button} is a link`);
      return touch(message, component, {});
    },
    async select(messageId, select, values) {
      const message = visible(messageId);
      const component = componentOf(
        message,
        (one) => SELECTS.has(asNumber(one.type, 0)) && isNamed(one, select, "placeholder"),
        select,
      );
      return touch(message, component, pickValues(state, placeOf(message.channelId), id, component, values));
    },
    async submit(values) {
      const modal = interactions.modal(id);
      if (!modal) throw new ImpossibleAct(`no form is open for ${known.username}`);
      const { openedBy } = modal;
      const outcome = await interactions.start({
        type: MODAL_SUBMIT,
        userId: id,
        place: openedBy.place,
        sourceMessageId: openedBy.sourceMessageId,
        openedBy,
        data: fillForm(modal, values),
      });
      // Without an answer the client says so inside the form and leaves it open.
      if (outcome.kind !== "no-response" && interactions.modal(id) === modal) interactions.closeModal(id);
      return toAct(outcome);
    },
    closeModal: () => interactions.closeModal(id),
    menu: (channelId) => menuOf(state, placeOf(channelId), id),
    sees(channelId) {
      const place = state.place(channelId);
      if (!place || !mayView(place, id)) return [];
      return state.messages
        .all()
        .filter((one) => one.channelId === channelId && (one.onlyFor === null || one.onlyFor === id))
        .map((message) => seenMessage(state.world, message));
    },
    modal() {
      const open = interactions.modal(id);
      return open ? seenModal(open) : null;
    },
    errors: () => interactions.errors().filter(({ userId }) => userId === id),
    directChannel: () => placeId(state.directChannel(id)),
  };
}

const mayView = (place: Place, userId: string): boolean =>
  place.kind === "direct"
    ? place.userId === userId
    : has(permissionsOf(place.guild, userId, place.channel), Flags.ViewChannel);

const nameOf = (component: JsonObject): string => asText(component.label) || asText(component.custom_id);

const isNamed = (component: JsonObject, wanted: string, key: "label" | "placeholder"): boolean =>
  component.custom_id === wanted || component[key] === wanted;

function componentOf(
  message: StoredMessage,
  fits: (component: JsonObject) => boolean,
  wanted: string,
): JsonObject {
  const all = [...placedComponents({ components: message.components }, "")].map(({ component }) => component);
  const found = all.find(fits);
  if (!found) throw new ImpossibleAct(`the message has no ${wanted}`);
  return found;
}

function pickValues(
  state: State,
  place: Place,
  userId: string,
  select: JsonObject,
  wanted: readonly string[],
): JsonObject {
  const options = asObjects(select.options);
  if (wanted.length < asNumber(select.min_values, 1) || wanted.length > asNumber(select.max_values, 1))
    throw new ImpossibleAct(`the select does not take ${wanted.length} values`);
  const kind = SELECTS.get(asNumber(select.type, 0)) ?? null;
  if (kind !== null) return { values: wanted, resolved: resolve(state, place, userId, kind, wanted) };
  const values = wanted.map((one) => {
    const option = options.find(({ value, label }) => value === one || label === one);
    if (!option) throw new ImpossibleAct(`the select has no option ${one}`);
    return asText(option.value);
  });
  return { values };
}

function resolvePicked(state: State, place: Place, userId: string, option: JsonObject): JsonObject {
  const kind = PICKED.get(asNumber(option.type, 0));
  return kind ? resolve(state, place, userId, kind, [asText(option.value)]) : {};
}

function mergeResolved(parts: readonly JsonObject[]): JsonObject {
  const merged: Record<string, JsonObject> = {};
  for (const part of parts)
    for (const [key, objects] of Object.entries(part))
      merged[key] = { ...merged[key], ...asObjects([objects])[0] };
  return merged;
}
