import { askAndShow, type Way } from "./door.ts";
import { reasonOf } from "./logger.ts";

export interface HomeOpened {
  readonly user: string;
  readonly team: string | null;
}

/** Somebody opened the bot's Home tab: it is filled anew each time. */
export async function takeHome(way: Way, { user, team }: HomeOpened): Promise<void> {
  await askAndShow(way, {
    press: { command: "home", input: await homeInput(way, user) },
    via: "home",
    origin: { kind: "home", user },
    team,
    trigger: null,
  });
}

/** The channels whose follows that person may see; none when Slack does not say. */
export async function homeInput(way: Way, user: string): Promise<Readonly<Record<string, string>>> {
  try {
    return { channels: (await way.api.channelsOf(user)).join(",") };
  } catch (error) {
    way.log.warn("slack.channels-unread", { user, reason: reasonOf(error) });
    return { channels: "" };
  }
}
