import type { DiscordPlace } from "../../protocol.ts";
import type { Store } from "../state/store.ts";

/** As #ops, or @Lastcall for direct messages with the bot. */
export const placeName = ({ name, server }: DiscordPlace, store: Store): string =>
  server === null ? `@${store.single("world").value?.discord.botName ?? ""}` : `#${name}`;
