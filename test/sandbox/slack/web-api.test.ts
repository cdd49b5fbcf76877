import { describe, expect, it } from "vitest";
import {
  ALICE,
  APP,
  ATTIC,
  BRUNO,
  CHLOE,
  GENERAL,
  GUEST,
  OPERATORS,
  OPS,
  RANDOM,
  SECRET,
  STRANGER,
  TEAM,
} from "../../../sandbox/slack/world.ts";
import { startSandbox } from "./bolt.ts";
import { clientOf, refusalOf } from "./client.ts";

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } }) as const;

describe("tokens and scopes", () => {
  it("says who the token belongs to", async () => {
    const { sandbox } = await startSandbox();
    expect(await clientOf(sandbox).auth.test()).toMatchObject({
      ok: true,
      team_id: TEAM.id,
      user_id: APP.userId,
      bot_id: APP.botId,
    });
  });

  it.each([
    ["no token", "", "not_authed"],
    ["a token it never gave out", "xoxb-other", "invalid_auth"],
  ])("refuses %s", async (_name, token, error) => {
    const { sandbox } = await startSandbox();
    expect(await refusalOf(clientOf(sandbox, token).auth.test())).toMatchObject({ error });
  });

  it("refuses a revoked token until it is restored, and the app token where the bot's belongs", async () => {
    const { sandbox } = await startSandbox();
    sandbox.revoke("bot");
    expect(await refusalOf(clientOf(sandbox).auth.test())).toMatchObject({ error: "token_revoked" });
    sandbox.revoke("bot", "account_inactive");
    expect(await refusalOf(clientOf(sandbox).auth.test())).toMatchObject({ error: "account_inactive" });
    sandbox.restore("bot");
    await clientOf(sandbox).auth.test();
    const wrong = clientOf(sandbox, sandbox.appToken).auth.test();
    expect(await refusalOf(wrong)).toMatchObject({ error: "not_allowed_token_type" });
    const bot = clientOf(sandbox).apps.connections.open({});
    expect(await refusalOf(bot)).toMatchObject({ error: "not_allowed_token_type" });
  });

  it("names the scope that is missing", async () => {
    const { sandbox } = await startSandbox({ scopes: ["commands", "chat:write"] });
    const refused = await refusalOf(clientOf(sandbox).users.info({ user: ALICE.id }));
    expect(refused).toMatchObject({
      error: "missing_scope",
      needed: "users:read",
      provided: "commands,chat:write",
    });
  });

  it("refuses a method that it does not know", async () => {
    const { sandbox } = await startSandbox();
    expect(await refusalOf(clientOf(sandbox).apiCall("chat.shout"))).toMatchObject({
      error: "unknown_method",
    });
  });
});

