import { askAndShow, type Way } from "./door.ts";
import { createHook } from "./hook.ts";
import type { SlashPayload } from "./payloads.ts";
import { normalizeTyped } from "./typed.ts";

/** `/ovh …`, acknowledged already. */
export async function takeSlash(way: Way, payload: SlashPayload): Promise<void> {
  const { bot, clock } = way;
  const trigger = { id: payload.trigger_id, at: clock.now() };
  await askAndShow(way, {
    press: bot.parse(normalizeTyped(payload.text)),
    via: "slash",
    origin: {
      kind: "command",
      user: payload.user_id,
      channel: payload.channel_id,
      hook: createHook(payload.response_url, clock),
    },
    team: payload.team_id,
    trigger,
  });
}
