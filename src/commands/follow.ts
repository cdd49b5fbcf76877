import type { Call } from "../call.ts";
import { refOf } from "../domain/actor.ts";
import type { Follow } from "../domain/follow.ts";
import { filterOnly, formatQuery } from "../domain/query.ts";
import { UserError } from "../problem.ts";
import { chooseFollowCard, followedCard, followsCard, unfollowedCard } from "../views/follow-cards.ts";
import { type Command, privately } from "./command.ts";
import { FOLLOW, followsOf, recordFollow, typedFollow, UNFOLLOW } from "./follow-records.ts";
import { readQuery } from "./services.ts";

const DEFAULT_THRESHOLDS: readonly number[] = [30, 14, 7, 3, 1];
const MOST_THRESHOLDS = 10;
const FURTHEST = 365;

export const follow: Command = {
  name: "follow",
  needs: "look",
  raw: true,
  info: {
    name: FOLLOW,
    summary: {
      en: "Get reminders in this channel before services expire",
      fr: "Recevoir dans ce canal des rappels avant les échéances",
    },
    params: [
      {
        key: "days",
        name: { en: "days", fr: "jours" },
        summary: { en: "Days before, as in 30,14,7,3,1", fr: "Jours avant, comme 30,14,7,3,1" },
        kind: "text",
        required: false,
      },
      {
        key: "filter",
        name: { en: "filter", fr: "filtre" },
        summary: { en: "As in services: type:domain", fr: "Comme pour services : type:domaine" },
        kind: "text",
        required: false,
      },
    ],
  },
  async run(call, desk) {
    const { days, filter } = readTyped(call);
    const query = filterOnly(readQuery(filter));
    const added = await desk.store.follows.add({
      id: desk.newId(),
      channel: call.place,
      query: formatQuery(query),
      thresholds: readThresholds(days),
      locale: call.locale,
      by: refOf(call.actor),
      since: desk.clock.now(),
    });
    await recordFollow("followed", added, call.actor, desk);
    const count = desk.catalogue.list(query).total;
    return {
      card: followedCard({ follow: added, query }, count, typedFollow(call, desk), call.say),
      audience: "channel",
      replaces: false,
      track: added.id,
    };
  },
};

export const unfollow: Command = {
  name: "unfollow",
  needs: "look",
  info: {
    name: UNFOLLOW,
    summary: { en: "Stop the reminders in this channel", fr: "Arrêter les rappels dans ce canal" },
    params: [],
  },
  async run(call, desk) {
    const here = await followsOf([call.place], desk);
    const chosen = call.input.follow
      ? here.find((one) => one.follow.id === call.input.follow)
      : here.length === 1
        ? here[0]
        : null;
    if (chosen === null && here.length > 1) return privately(chooseFollowCard(here, call.say), call);
    const ended = chosen ? await desk.store.follows.end(chosen.follow.id) : null;
    if (!chosen || !ended) throw new UserError({ kind: "nothing-followed" });
    await recordFollow("unfollowed", ended, call.actor, desk);
    return {
      card: unfollowedCard(chosen, typedFollow(call, desk), call.say),
      audience: "channel",
      replaces: false,
    };
  },
};

export const follows: Command = {
  name: "follows",
  needs: "look",
  info: {
    name: { en: "follows", fr: "suivis" },
    summary: { en: "What this channel follows", fr: "Ce que suit ce canal" },
    params: [],
  },
  async run(call, desk) {
    const here = await followsOf([call.place], desk);
    return privately(followsCard(here, typedFollow(call, desk), call.say), call);
  },
};

/** `days:30,7` (or `jours:`) anywhere, or a bare `30,7` first; the rest is the filter, with or without `filter:`. */
function readTyped({ input }: Call): { readonly days: string | null; readonly filter: string } {
  if (input.q === undefined) return { days: input.days?.trim() || null, filter: input.filter ?? "" };
  const words = input.q.split(/\s+/u).filter((word) => word !== "");
  const at = words.findIndex((word, index) => NAMED_DAYS.test(word) || (index === 0 && BARE_DAYS.test(word)));
  const days = at < 0 ? null : (words[at] ?? "").replace(NAMED_DAYS, "");
  const rest = words.filter((_, index) => index !== at).map((word) => word.replace(NAMED_FILTER, ""));
  return { days, filter: rest.join(" ") };
}

const NAMED_DAYS = /^(?:days|jours):/iu;
/** As Discord shows its fields. */
const NAMED_FILTER = /^(?:filter|filtre):/iu;
const BARE_DAYS = /^\d+(?:,\d+)*$/u;

function readThresholds(typed: string | null): Follow["thresholds"] {
  if (typed === null) return DEFAULT_THRESHOLDS;
  const days = typed.split(/[\s,;]+/u).filter((day) => day !== "");
  const fits = days.every((day) => /^\d{1,3}$/u.test(day) && Number(day) >= 1 && Number(day) <= FURTHEST);
  if (days.length === 0 || days.length > MOST_THRESHOLDS || !fits)
    throw new UserError({ kind: "thresholds", typed });
  return [...new Set(days.map(Number))].sort((one, other) => other - one);
}
