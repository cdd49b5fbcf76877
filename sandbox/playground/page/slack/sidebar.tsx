import type { JSX } from "preact";
import type { SlackPlace } from "../../protocol.ts";
import { AppPicture } from "./avatar.tsx";
import { useClient } from "./client.ts";
import { Icon } from "./icons.tsx";
import { isolated } from "./isolated.tsx";
import { channelsOf, directOf, type Shown } from "./places.ts";
import type { Unread } from "./unread.ts";

interface SidebarProps {
  readonly places: readonly SlackPlace[];
  readonly shown: Shown;
  readonly unread: Unread;
  onShow(shown: Shown): void;
}

/** Channels and the app; in a narrow pane a strip above the messages. */
export function Sidebar({ places, shown, unread, onShow }: SidebarProps): JSX.Element {
  const { words, world, nameOf } = useClient();
  const direct = directOf(places);
  const waiting = direct ? (unread.get(direct.id) ?? 0) : 0;
  return (
    <nav class="slack-side" aria-label={`${words.pane}: ${words.channels}, ${words.apps}`}>
      <p class="slack-team">{isolated(world.team)}</p>
      <div class="slack-places">
        <h2>{words.channels}</h2>
        <ul>
          {channelsOf(places).map((place) => (
            <li key={place.id}>
              <ChannelButton
                place={place}
                current={shown.kind === "channel" && shown.id === place.id}
                unread={unread.get(place.id) ?? 0}
                onShow={onShow}
              />
            </li>
          ))}
        </ul>
        <h2>{words.apps}</h2>
        <ul>
          <li>
            <button
              type="button"
              class={waiting > 0 ? "slack-place slack-unread" : "slack-place"}
              data-channel={direct?.id ?? "app"}
              aria-current={shown.kind === "app" ? "page" : undefined}
              onClick={() => onShow({ kind: "app", tab: waiting > 0 ? "messages" : "home" })}
            >
              <AppPicture look="slack-app-sign" />
              <span class="slack-place-name">{isolated(nameOf(world.botUserId))}</span>
              <Badge count={waiting} />
            </button>
          </li>
        </ul>
      </div>
    </nav>
  );
}

interface ChannelButtonProps {
  readonly place: SlackPlace;
  readonly current: boolean;
  readonly unread: number;
  onShow(shown: Shown): void;
}

function ChannelButton({ place, current, unread, onShow }: ChannelButtonProps): JSX.Element {
  const { words } = useClient();
  const { id, name, kind, archived, botIsIn } = place;
  const isPrivate = kind === "private";
  const note = archived ? words.archived : botIsIn ? "" : words.botIsNotIn;
  const classes = ["slack-place", unread > 0 && "slack-unread", (archived || !botIsIn) && "slack-faint"];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(" ")}
      data-channel={id}
      aria-current={current ? "page" : undefined}
      title={note || undefined}
      onClick={() => onShow({ kind: "channel", id })}
    >
      <span class="slack-sign" aria-hidden="true">
        {isPrivate ? <Icon name="lock" /> : "#"}
      </span>
      <span class="slack-place-name">{isolated(name)}</span>
      {isPrivate && <span class="visually-hidden"> {words.privateChannel}</span>}
      {note !== "" && (
        <>
          <Icon name={archived ? "archive" : "absent"} />
          <span class="visually-hidden"> {note}</span>
        </>
      )}
      <Badge count={unread} />
    </button>
  );
}

function Badge({ count }: { readonly count: number }): JSX.Element | null {
  const { words } = useClient();
  if (count === 0) return null;
  return (
    <>
      <span class="slack-count" aria-hidden="true">
        {count > 99 ? "99+" : count}
      </span>
      <span class="visually-hidden"> {words.unread(count)}</span>
    </>
  );
}
