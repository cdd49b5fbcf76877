import { PermissionFlagsBits as Flags } from "discord-api-types/v10";
import { asText, type JsonObject } from "../../json.ts";
import { AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT } from "../interaction/interaction.ts";
import type { InteractionSeed, Interactions, PersonError } from "../interaction/interactions.ts";
import type { StoredMessage } from "../messages.ts";
import { has, permissionsOf } from "../permissions.ts";
import { type Place, placeId, type State } from "../state.ts";
import { type Act, toAct } from "./act.ts";
import { type FormValues, fillForm } from "./form.ts";
import { ImpossibleAct } from "./impossible.ts";
import { type Found, findCommand, type MenuEntry, menuOf } from "./menu.ts";
import { fillOptions, nest, type OptionValues, typedOptions } from "./options.ts";
import { buttonOf, pickValues, resolveOptions, selectOf } from "./pick.ts";
import { type SeenMessage, type SeenModal, seenModal } from "./seen.ts";

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
  /** Writes a message; the bot hears of none. */
  says(channelId: string, text: string): void;
  /** Sends the form that is open, its fields by custom id or label. */
  submit(values: FormValues): Promise<Act>;
  closeModal(): void;
  /** The menu at "/", in the person's language. */
  menu(channelId: string): readonly MenuEntry[];
  /** Messages of the channel and own ephemeral ones, oldest first; none of a channel that the person cannot view. */
  sees(channelId: string): readonly SeenMessage[];
  modal(): SeenModal | null;
  errors(): readonly PersonError[];
  /** Where this person can read and write, in the servers that the bot is in and directly with it. */
  places(): readonly Place[];
  /** The channel of this person's direct messages with the bot. */
  directChannel(): string;
}

export function createPerson(state: State, interactions: Interactions, id: string): DiscordPerson {
  const known = state.person(id);
  if (!known) throw new ImpossibleAct(`nobody has the id ${id}`);
  const localeNow = (): string => state.person(id)?.locale ?? known.locale;

  const placeOf = (channelId: string): Place => {
    const place = state.place(channelId);
    if (!place || !mayView(place, id)) throw new ImpossibleAct(`${known.username} cannot see ${channelId}`);
    return place;
  };

  const start = async (seed: Omit<InteractionSeed, "userId">): Promise<Act> =>
    toAct(state, await interactions.start({ ...seed, userId: id }));

  const command = (
    type: typeof COMMAND | typeof AUTOCOMPLETE,
    place: Place,
    found: Found,
    options: readonly JsonObject[],
  ): Promise<Act> => {
    const { command: one, way } = found;
    const resolved = type === COMMAND ? resolveOptions(state, place, id, options) : {};
    return start({
      type,
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
    });
  };

  const visible = (messageId: string): StoredMessage => {
    const message = state.messages.get(messageId);
    if (!message || (message.onlyFor !== null && message.onlyFor !== id))
      throw new ImpossibleAct(`${known.username} sees no message ${messageId}`);
    placeOf(message.channelId);
    return message;
  };

  const touch = (message: StoredMessage, component: JsonObject, more: JsonObject): Promise<Act> => {
    if (component.disabled === true)
      throw new ImpossibleAct(`${asText(component.label) || asText(component.custom_id)} is disabled`);
    const { type: component_type, custom_id, id: number } = component;
    return start({
      type: COMPONENT,
      place: placeOf(message.channelId),
      sourceMessageId: message.id,
      data: { component_type, custom_id, id: number, ...more },
    });
  };

  return {
    id,
    async slash(channelId, name, subcommand, options = {}) {
      const place = placeOf(channelId);
      const found = findCommand(state, place, id, name, subcommand);
      return command(COMMAND, place, found, fillOptions(found.options, options, localeNow()));
    },
    async autocomplete(channelId, name, subcommand, option, typed, others = {}) {
      const place = placeOf(channelId);
      const found = findCommand(state, place, id, name, subcommand);
      return command(
        AUTOCOMPLETE,
        place,
        found,
        typedOptions(found.options, option, typed, others, localeNow()),
      );
    },
    async press(messageId, button) {
      const message = visible(messageId);
      const component = buttonOf(message, button);
      if (typeof component.custom_id !== "string") throw new ImpossibleAct(`${button} is a link`);
      return touch(message, component, {});
    },
    async select(messageId, select, values) {
      const message = visible(messageId);
      const component = selectOf(message, select);
      return touch(message, component, pickValues(state, placeOf(message.channelId), id, component, values));
    },
    says(channelId, text) {
      const place = placeOf(channelId);
      state.messages.add({ channelId: placeId(place), authorId: id, body: { content: text }, flags: 0 });
    },
    async submit(values) {
      const modal = interactions.modal(id);
      if (!modal) throw new ImpossibleAct(`no form is open for ${known.username}`);
      const { openedBy } = modal;
      const act = await start({
        type: MODAL_SUBMIT,
        place: openedBy.place,
        sourceMessageId: openedBy.sourceMessageId,
        openedBy,
        data: fillForm(modal, values),
      });
      // Without an answer the client says so inside the form and leaves it open.
      if (act.kind !== "no-response" && interactions.modal(id) === modal) interactions.closeModal(id);
      return act;
    },
    closeModal: () => interactions.closeModal(id),
    menu: (channelId) => menuOf(state, placeOf(channelId), id),
    sees(channelId) {
      const place = state.place(channelId);
      if (!place || !mayView(place, id)) return [];
      return state.messages
        .all()
        .filter((one) => one.channelId === channelId && (one.onlyFor === null || one.onlyFor === id))
        .map((message) => state.seen(message));
    },
    modal() {
      const open = interactions.modal(id);
      return open ? seenModal(open) : null;
    },
    errors: () => interactions.errors().filter(({ userId }) => userId === id),
    places() {
      const open = state
        .guilds()
        .flatMap((guild) => guild.channels.map((channel): Place => ({ kind: "guild", guild, channel })));
      const mine = open.filter((place) => isMember(place, id) && mayView(place, id));
      return known.takesDirectMessages ? [...mine, state.directChannel(id)] : mine;
    },
    directChannel: () => placeId(state.directChannel(id)),
  };
}

const isMember = (place: Place, userId: string): boolean =>
  place.kind === "direct" || place.guild.members.some((member) => member.userId === userId);

const mayView = (place: Place, userId: string): boolean =>
  place.kind === "direct"
    ? place.userId === userId
    : has(permissionsOf(place.guild, userId, place.channel), Flags.ViewChannel);
