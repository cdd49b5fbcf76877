import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useApp } from "../state/app.ts";
import { useClient } from "./client.ts";
import { useKeptFocus } from "./kept-focus.ts";
import { Problem } from "./problem.tsx";
import { ViewBody, ViewDetails } from "./view-body.tsx";

/** The app's own page, which it publishes for each person. */
export function Home(): JSX.Element {
  const { words } = useClient();
  const home = useApp().store.single("slackHome").value;
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page, home);
  return (
    <>
      <div ref={page} class="slack-home" tabIndex={-1}>
        {home ? (
          <>
            <ViewBody key={home.view} view={home} form={null} />
            <ViewDetails view={home} />
          </>
        ) : (
          <p class="slack-beginning">{words.noHome}</p>
        )}
      </div>
      <Problem />
    </>
  );
}
