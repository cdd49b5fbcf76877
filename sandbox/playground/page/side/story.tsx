import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { StepState, StoryState, Target } from "../../stories/story.ts";
import { Avatar } from "../shell/avatar.tsx";
import { order } from "../state/act.ts";
import { type App, useApp, useWords } from "../state/app.ts";
import { SIDE_WORDS } from "./words.ts";

/** Long enough to see what will be pressed. */
const LOOK_MS = 900;

/** A story, its steps, and at the end what the account looks like. */
export function StoryView({ story }: { readonly story: StoryState }): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  const playingAll = useSignal(false);
  const at = story.steps.findIndex(({ state }) => state === "now" || state === "playing");
  const step = story.steps[at];

  usePointing(app, story, step);
  useEffect(() => {
    if (!playingAll.value || step?.state !== "now") return;
    const timer = setTimeout(() => {
      void order(app, { kind: "story-play" }).then((done) => {
        if (!done) playingAll.value = false;
      });
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [app, at, step?.state, playingAll.value, playingAll]);

  return (
    <div class="story" data-story-open={story.key} data-story-state={story.findings ? "over" : "told"}>
      <h2>{words.titles[story.key]}</h2>
      <p class="faint">
        {words.on} {story.platform === "slack" ? "Slack" : "Discord"}
      </p>
      <ol class="steps">
        {story.steps.map((one, index) => (
          <StepView key={index} step={one} />
        ))}
      </ol>
      {story.findings ? <Findings findings={story.findings} /> : null}
      <p class="try-buttons">
        {step ? (
          <>
            <button
              type="button"
              class="primary"
              data-play="step"
              disabled={step.state === "playing" || playingAll.value}
              onClick={() => void order(app, { kind: "story-play" })}
            >
              {step.state === "playing" ? words.playing : words.play}
            </button>
            <button
              type="button"
              data-play="all"
              aria-pressed={playingAll.value}
              onClick={() => {
                playingAll.value = !playingAll.value;
              }}
            >
              {words.playAll}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="primary"
            onClick={() =>
              void order(app, {
                ...{ kind: "story-open", story: story.key, platform: story.platform },
                language: app.settings.language.value,
              })
            }
          >
            {words.again}
          </button>
        )}
        <button type="button" data-play="leave" onClick={() => void order(app, { kind: "story-leave" })}>
          {words.leave}
        </button>
      </p>
    </div>
  );
}

/** Shows what the next step is done with: its person, its words in the message box, its button. */
function usePointing({ link, view }: App, { platform }: StoryState, step: StepState | undefined): void {
  const key = step ? JSON.stringify([step.who, step.target]) : "";
  useEffect(() => {
    const { target, who }: Partial<StepState> = step ?? {};
    if (who) link.look(who);
    const mark = view.marks[platform];
    mark.value = target?.kind === "button" ? target.words : null;
    const draft = view.drafts[platform];
    if (target?.kind === "type") draft.value = target.text;
    if (target && target.kind !== "clock" && target.kind !== "fault") view.front.value = platform;
    return () => {
      mark.value = null;
      // It was sent for the visitor.
      if (target?.kind === "type" && draft.peek() === target.text) draft.value = "";
    };
    // What the step says is all that counts: the object itself comes anew with each change elsewhere.
  }, [key, platform]);
}

function StepView({ step }: { readonly step: StepState }): JSX.Element {
  const { settings, store } = useApp();
  const words = useWords(SIDE_WORDS);
  const name = store.single("world").value?.personas.find(({ key }) => key === step.who)?.name ?? step.who;
  const now = step.state === "now" || step.state === "playing";
  return (
    <li data-step={step.state} aria-current={now ? "step" : undefined}>
      <p>
        <Avatar who={step.who} name={name} />
        <span class="visually-hidden">
          {words.asPerson} {name}:{" "}
        </span>
        {step.words[settings.language.value]}
      </p>
      {now ? <TargetView target={step.target} /> : null}
    </li>
  );
}

function TargetView({ target }: { readonly target: Target }): JSX.Element | null {
  const words = useWords(SIDE_WORDS);
  switch (target.kind) {
    case "type":
      return (
        <p class="target">
          {words.type} <code>{target.text}</code>
        </p>
      );
    case "button":
      return <p class="target">{words.press}</p>;
    case "form":
      return (
        <p class="target">
          {words.write}{" "}
          {target.values.map((value) => (
            <code key={value}>{value}</code>
          ))}
        </p>
      );
    case "clock":
    case "fault":
      return null;
  }
}

function Findings({ findings }: { readonly findings: NonNullable<StoryState["findings"]> }): JSX.Element {
  const { settings } = useApp();
  const words = useWords(SIDE_WORDS);
  return (
    <section class="findings" aria-label={words.end}>
      <h3>{words.end}</h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding.words.en} data-holds={finding.holds}>
            <span aria-hidden="true">{finding.holds ? "✓" : "✗"}</span>
            <span class="visually-hidden">{finding.holds ? words.holds : words.fails}: </span>
            {finding.words[settings.language.value]}
          </li>
        ))}
      </ul>
    </section>
  );
}
