import { MINUTE } from "../../../../src/domain/instant.ts";
import { asText, type JsonObject } from "../../../json.ts";
import { authorId, isEphemeral, isNewer, sentAt } from "./wire.ts";

export type Row =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly message: JsonObject;
      readonly joined: boolean;
      readonly calls: boolean;
    };

/** As long as Discord lets messages of one author stand together. */
const TOGETHER = 7 * MINUTE;

interface View {
  readonly channel: string;
  readonly dismissed: ReadonlySet<string>;
  readonly reader: string;
  readonly dayOf: (at: number) => string;
}

/** A channel from its first message to its last, with a line where a day begins. */
export function rowsOf(messages: ReadonlyMap<string, JsonObject>, view: View): readonly Row[] {
  const shown = [...messages]
    .filter(([id, message]) => message.channel_id === view.channel && !view.dismissed.has(id))
    .sort(([one], [other]) => (isNewer(one, other) ? 1 : -1));
  const rows: Row[] = [];
  let above: JsonObject | undefined;
  let day = "";
  for (const [key, message] of shown) {
    const at = sentAt(message);
    const today = view.dayOf(at);
    if (today !== day) rows.push({ kind: "day", key: today, at });
    const joined = today === day && above !== undefined && isTogether(above, message);
    rows.push({ kind: "message", key, message, joined, calls: callsFor(message, view.reader) });
    above = message;
    day = today;
  }
  return rows;
}

/** An answer to a command or a press always stands by itself: a line above it may say whose it is. */
const isTogether = (above: JsonObject, message: JsonObject): boolean =>
  authorId(above) === authorId(message) &&
  message.interaction_metadata === undefined &&
  isEphemeral(above) === isEphemeral(message) &&
  sentAt(message) - sentAt(above) < TOGETHER;

/** Whether it wakes this person: what the wire says of it, not what stands in the text. */
const callsFor = (message: JsonObject, reader: string): boolean =>
  message.mention_everyone === true ||
  (Array.isArray(message.mentions) && message.mentions.some((user) => asText(user?.id) === reader));
