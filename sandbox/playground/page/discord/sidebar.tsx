import type { JSX } from "preact";
import type { DiscordPlace } from "../../protocol.ts";
import { useApp, useClientWords } from "../state/app.ts";
import { Avatar } from "./avatar.tsx";
import type { Places } from "./places.ts";
import { WORDS } from "./words.ts";

/** Servers with their channels, and direct messages; a strip at the top where the pane is narrow. */
export function Sidebar({ places }: { readonly places: Places }): JSX.Element {
  const words = useClientWords(WORDS);
  const servers = [...new Set(places.all.value.map(({ server }) => server))];
  return (
    <div class="sidebar">
      <nav aria-label={words.channels}>
        {servers.map((server) => (
          <div key={server} class="server">
            {server === null ? null : <p class="server-name">{server}</p>}
            <p class="category">{server === null ? words.directMessages : words.textChannels}</p>
            <ul>
              {places.all.value
                .filter((place) => place.server === server)
                .map((place) => (
                  <li key={place.id}>
                    <Channel place={place} places={places} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      <You />
    </div>
  );
}

interface ChannelProps {
  readonly place: DiscordPlace;
  readonly places: Places;
}

function Channel({ place, places }: ChannelProps): JSX.Element {
  const words = useClientWords(WORDS);
  const bot = useApp().store.single("world").value?.discord;
  const unread = places.unread.value.get(place.id) ?? 0;
  const isHere = places.here.value?.id === place.id;
  return (
    <button
      type="button"
      class={unread > 0 ? "channel unread" : "channel"}
      data-channel={place.id}
      aria-current={isHere ? "page" : undefined}
      onClick={() => places.go(place.id)}
    >
      {place.server === null ? (
        <Avatar id={bot?.botUserId ?? ""} name={bot?.botName ?? ""} />
      ) : (
        <span class="hash" aria-hidden="true" />
      )}
      <span class="channel-name">{place.server === null ? bot?.botName : place.name}</span>
      {unread > 0 ? (
        <span class="badge">
          <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
          <span class="visually-hidden">{words.unread(unread)}</span>
        </span>
      ) : null}
    </button>
  );
}

function You(): JSX.Element | null {
  const words = useClientWords(WORDS);
  const who = useApp().store.single("who").value;
  if (!who) return null;
  return (
    <div class="you">
      <Avatar id={who.discordId} name={who.name} />
      <p>
        <strong>{who.name}</strong>
        <span>{words.you}</span>
      </p>
    </div>
  );
}
