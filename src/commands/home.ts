import { upcoming } from "../domain/upcoming.ts";
import { homeCard } from "../views/home-card.ts";
import type { Command } from "./command.ts";
import { followsOf, typedFollow } from "./follow-records.ts";

const DAYS = 30;

/** The page that Slack shows beside the bot's messages. `channels` are those the person is in, parted by commas. */
export const home: Command = {
  name: "home",
  needs: "look",
  async run(call, desk) {
    const { services, readAt } = desk.catalogue.snapshot();
    const ids = (call.input.channels ?? "").split(",").filter((id) => id !== "");
    const channels = ids.map((id) => ({ platform: call.actor.platform, id }));
    const view = {
      upcoming: upcoming(services, desk.clock.now(), DAYS),
      days: DAYS,
      follows: await followsOf(channels, desk),
      readAt,
      typed: typedFollow(call, desk),
    };
    return { card: homeCard(view, call.say), audience: "requester", replaces: true };
  },
};
