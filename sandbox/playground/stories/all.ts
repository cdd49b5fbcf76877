import { mailedToken } from "./mailed-token.ts";
import { nearlyLapsed } from "./nearly-lapsed.ts";
import { ovhDown } from "./ovh-down.ts";
import type { Story, StoryKey } from "./story.ts";
import { thinkAgain } from "./think-again.ts";
import { twoAtOnce } from "./two-at-once.ts";

export const ALL_STORIES: Readonly<Record<StoryKey, Story>> = {
  "nearly-lapsed": nearlyLapsed,
  "think-again": thinkAgain,
  "mailed-token": mailedToken,
  "two-at-once": twoAtOnce,
  "ovh-down": ovhDown,
};
