import { afterEach, describe, expect, it } from "vitest";
import { ALICE, BRUNO, CHANNELS, STRANGER } from "../../../../sandbox/discord/world.ts";
import { MINUTE } from "../../../../src/domain/instant.ts";
import { button, card, DELETE_FORM, plainText } from "../cards.ts";
import { heldAnswer, reply } from "../fake-bot.ts";
import {
  events,
  expectNoFindings,
  newest,
  openRunningStage,
  requests,
  type Stage,
  type StageOptions,
  seen,
} from "../stage.ts";

const { general, aliceDirect, lobby, private: closed } = CHANNELS;

let stage: Stage;
const open = async (options: StageOptions = {}) => {
  stage = await openRunningStage(options);
  return stage.sandbox.person(ALICE.id);
};
afterEach(async () => {
  expectNoFindings(stage);
  await stage.close();
});

/** The event arrives four seconds after the act: the connection was down, and resumes. */
async function actWhileAway(act: () => Promise<{ readonly kind: string }>): Promise<void> {
  stage.sandbox.gateway.away(true);
  await stage.sandbox.changed(() => stage.sandbox.gateway.connected() === 0);
  const outcome = act();
  await stage.clock.advance(4000);
  expect((await outcome).kind).toBe("no-response");
  stage.sandbox.gateway.away(false);
  await stage.bot.next();
}

const withButton = card([
  { kind: "paragraph", text: [plainText("Public")] },
  { kind: "buttons", buttons: [button("Go", { command: "keep", input: { id: "7" } })] },
]);

describe("an event that arrives too late", () => {
  it("gets a fresh private card by direct message, not silence", async () => {
    const alice = await open();
    await actWhileAway(() => alice.slash(general, "ovh", "help"));
    await stage.sandbox.changed(() => seen(stage, aliceDirect).includes("Hello"));
    expect(seen(stage)).toEqual([]);
  });

  it("gets a fresh card in the channel when it is for the channel, and the core is told where", async () => {
    const alice = await open({ answer: () => reply("For all", { audience: "channel", track: "c1" }) });
    await actWhileAway(() => alice.slash(general, "ovh", "help"));
    await expect.poll(() => stage.bot.told.at(-1)).toMatchObject({ kind: "delivered", track: "c1" });
    expect(seen(stage, general, BRUNO.id)).toEqual(["For all"]);
  });

  it("changes the message whose button was pressed", async () => {
    const alice = await open({ answer: () => reply("Kept", { audience: "channel", replaces: true }) });
    await stage.adapter.post(withButton, { platform: "discord", id: general });
    const { id } = newest(stage);
    await actWhileAway(() => alice.press(id, "Go"));
    await stage.sandbox.changed(() => seen(stage).includes("Kept"));
    expect(seen(stage)).toEqual(["Kept"]);
  });

  it("shows the card of a form", async () => {
    const alice = await open({ answer: () => reply("Press to open", { form: DELETE_FORM }) });
    await actWhileAway(() => alice.slash(general, "ovh", "help"));
    await stage.sandbox.changed(() => seen(stage, aliceDirect).includes("Press to open"));
  });

  it("shows nothing private in the channel when direct messages are closed", async () => {
    await open({ answer: () => reply("A secret") });
    const stranger = stage.sandbox.person(STRANGER.id);
    await actWhileAway(() => stranger.slash(lobby, "ovh", "help"));
    await stage.sandbox.changed(() => seen(stage, lobby, STRANGER.id).includes("That is not known."));
    expect(
      stage.sandbox
        .posts()
        .map(({ text }) => text)
        .join(),
    ).not.toContain("A secret");
  });

  it("says so to the core and to the person when the bot may not post there", async () => {
    const alice = await open({ answer: () => reply("For all", { audience: "channel" }) });
    await actWhileAway(() => alice.slash(closed, "ovh", "help"));
    await stage.sandbox.changed(() => seen(stage, aliceDirect).includes("It could not be shown."));
    expect(stage.bot.told).toContainEqual(
      expect.objectContaining({ kind: "undelivered", problem: "not-in-channel" }),
    );
  });
});

describe("an answer that takes longer than its token lives", () => {
  it("is a message in the bot's own name", async () => {
    const held = heldAnswer(reply("At last", { audience: "channel" }));
    const alice = await open({ answer: held.answer });
    const act = alice.slash(general, "ovh", "help");
    await stage.bot.next();
    await stage.clock.advance(1500);
    expect((await act).kind).toBe("deferred");
    await stage.clock.advance(15 * MINUTE);
    held.release();
    await stage.sandbox.changed(() => seen(stage, general, BRUNO.id).includes("At last"));
    await expect.poll(() => requests(stage, "POST", /^\/channels\//)).toHaveLength(1);
  });
});

describe("the log of a refused answer", () => {
  it("holds neither the interaction's token nor what was said", async () => {
    const alice = await open({ answer: () => reply("A secret") });
    await actWhileAway(() => alice.slash(general, "ovh", "help"));
    await stage.sandbox.changed(() => seen(stage, aliceDirect).includes("A secret"));
    const [entry] = events(stage, "discord.answered-afresh");
    expect(entry?.fields).toMatchObject({ stage: "first", failure: "too-late", command: "help" });
    expect(String(entry?.fields.error)).toMatch(
      /^POST \/api\/v10\/interactions\/\d+\/\[token\]\/callback\?with_response=false: 404, code 10062/,
    );
    expect(JSON.stringify(stage.log)).not.toContain("A secret");
  });
});
