import type { JSX } from "preact";
import { useClient } from "./client.ts";
import type { Shown } from "./places.ts";

type Tab = Extract<Shown, { kind: "app" }>["tab"];

interface AppTabsProps {
  readonly tab: Tab;
  onTab(tab: Tab): void;
}

const TABS: readonly Tab[] = ["home", "messages"];

/** The two parts of the app's conversation. Arrow keys go from one to the other. */
export function AppTabs({ tab, onTab }: AppTabsProps): JSX.Element {
  const { words } = useClient();
  const other = tab === "home" ? "messages" : "home";
  return (
    <div role="tablist" aria-label={words.tabs} class="slack-tabs">
      {TABS.map((one) => (
        <button
          key={one}
          id={`slack-tab-${one}`}
          type="button"
          role="tab"
          aria-selected={one === tab}
          aria-controls="slack-tab-panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
            event.preventDefault();
            onTab(other);
            document.getElementById(`slack-tab-${other}`)?.focus();
          }}
        >
          {words[one]}
        </button>
      ))}
    </div>
  );
}
