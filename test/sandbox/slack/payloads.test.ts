import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { ALICE, APP, OPERATORS, OPS, STRANGER, TEAM } from "../../../sandbox/slack/world.ts";
import { conformanceFound, NOT_FOUND, readConformance } from "../../conformance.ts";
import { startBolt, startSandbox } from "./bolt.ts";
import { clientOf } from "./client.ts";
import { connect, openAddress } from "./connection.ts";
import { inventedKeys } from "./invented-keys.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const button = { type: "button", action_id: "go", text: plain("Go"), value: "v", style: "danger" } as const;
const select = {
  type: "static_select",
  action_id: "pick",
  options: [{ text: plain("A"), value: "a" }],
} as const;
const external = { type: "external_select", action_id: "ask", min_query_length: 0 } as const;
const blocks = [{ type: "actions", elements: [button, select, external] }] as const;
const modal: ModalView = {
  type: "modal",
  title: plain("One"),
  submit: plain("Go"),
  notify_on_close: true,
  blocks: [
    { type: "actions", block_id: "acts", elements: [button, external] },
    {
      type: "input",
      block_id: "in",
      label: plain("In"),
      element: { type: "plain_text_input", action_id: "a" },
    },
  ],
};

/** One of each kind of delivery. */
async function everything(): Promise<SlackSandbox> {
  const { sandbox } = await startSandbox();
  const app = await startBolt(sandbox, "socket", (bolt) => {
    bolt.command("/ovh", async ({ ack, command }) => {
      await bolt.client.views.open({ trigger_id: command.trigger_id, view: modal });
      await ack();
    });
    bolt.action(/.*/, async ({ ack }) => ack());
    bolt.options(/.*/, async ({ ack }) => ack({ options: [] }));
    bolt.view(/.*/, async ({ ack }) => ack());
    bolt.view({ callback_id: /.*/, type: "view_closed" }, async ({ ack }) => ack());
  });
  const alice = sandbox.person(ALICE.id);
  await app.client.chat.postMessage({ channel: OPS.id, text: "x", blocks: [...blocks] });
  const [message] = alice.sees(OPS.id);
  if (!message) throw new Error("no message");
  await alice.press(message, "go");
  await alice.select(message, "pick", "A");
  await alice.suggest(message, "ask", "");
  await alice.slash(OPS.id, "/ovh", "x");
  const view = alice.modal();
  if (!view) throw new Error("no modal");
  await alice.press(view, "go");
  await alice.suggest(view, "ask", "");
  await alice.submit({ a: "typed" });
  await alice.slash(OPS.id, "/ovh", "x");
  await alice.closeView();
  await alice.openHome();
  return sandbox;
}

const typed = z.looseObject({ type: z.string().optional() });
const delivered = (sandbox: SlackSandbox, kind: string) =>
  sandbox
    .traffic()
    .flatMap(({ kind: is, name, request }) =>
      is === "delivery" && name === kind ? [typed.parse(request)] : [],
    );

describe("payloads", () => {
  it("carry the keys that Bolt needs", async () => {
    const sandbox = await everything();
    expect(delivered(sandbox, "slash")).toHaveLength(2);
    expect(delivered(sandbox, "block_actions")).toMatchObject([
      {
        container: { type: "message", channel_id: OPS.id, is_ephemeral: false },
        message: { user: APP.userId, bot_id: APP.botId, text: "x" },
        actions: [{ type: "button", action_id: "go", value: "v", style: "danger", text: { text: "Go" } }],
      },
      {
        actions: [{ type: "static_select", selected_option: { value: "a" } }],
        state: { values: expect.any(Object) },
      },
      {
        container: { type: "view" },
        view: { type: "modal", state: { values: { in: { a: { value: null } } } } },
      },
    ]);
    expect(delivered(sandbox, "block_suggestion")).toMatchObject([
      { container: { type: "message" }, action_id: "ask", value: "" },
      { container: { type: "view" }, action_id: "ask", block_id: "acts" },
    ]);
    expect(delivered(sandbox, "view_submission")).toMatchObject([
      { view: { state: { values: { in: { a: { type: "plain_text_input", value: "typed" } } } } } },
    ]);
    expect(delivered(sandbox, "view_closed")).toMatchObject([{ is_cleared: false }]);
    expect(delivered(sandbox, "event")).toMatchObject([
      { event: { type: "app_home_opened", tab: "home", user: ALICE.id } },
    ]);
  });

  const cases = [
    ["slash", "SlashCommandPayload.json", []],
    [
      "block_actions",
      "BlockActionPayload.json",
      ["view.blocks", "message.blocks", "state.values", "view.state.values"],
    ],
    ["view_submission", "ViewSubmissionPayload.json", ["view.blocks", "view.state.values", "response_urls"]],
    ["view_closed", "ViewClosedPayload.json", ["view.blocks", "view.state.values"]],
  ] as const;

  it.for(cases)("%s invents no key that Slack's sample has not", async ([kind, file, allowed], { skip }) => {
    skip(!conformanceFound, NOT_FOUND);
    const sample = readConformance(`slack/samples/${file}`);
    const found = delivered(await everything(), kind);
    expect(found).not.toHaveLength(0);
    expect(found.flatMap((payload) => inventedKeys(payload, sample, allowed))).toEqual([]);
  });
});

