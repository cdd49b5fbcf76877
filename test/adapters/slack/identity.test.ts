import { describe, expect, it } from "vitest";
import type { SlackUser } from "../../../adapters/slack/api.ts";
import { createIdentities } from "../../../adapters/slack/identity.ts";
import { createSandboxClock } from "../../../sandbox/clock.ts";
import { HOUR, MINUTE } from "../../../src/domain/instant.ts";
import { createSilentLog } from "../../fakes/silent-log.ts";

const TEAM = "T1";

function createDirectory(user: Partial<SlackUser> = {}) {
  const clock = createSandboxClock({ start: 1_800_000_000_000, frozen: true });
  const asked = { users: 0, groups: 0 };
  const state = { user: { id: "U1", team_id: TEAM, ...user }, members: ["U1"], down: false };
  const answer = async <T>(value: T): Promise<T> => {
    if (state.down) throw new Error("Slack is down");
    return value;
  };
  const identities = createIdentities({
    api: {
      user: () => {
        asked.users++;
        return answer(state.user);
      },
      groupMembers: () => {
        asked.groups++;
        return answer(state.members);
      },
    },
    team: TEAM,
    groups: ["S1"],
    defaultLocale: "en",
    clock,
    log: createSilentLog(),
  });
  return { clock, asked, state, identities };
}

describe("who somebody is", () => {
  it.each<{ who: string; user: Partial<SlackUser>; payloadTeam: string | null; standing: string }>([
    { who: "a member", user: {}, payloadTeam: TEAM, standing: "member" },
    { who: "a member whose team the payload leaves out", user: {}, payloadTeam: null, standing: "member" },
    { who: "a guest", user: { is_restricted: true }, payloadTeam: TEAM, standing: "guest" },
    {
      who: "a single-channel guest",
      user: { is_ultra_restricted: true },
      payloadTeam: TEAM,
      standing: "guest",
    },
    { who: "somebody of another workspace", user: { team_id: "T2" }, payloadTeam: "T2", standing: "foreign" },
    {
      who: "another workspace's person in our payload",
      user: { team_id: "T2" },
      payloadTeam: TEAM,
      standing: "foreign",
    },
    { who: "our person in another's payload", user: {}, payloadTeam: "T2", standing: "foreign" },
    { who: "a Slack Connect stranger", user: { is_stranger: true }, payloadTeam: TEAM, standing: "foreign" },
    { who: "a deactivated person", user: { deleted: true }, payloadTeam: TEAM, standing: "foreign" },
    { who: "another bot", user: { is_bot: true }, payloadTeam: TEAM, standing: "foreign" },
    {
      who: "a member of the same organisation's workspace",
      user: { team_id: "T9", enterprise_user: { teams: ["T9", TEAM] } },
      payloadTeam: TEAM,
      standing: "member",
    },
  ])("reads $who as $standing", async ({ user, payloadTeam, standing }) => {
    const { identities } = createDirectory(user);
    expect(await identities.identify("U1", payloadTeam)).toMatchObject({
      kind: "known",
      actor: { standing },
    });
  });

  it.each([
    { locale: "fr-FR", reads: "fr" },
    { locale: "fr-CA", reads: "fr" },
    { locale: "en-GB", reads: "en" },
    { locale: "de-DE", reads: "en" },
  ])("answers $locale in $reads", async ({ locale, reads }) => {
    const { identities } = createDirectory({ locale });
    expect((await identities.identify("U1", TEAM)).locale).toBe(reads);
  });

  it("does not know a person whom Slack does not vouch for", async () => {
    const { identities, state } = createDirectory();
    state.down = true;
    expect(await identities.identify("U1", TEAM)).toEqual({ kind: "unknown", locale: "en" });
  });

  it("does not know the groups of a person when one of them could not be read", async () => {
    const { identities, state, clock } = createDirectory();
    await identities.identify("U1", TEAM);
    state.down = true;
    await clock.advance(5 * MINUTE);
    expect(await identities.identify("U1", TEAM)).toMatchObject({
      actor: { standing: "member", groups: null },
    });
  });

  it("asks Slack about a person once an hour, and about groups every five minutes", async () => {
    const { identities, asked, clock, state } = createDirectory();
    await identities.identify("U1", TEAM);
    await identities.identify("U1", TEAM);
    expect(asked).toEqual({ users: 1, groups: 1 });
    state.members = [];
    await clock.advance(5 * MINUTE);
    expect(await identities.identify("U1", TEAM)).toMatchObject({ actor: { groups: [] } });
    expect(asked).toEqual({ users: 1, groups: 2 });
    await clock.advance(HOUR);
    await identities.identify("U1", TEAM);
    expect(asked.users).toBe(2);
  });
});

describe("a person who changed", () => {
  it("is asked for again at once", async () => {
    const { identities, state, asked } = createDirectory({ locale: "en-US" });
    await identities.identify("U1", TEAM);
    state.user = { ...state.user, locale: "fr-FR", deleted: true };
    identities.forget("U1");
    expect(await identities.identify("U1", TEAM)).toMatchObject({
      locale: "fr",
      actor: { standing: "foreign" },
    });
    expect(asked.users).toBe(2);
  });

  it("is not remembered from an answer that was on its way", async () => {
    const { identities, state } = createDirectory({ locale: "en-US" });
    const reading = identities.identify("U1", TEAM);
    identities.forget("U1");
    await reading;
    state.user = { ...state.user, locale: "fr-FR" };
    expect(await identities.identify("U1", TEAM)).toMatchObject({ locale: "fr" });
  });
});