describe("messages", () => {
  it("posts, changes and deletes a message that the channel sees", async () => {
    const { sandbox } = await startSandbox();
    const client = clientOf(sandbox);
    const { ts = "" } = await client.chat.postMessage({
      channel: OPS.id,
      text: "one",
      blocks: [section("one")],
    });
    const bruno = sandbox.person(BRUNO.id);
    expect(bruno.sees(OPS.id)).toMatchObject([{ ts, text: "one", edits: 0, ephemeral: false }]);
    await client.chat.update({ channel: OPS.id, ts, text: "two", blocks: [section("two")] });
    expect(bruno.sees(OPS.id)).toMatchObject([{ ts, text: "two", edits: 1 }]);
    await client.chat.delete({ channel: OPS.id, ts });
    expect(bruno.sees(OPS.id)).toEqual([]);
    expect(sandbox.posts()).toMatchObject([{ text: "two", deleted: true }]);
    expect(await refusalOf(client.chat.update({ channel: OPS.id, ts, text: "x" }))).toMatchObject({
      error: "message_not_found",
    });
  });

  it("shows an ephemeral message to one person, and lets no chat method touch it", async () => {
    const { sandbox } = await startSandbox();
    const client = clientOf(sandbox);
    const { message_ts: ts = "" } = await client.chat.postEphemeral({
      channel: OPS.id,
      user: ALICE.id,
      text: "psst",
    });
    expect(sandbox.person(ALICE.id).sees(OPS.id)).toMatchObject([{ text: "psst", ephemeral: true }]);
    expect(sandbox.person(BRUNO.id).sees(OPS.id)).toEqual([]);
    expect(await refusalOf(client.chat.update({ channel: OPS.id, ts, text: "x" }))).toMatchObject({
      error: "message_not_found",
    });
    expect(await refusalOf(client.chat.delete({ channel: OPS.id, ts }))).toMatchObject({
      error: "message_not_found",
    });
  });

  it("shows nothing of a channel to somebody outside it", async () => {
    const { sandbox } = await startSandbox();
    await clientOf(sandbox).chat.postMessage({ channel: OPS.id, text: "one" });
    expect(sandbox.person(GUEST.id).sees(OPS.id)).toEqual([]);
  });

  it.each([
    [RANDOM.id, "not_in_channel"],
    [SECRET.id, "channel_not_found"],
    [ATTIC.id, "is_archived"],
    ["C0NOWHERE", "channel_not_found"],
  ])("refuses to post in %s with %s", async (channel, error) => {
    const { sandbox } = await startSandbox();
    expect(await refusalOf(clientOf(sandbox).chat.postMessage({ channel, text: "x" }))).toMatchObject({
      error,
    });
  });

  it("posts in a public channel from outside with chat:write.public alone", async () => {
    const { sandbox } = await startSandbox({ scopes: ["chat:write", "chat:write.public"] });
    await clientOf(sandbox).chat.postMessage({ channel: RANDOM.id, text: "x" });
    expect(
      await refusalOf(clientOf(sandbox).chat.postMessage({ channel: SECRET.id, text: "x" })),
    ).toMatchObject({ error: "channel_not_found" });
  });

  it("refuses an ephemeral message for somebody who is not there", async () => {
    const { sandbox } = await startSandbox();
    const { chat } = clientOf(sandbox);
    const outside = chat.postEphemeral({ channel: OPS.id, user: GUEST.id, text: "x" });
    expect(await refusalOf(outside)).toMatchObject({ error: "user_not_in_channel" });
    const nobody = chat.postEphemeral({ channel: OPS.id, user: "U0NOBODY", text: "x" });
    expect(await refusalOf(nobody)).toMatchObject({ error: "user_not_found" });
  });

  it("refuses to change what a person wrote", async () => {
    const { sandbox } = await startSandbox();
    const { chat } = clientOf(sandbox);
    const { ts } = sandbox.person(ALICE.id).says(OPS.id, "mine");
    expect(await refusalOf(chat.update({ channel: OPS.id, ts, text: "x" }))).toMatchObject({
      error: "cant_update_message",
    });
    expect(await refusalOf(chat.delete({ channel: OPS.id, ts }))).toMatchObject({
      error: "cant_delete_message",
    });
  });

  it("answers faulty blocks with invalid_blocks and the JSON pointer, and keeps nothing", async () => {
    const { sandbox } = await startSandbox();
    const blocks = [section("fine"), section("x".repeat(3001))];
    const refused = await refusalOf(
      clientOf(sandbox).chat.postMessage({ channel: OPS.id, text: "x", blocks }),
    );
    expect(refused).toMatchObject({
      error: "invalid_blocks",
      errors: ["must be less than 3001 characters [json-pointer:/blocks/1/text/text]"],
      response_metadata: {
        messages: ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]"],
      },
    });
    expect(sandbox.posts()).toEqual([]);
  });

  it("has its own words for no text, too long blocks and broken JSON", async () => {
    const { sandbox } = await startSandbox();
    const client = clientOf(sandbox);
    expect(await refusalOf(client.apiCall("chat.postMessage", { channel: OPS.id }))).toMatchObject({
      error: "no_text",
    });
    const long = Array.from({ length: 5 }, () => section("x".repeat(2700)));
    expect(
      await refusalOf(client.chat.postMessage({ channel: OPS.id, text: "x", blocks: long })),
    ).toMatchObject({ error: "msg_blocks_too_long" });
    const broken = client.apiCall("chat.postMessage", { channel: OPS.id, blocks: "[{" });
    expect(await refusalOf(broken)).toMatchObject({ error: "invalid_blocks_format" });
  });

  it("warns of blocks without a text", async () => {
    const { sandbox } = await startSandbox();
    const answer = await clientOf(sandbox).apiCall("chat.postMessage", {
      channel: OPS.id,
      blocks: [section("a")],
    });
    expect(answer).toMatchObject({ ok: true, warning: "missing_text_in_message" });
  });

  it("takes a person's id as the conversation with that person", async () => {
    const { sandbox } = await startSandbox();
    const client = clientOf(sandbox);
    const { channel } = await client.conversations.open({ users: ALICE.id });
    const alice = sandbox.person(ALICE.id);
    await client.chat.postMessage({ channel: ALICE.id, text: "hello" });
    expect(alice.direct()).toBe(channel?.id);
    expect(alice.sees(alice.direct())).toMatchObject([{ text: "hello" }]);
    expect(sandbox.person(BRUNO.id).sees(alice.direct())).toEqual([]);
  });
});

