import { afterAll, beforeAll, expect, it } from "vitest";
import { ALICE, GENERAL, GUEST, STRANGER } from "../../sandbox/slack/world.ts";
import { slackPlayer } from "../../sandbox/tour/slack-player.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.running.stop());

it("shows a person's home page: what is coming, and what their channels follow, in their language", async () => {
  const { slack } = stage.running.world;
  await stage.slack.second.asks("follow", { days: "7", filter: "type:vps" });
  const alice = slack.person(ALICE.id);
  await alice.openHome();
  const home = await slack.changed(() => alice.home());
  const text = alice.reads(home);
  expect(text).toContain("Ce qui arrive");
  expect(text).toContain("velo-cargo.fr");
  expect(text).toContain("Vos canaux suivent");
  expect(text).toContain("depuis le");
  expect(text).not.toContain("Aucun de vos canaux");
});

it("shows a stranger's home page nothing of the account", async () => {
  const { slack } = stage.running.world;
  const stranger = slack.person(STRANGER.id);
  await stranger.openHome();
  const home = await slack.changed(() => stranger.home());
  expect(stranger.reads(home)).toContain("another workspace or server");
  expect(stranger.reads(home)).not.toContain("velo-cargo.fr");
});

it.each(["slack", "discord"] as const)(
  "names a viewer on %s the operators whom they can write to there",
  async (platform) => {
    const { viewer } = stage[platform];
    await viewer.asks("terminate", { service: "vps-1a2b3c4d.vps.ovh.net" });
    // Reminders may come into the channel meanwhile: the answer is the one that says whom to ask.
    const { text, isPrivate } = await viewer.awaits(/Demandez à.*@Alice/su);
    expect(isPrivate).toBe(true);
    expect(text).not.toMatch(/discord:\d|U0ALICE/);
  },
);

it("shows a guest nothing, and says whom to ask", async () => {
  const guest = slackPlayer(stage.running.world.slack, GUEST, GENERAL.id);
  const { text, isPrivate } = await guest.asks("services");
  expect(isPrivate).toBe(true);
  expect(text).toContain("Ask a full member");
  expect(text).not.toContain("velo-cargo.fr");
});

it("lets only the named viewers look, where some are named", async () => {
  const named = await openStage({ environment: { LASTCALL_VIEWERS: `slack:${GUEST.id}` } });
  try {
    expect((await named.slack.viewer.asks("services")).text).toContain("LASTCALL_VIEWERS");
    const guest = slackPlayer(named.running.world.slack, GUEST, GENERAL.id);
    expect((await guest.asks("services")).text).toContain("page 1");
    expect((await named.slack.operator.asks("services")).text).toContain("page 1");
  } finally {
    await named.running.stop();
  }
});
