import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { StepState, StoryState, Target } from "../../stories/story.ts";
import { Avatar } from "../shell/avatar.tsx";
import { SHELL_WORDS } from "../shell/words.ts";
import { useApp, useWords } from "../state/app.ts";
import { ActButton } from "./act-button.tsx";
import { stepOf } from "./step-of.ts";
import { SIDE_WORDS } from "./words.ts";

/** A story, its steps, and at the end what the account looks like. */
export function StoryView({ story }: { readonly story: StoryState }): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  const { playing } = app.view;
  const heading = useRef<HTMLHeadingElement>(null);
  const step = stepOf(story);
  // Whoever opened it by the keyboard goes on from here.
  useEffect(() => heading.current?.focus(), []);

  return (
    <div class="story" data-story-open={story.key} data-story-state={story.findings ? "over" : "told"}>
      <h2 ref={heading} tabIndex={-1}>
        {words.titles[story.key]}
      </h2>
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
            <ActButton
              name="play-step"
              class="primary"
              off={step.state === "playing" || playing.value}
              act={{ kind: "story-play" }}
            >
              {step.state === "playing" ? words.playing : words.play}
            </ActButton>
            <button
              type="button"
              data-act="play-all"
              onClick={() => {
                playing.value = !playing.value;
              }}
            >
              {playing.value ? words.pause : words.playAll}
            </button>
          </>
        ) : (
          <ActButton
            name="play-again"
            class="primary"
            act={{
              ...{ kind: "story-open", story: story.key, platform: story.platform },
              language: app.settings.language.value,
            }}
          >
            {words.again}
          </ActButton>
        )}
        <ActButton name="play-leave" class="" act={{ kind: "story-leave" }}>
          {words.leave}
        </ActButton>
      </p>
    </div>
  );
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
        {step.state === "done" ? <span class="done-sign">{`✓ `}</span> : null}
        <span class="visually-hidden">
          {step.state === "done" ? `${words.done}, ` : ""}
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
      return <TabLink side="clock" />;
    case "fault":
      return <TabLink side="faults" />;
  }
}

/** Where a step is done that is done at neither client. */
function TabLink({ side }: { readonly side: "clock" | "faults" }): JSX.Element {
  const { view } = useApp();
  const words = useWords(SIDE_WORDS);
  const names = useWords(SHELL_WORDS).sides;
  return (
    <p class="target">
      <button
        type="button"
        class="small"
        onClick={() => {
          view.side.value = side;
        }}
      >
        {words.goTo} {names[side]}
      </button>
    </p>
  );
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
