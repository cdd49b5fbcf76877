import type { StepState, StoryState } from "../../stories/story.ts";

/** The step that comes now; undefined when the story is over. */
export const stepOf = ({ steps }: StoryState): StepState | undefined =>
  steps.find(({ state }) => state === "now" || state === "playing");
