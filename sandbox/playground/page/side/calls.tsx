import type { JSX } from "preact";
import { memo } from "preact/compat";
import type { OvhCall } from "../../protocol.ts";
import { useApp, useWords } from "../state/app.ts";
import { timeOnly } from "../words/instants.ts";
import { SIDE_WORDS } from "./words.ts";

const SHOWN = 60;

/** What OVHcloud was asked, newest first; what changes something stands out. */
export function Calls(): JSX.Element {
  const words = useWords(SIDE_WORDS);
  const calls = [...useApp().store.many("calls").value.entries()].slice(-SHOWN).reverse();
  return (
    <section class="calls" aria-label={words.calls}>
      <h3>{words.calls}</h3>
      {calls.length === 0 ? <p class="faint">{words.noCalls}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds no control. */}
      <ol class="calls-list" aria-label={words.calls} tabIndex={0}>
        {calls.map(([id, call]) => (
          <CallView key={id} call={call} />
        ))}
      </ol>
    </section>
  );
}

const CallView = memo(function CallView({ call }: { readonly call: OvhCall }): JSX.Element {
  const { store, settings } = useApp();
  const words = useWords(SIDE_WORDS);
  const zone = store.single("who").value?.timeZone ?? "UTC";
  const body = call.body === null ? "" : JSON.stringify(call.body);
  return (
    <li data-writes={call.writes} data-failed={call.status === null || call.status >= 400}>
      <time dateTime={new Date(call.at).toISOString()}>
        {timeOnly(settings.language.value, zone)(call.at)}
      </time>
      <code>
        <b>{call.method}</b> {call.path}
        {call.query === "" ? "" : `?${call.query}`} {body}
      </code>
      <span class="status">{call.status ?? words.unanswered}</span>
    </li>
  );
});