describe("envelopes", () => {
  const envelopes = z.array(z.looseObject({ type: z.string(), accepts_response_payload: z.boolean() }));
  /** Slack's captures are older than these keys, or of another event. */
  const newer = ["payload.is_enterprise_install", "payload.event"];

  it("invent no key that Slack's own captures have not, and agree on who may answer", async ({ skip }) => {
    skip(!conformanceFound, NOT_FOUND);
    const captured = envelopes.parse(readConformance("slack/envelopes.json"));
    const { sandbox } = await startSandbox();
    const { socket, heard } = await connect(await openAddress(sandbox));
    const alice = sandbox.person(ALICE.id);
    const acts = [alice.slash(OPS.id, "/ovh"), alice.openHome()];
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    for (const envelope of envelopes.parse(
      heard.slice(1).map((one) => ({ accepts_response_payload: null, ...Object(one) })),
    )) {
      const capture = captured.find(({ type }) => type === envelope.type);
      expect(envelope.accepts_response_payload).toBe(capture?.accepts_response_payload);
      expect(inventedKeys(envelope, capture, newer)).toEqual([]);
    }
    socket.terminate();
    await Promise.all(acts);
  });

  it("tell a flooded app so in an envelope without an event", async () => {
    const { sandbox } = await startSandbox();
    const { socket, heard } = await connect(await openAddress(sandbox));
    const act = sandbox.rateLimitApp();
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[1]).toMatchObject({
      type: "events_api",
      payload: { type: "app_rate_limited", team_id: TEAM.id },
    });
    expect(heard[1]).not.toHaveProperty("payload.event");
    socket.terminate();
    expect(await act).toEqual({ kind: "failed", reason: "disconnected" });
  });
});

describe("answers of the Web API", () => {
  const answers: readonly [string, (client: WebClient) => Promise<unknown>][] = [
    ["auth.test", (client) => client.auth.test()],
    ["users.info", (client) => client.users.info({ user: STRANGER.id, include_locale: true })],
    ["usergroups.list", (client) => client.usergroups.list({ include_users: true })],
    ["usergroups.users.list", (client) => client.usergroups.users.list({ usergroup: OPERATORS.id })],
    ["team.info", (client) => client.team.info()],
    ["bots.info", (client) => client.bots.info()],
    ["conversations.info", (client) => client.conversations.info({ channel: OPS.id })],
    [
      "chat.postEphemeral",
      (client) => client.chat.postEphemeral({ channel: OPS.id, user: ALICE.id, text: "x" }),
    ],
    [
      "files.getUploadURLExternal",
      (client) => client.files.getUploadURLExternal({ filename: "a", length: 1 }),
    ],
    [
      "views.publish",
      (client) => client.views.publish({ user_id: ALICE.id, view: { type: "home", blocks: [] } }),
    ],
  ];

  it.for(answers)("to %s invent no key", async ([method, call], { skip }) => {
    skip(!conformanceFound, NOT_FOUND);
    const { sandbox } = await startSandbox();
    const answer = await call(clientOf(sandbox));
    // The client itself adds the scopes that it read from a header.
    const allowed = ["response_metadata", "view.blocks", "view.state.values"];
    expect(inventedKeys(answer, readConformance(`slack/samples/api.${method}.json`), allowed)).toEqual([]);
  });
});
