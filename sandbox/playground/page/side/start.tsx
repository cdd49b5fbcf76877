import type { JSX } from "preact";
import type { Language, PlatformName } from "../../protocol.ts";
import { STORIES } from "../../stories/story.ts";
import { useApp, useWords } from "../state/app.ts";
import { ActButton } from "./act-button.tsx";
import { putLine } from "./put-line.ts";
import { StoryView } from "./story.tsx";
import { SIDE_WORDS } from "./words.ts";

const PLATFORMS: readonly PlatformName[] = ["slack", "discord"];
const PLATFORM_NAMES: Readonly<Record<PlatformName, string>> = { slack: "Slack", discord: "Discord" };

/** What a newcomer sees first; while a story is told, the story. */
export function Start(): JSX.Element {
  const { store } = useApp();
  const words = useWords(SIDE_WORDS);
  const story = store.single("story").value;
  if (story) return <StoryView story={story} />;
  return (
    <div class="start">
      <h2>{words.welcome}</h2>
      <p>{words.welcomeMore}</p>
      <FirstSteps />
      <h3>{words.stories}</h3>
      <p class="faint">{words.storiesHow}</p>
      <StoryList />
      <StartOver />
      <Addresses />
    </div>
  );
}

/** Commands by what the client calls them: Discord offers each in its reader's language only. */
const LINES: Readonly<
  Record<"list" | "terminate" | "remind", (platform: PlatformName) => Readonly<Record<Language, string>>>
> = {
  list: () => ({ en: "/ovh services", fr: "/ovh services" }),
  terminate: (platform) => ({
    en: `/ovh terminate ${SERVERS[platform]}`,
    fr: `/ovh resilier ${SERVERS[platform]}`,
  }),
  remind: () => ({
    en: "/ovh follow days:7,1 filter:type:vps",
    fr: "/ovh suivre jours:7,1 filtre:type:vps",
  }),
};

/** One for each: what was done on one platform is done. */
const SERVERS: Readonly<Record<PlatformName, string>> = {
  slack: "vps-1a2b3c4d.vps.ovh.net",
  discord: "vps-5e6f7a8b.vps.ovh.net",
};

function FirstSteps(): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  const reads = app.store.single("who").value?.language ?? "en";
  const lineStep = (step: keyof typeof LINES): JSX.Element => (
    <li key={step}>
      <span>{words.tries[step]}</span>
      <span class="try-buttons">
        {PLATFORMS.map((platform) => (
          <button
            key={platform}
            type="button"
            class="small"
            data-try={`${step}-${platform}`}
            aria-label={`${words.tries[step]}: ${PLATFORM_NAMES[platform]}`}
            onClick={() => putLine(app.view, platform, LINES[step](platform)[reads])}
          >
            {PLATFORM_NAMES[platform]}
          </button>
        ))}
      </span>
    </li>
  );
  return (
    <>
      <h3>{words.firstSteps}</h3>
      <p class="faint">{words.firstStepsHow}</p>
      <ol class="tries">
        {lineStep("list")}
        {lineStep("terminate")}
        <li>
          <span>{words.tries.keep}</span>
        </li>
        {lineStep("remind")}
        <li>
          <span>{words.tries.wait}</span>
          <span class="try-buttons">
            <ActButton
              name="try-wait"
              label={`${words.go}: ${words.tries.wait}`}
              act={{ kind: "clock-to", where: "next-reminder" }}
            >
              {words.go}
            </ActButton>
          </span>
        </li>
      </ol>
    </>
  );
}

function StoryList(): JSX.Element {
  const app = useApp();
  const words = useWords(SIDE_WORDS);
  const language = app.settings.language.value;
  return (
    <ul class="story-list">
      {STORIES.map((story) => (
        <li key={story}>
          <span>{words.titles[story]}</span>
          <span class="try-buttons">
            {PLATFORMS.map((platform) => (
              <ActButton
                key={platform}
                name={`story-${story}-${platform}`}
                label={`${words.titles[story]}: ${PLATFORM_NAMES[platform]}`}
                act={{ kind: "story-open", story, platform, language }}
              >
                {PLATFORM_NAMES[platform]}
              </ActButton>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StartOver(): JSX.Element {
  const words = useWords(SIDE_WORDS);
  return (
    <>
      <h3>{words.startOver}</h3>
      <p class="try-buttons">
        <ActButton name="start-over-example" act={{ kind: "start-over", account: "example" }}>
          {words.startOverExample}
        </ActButton>
        <ActButton name="start-over-large" act={{ kind: "start-over", account: "large" }}>
          {words.startOverLarge}
        </ActButton>
      </p>
    </>
  );
}

function Addresses(): JSX.Element {
  const addresses = useApp().store.single("world").value?.addresses ?? [];
  const words = useWords(SIDE_WORDS);
  return (
    <details class="addresses">
      <summary>{words.scripts}</summary>
      <p class="faint">{words.scriptsHow}</p>
      <ul>
        {addresses.map(({ name, api, controls }) => (
          <li key={name}>
            {name} <code>{api}</code> <code>{controls}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
