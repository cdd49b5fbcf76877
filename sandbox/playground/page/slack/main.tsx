import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import type { SlackPlace } from "../../protocol.ts";
import { AppTabs } from "./app-tabs.tsx";
import { useClient } from "./client.ts";
import { Conversation } from "./conversation.tsx";
import { Home } from "./home.tsx";
import { isolated } from "./isolated.tsx";
import { placeShown, type Shown, titleOf } from "./places.ts";

interface MainProps {
  readonly places: readonly SlackPlace[];
  readonly shown: Shown;
  readonly draft: Signal<string>;
  onShow(shown: Shown): void;
}

/** What is beside the sidebar: a channel, or the app with its two tabs. */
export function Main({ places, shown, draft, onShow }: MainProps): JSX.Element {
  const { words, world, nameOf } = useClient();
  const place = placeShown(shown, places);
  const app = nameOf(world.botUserId);
  if (shown.kind === "app")
    return (
      <div class="slack-main">
        <header class="slack-top">
          <h2>{isolated(app)}</h2>
          <AppTabs tab={shown.tab} onTab={(tab) => onShow({ kind: "app", tab })} />
        </header>
        <div
          id="slack-tab-panel"
          role="tabpanel"
          class="slack-panel"
          aria-labelledby={`slack-tab-${shown.tab}`}
        >
          {place ? <Conversation place={place} draft={draft} /> : shown.tab === "home" && <Home />}
        </div>
      </div>
    );
  return (
    <div class="slack-main">
      <header class="slack-top">
        <h2>{place ? isolated(titleOf(place, app)) : ""}</h2>
        {place && !place.botIsIn && <p>{words.botIsNotIn}</p>}
      </header>
      <div class="slack-panel">{place && <Conversation place={place} draft={draft} />}</div>
    </div>
  );
}