describe("people and places", () => {
  it("knows a person's language, time zone and standing", async () => {
    const { sandbox } = await startSandbox();
    const { users } = clientOf(sandbox);
    const alice = await users.info({ user: ALICE.id, include_locale: true });
    expect(alice.user).toMatchObject({ locale: "fr-FR", tz: "Europe/Paris", is_restricted: false });
    expect([3600, 7200]).toContain(alice.user?.tz_offset);
    expect((await users.info({ user: ALICE.id })).user).not.toHaveProperty("locale");
    expect((await users.info({ user: GUEST.id })).user).toMatchObject({
      is_restricted: true,
      is_ultra_restricted: false,
    });
    expect((await users.info({ user: STRANGER.id })).user).toMatchObject({ is_stranger: true });
    expect((await users.info({ user: APP.userId })).user).toMatchObject({ is_bot: true });
    expect(await refusalOf(users.info({ user: "U0NOBODY" }))).toMatchObject({ error: "user_not_found" });
  });

  it("sees at once what an administrator changes", async () => {
    const { sandbox } = await startSandbox();
    await sandbox.admin.changePerson(ALICE.id, { deleted: true, locale: "en-GB" });
    const { user } = await clientOf(sandbox).users.info({ user: ALICE.id, include_locale: true });
    expect(user).toMatchObject({ deleted: true, locale: "en-GB" });
    sandbox.admin.changeGroup(OPERATORS.id, { members: [CHLOE.id] });
    const { users } = await clientOf(sandbox).usergroups.users.list({ usergroup: OPERATORS.id });
    expect(users).toEqual([CHLOE.id]);
  });

  it("lists groups and their members", async () => {
    const { sandbox } = await startSandbox();
    const { usergroups } = clientOf(sandbox);
    expect((await usergroups.users.list({ usergroup: OPERATORS.id })).users).toEqual([ALICE.id, BRUNO.id]);
    expect((await usergroups.list({ include_users: true })).usergroups).toMatchObject([
      { handle: "operators", users: OPERATORS.members },
    ]);
    expect(await refusalOf(usergroups.users.list({ usergroup: "S0NONE" }))).toMatchObject({
      error: "no_such_subteam",
    });
  });

  it("tells about channels that the bot may know of, and pages a person's channels", async () => {
    const { sandbox } = await startSandbox();
    const { conversations, users, team, bots } = clientOf(sandbox);
    expect((await conversations.info({ channel: RANDOM.id })).channel).toMatchObject({
      name: "random",
      is_member: false,
    });
    expect(await refusalOf(conversations.info({ channel: SECRET.id }))).toMatchObject({
      error: "channel_not_found",
    });
    const types = "public_channel,private_channel";
    const first = await users.conversations({ user: ALICE.id, types, exclude_archived: true, limit: 2 });
    expect(first.channels?.map(({ id }) => id)).toEqual([GENERAL.id, OPS.id]);
    const cursor = first.response_metadata?.next_cursor ?? "";
    const rest = await users.conversations({
      user: ALICE.id,
      types,
      exclude_archived: true,
      limit: 2,
      cursor,
    });
    expect(rest.channels?.map(({ id }) => id)).toEqual([RANDOM.id]);
    expect((await team.info()).team).toMatchObject({ domain: TEAM.domain });
    expect((await bots.info({ bot: APP.botId })).bot).toMatchObject({ app_id: APP.appId });
  });
});

describe("files and blocks", () => {
  it("takes a file in three steps and shows it in the channel", async () => {
    const { sandbox } = await startSandbox();
    await clientOf(sandbox).filesUploadV2({
      channel_id: OPS.id,
      filename: "audit.csv",
      title: "Audit",
      content: "a,b",
      initial_comment: "here",
    });
    expect(sandbox.person(BRUNO.id).sees(OPS.id)).toMatchObject([{ text: "here", files: ["Audit"] }]);
  });

  it("refuses to complete a file whose bytes never came", async () => {
    const { sandbox } = await startSandbox();
    const { files } = clientOf(sandbox);
    const { file_id: id = "" } = await files.getUploadURLExternal({ filename: "a.csv", length: 3 });
    expect(await refusalOf(files.completeUploadExternal({ files: [{ id }] }))).toMatchObject({
      error: "file_not_found",
    });
  });

  it("judges blocks without a token", async () => {
    const { sandbox } = await startSandbox();
    const { blocks } = clientOf(sandbox, "");
    expect(await blocks.validate({ blocks: [section("a")] })).toMatchObject({ ok: true });
    expect(await refusalOf(blocks.validate({ message: { blocks: [section("")] } }))).toMatchObject({
      error: "invalid_blocks",
    });
    expect(await refusalOf(blocks.validate({ view: { type: "home", blocks: [section("")] } }))).toMatchObject(
      { error: "invalid_arguments" },
    );
  });
});
