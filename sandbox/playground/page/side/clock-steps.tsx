import type { JSX } from "preact";
import { DAY, HOUR } from "../../../../src/domain/instant.ts";
import type { Act } from "../../acts.ts";
import { useApp, useWords } from "../state/app.ts";
import { dateTime } from "../words/instants.ts";
import { ActButton } from "./act-button.tsx";
import { SIDE_WORDS } from "./words.ts";

/** The steps of the sandbox's clock. */
export function ClockSteps(): JSX.Element {
  const words = useWords(SIDE_WORDS);
  const { store, settings, now } = useApp();
  const zone = store.single("who").value?.timeZone ?? "UTC";
  const format = dateTime(settings.language.value, zone);
  const moving = (store.single("clock").value?.movingTo ?? null) !== null;
  const focus = store.single("account").value?.focus ?? null;
  const step = (label: string, name: string, act: Act, at: number | null = null): JSX.Element => (
    <li>
      <ActButton
        name={`clock-${name}`}
        class=""
        off={moving || (at !== null && at <= (now.value ?? 0))}
        act={act}
      >
        {label}
      </ActButton>
      {at === null ? null : <span class="faint">{format(at)}</span>}
    </li>
  );
  return (
    <div class="clock-steps">
      <p>{words.clockHow}</p>
      <ul class="clock-list">
        {step(words.hour, "hour", { kind: "clock-advance", ms: HOUR })}
        {step(words.day, "day", { kind: "clock-advance", ms: DAY })}
        {step(words.nextReminder, "next-reminder", { kind: "clock-to", where: "next-reminder" })}
      </ul>
      {focus ? (
        <>
          <p>
            {words.about} <b>{focus.service.displayName}</b> <span class="faint">({focus.service.name})</span>
          </p>
          <ul class="clock-list">
            {step(
              words.beforeCutOff,
              "before-cut-off",
              { kind: "clock-to", where: "before-cut-off" },
              focus.cutOffAt === null ? null : focus.cutOffAt - HOUR,
            )}
            {step(words.pastExpiry, "past-expiry", { kind: "clock-to", where: "past-expiry" }, focus.endsAt)}
          </ul>
        </>
      ) : null}
      <p role="status" class="faint">
        {moving ? words.moving : ""}
      </p>
    </div>
  );
}
