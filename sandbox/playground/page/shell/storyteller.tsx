import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { StepState, StoryState } from "../../stories/story.ts";
import { stepOf } from "../side/step-of.ts";
import { SIDE_WORDS } from "../side/words.ts";
import { order } from "../state/act.ts";
import { type App, useApp, useWords } from "../state/app.ts";

/** Long enough to read a card and to see what will be pressed. */
const LOOK_MS = 1800;

/** Points at what the story's next step is done with, wherever one looks; plays on while told to. */
export function Storyteller(): JSX.Element | null {
  const app = useApp();
  const story = app.store.single("story").value ?? null;
  const step = story ? stepOf(story) : undefined;
  usePointing(app, story, step);
  usePlaying(app, step);
  return story ? <Strip story={story} step={step} /> : null;
}

/** Where one pane is shown at a time: what comes next, above the bar that chooses. */
function Strip({
  story,
  step,
}: {
  readonly story: StoryState;
  readonly step: StepState | undefined;
}): JSX.Element {
  const { settings, view } = useApp();
  const words = useWords(SIDE_WORDS);
  const text = step ? step.words[settings.language.value] : `${words.titles[story.key]}: ${words.over}`;
  return (
    <button
      type="button"
      class="story-strip"
      onClick={() => {
        view.side.value = "start";
        view.front.value = "side";
      }}
    >
      {text}
    </button>
  );
}

function usePlaying(app: App, step: StepState | undefined): void {
  const { playing } = app.view;
  const going = playing.value;
  const key = step ? JSON.stringify([step.words.en, step.state]) : "";
  useEffect(() => {
    if (key === "") playing.value = false;
    if (!going || step?.state !== "now") return;
    const timer = setTimeout(() => {
      void order(app, { kind: "story-play" }).then((done) => {
        if (!done) playing.value = false;
      });
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [app, key, going, playing, step?.state]);
}

/** Shows what the next step is done with: its person, its words in the message box, its button. */
function usePointing({ link, view }: App, story: StoryState | null, step: StepState | undefined): void {
  const key = story && step ? JSON.stringify([story.platform, step.who, step.target]) : "";
  useEffect(() => {
    if (!story || !step) return;
    const { target, who } = step;
    link.look(who);
    const mark = view.marks[story.platform];
    const draft = view.drafts[story.platform];
    mark.value = target.kind === "button" ? target.words : null;
    if (target.kind === "type") draft.value = target.text;
    if (target.kind !== "clock" && target.kind !== "fault") view.front.value = story.platform;
    return () => {
      mark.value = null;
      // It was sent for the visitor.
      if (target.kind === "type" && draft.peek() === target.text) draft.value = "";
    };
    // What the step says is all that counts: the object itself comes anew with each change elsewhere.
  }, [key]);
}
