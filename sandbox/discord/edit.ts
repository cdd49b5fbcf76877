import type { JsonObject } from "../json.ts";
import { join } from "./judge/finding.ts";
import { IS_COMPONENTS_V2 } from "./judge/message.ts";
import type { StoredMessage } from "./messages.ts";
import { invalidForm, refusal } from "./refusal.ts";
import type { State } from "./state.ts";

const V2_PAGE = "https://discord.com/developers/docs/components/overview";

/** Edits a message that exists. Refuses flags that would take Components V2 away: "it can't be removed from that
 *  message". Throws 10008 when the message is gone; `path` is where the body stands in the request. */
export function editMessage(state: State, id: string, body: JsonObject, path = ""): StoredMessage {
  const before = state.messages.get(id);
  if (!before) throw refusal("unknownMessage");
  const v2 = (before.flags & IS_COMPONENTS_V2) !== 0;
  if (v2 && typeof body.flags === "number" && (body.flags & IS_COMPONENTS_V2) === 0)
    throw invalidForm([
      {
        path: join(path, "flags"),
        rule: "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
        message: "The IS_COMPONENTS_V2 flag cannot be removed",
        source: V2_PAGE,
      },
    ]);
  return state.messages.edit(id, body) ?? before;
}
