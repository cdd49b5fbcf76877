import { z } from "zod";
import { act, type Control, look, serveControls } from "../controls.ts";
import { faultOrderSchema } from "../faults.ts";
import type { HttpServer } from "../http.ts";
import type { StandIn } from "./stand-in.ts";

const person = z.string();
const channel = z.string();
const name = z.string();
const place = z.union([z.strictObject({ channel, ts: z.string() }), z.strictObject({ view: z.string() })]);
const choice = z.union([z.string(), z.array(z.string())]);
const nothing = z.strictObject({});
const tokenKind = z.enum(["bot", "app"]);
const reason = z.enum(["warning", "refresh_requested", "link_disabled", "too_many_websockets"]);

/** The typed methods of the stand-in over HTTP, on a port of its own. */
export const serveSlackControls = (sandbox: StandIn): Promise<HttpServer> =>
  serveControls({ ...lookControls(sandbox), ...actControls(sandbox), ...faultControls(sandbox) });

const lookControls = (sandbox: StandIn): Record<string, Control> => ({
  world: look(nothing, () => sandbox.world),
  sees: look(z.strictObject({ person, channel }), (input) =>
    sandbox.person(input.person).sees(input.channel),
  ),
  modal: look(z.strictObject({ person }), (input) => sandbox.person(input.person).modal()),
  home: look(z.strictObject({ person }), (input) => sandbox.person(input.person).home()),
  errors: look(z.strictObject({ person }), (input) => sandbox.person(input.person).errors()),
  direct: look(z.strictObject({ person }), (input) => sandbox.person(input.person).direct()),
  posts: look(nothing, () => sandbox.posts()),
  traffic: look(nothing, () => sandbox.traffic()),
  connections: look(nothing, () => ({ open: sandbox.connections.count() })),
});

const actControls = (sandbox: StandIn): Record<string, Control> => ({
  slash: act(z.strictObject({ person, channel, command: z.string(), text: z.string().optional() }), (input) =>
    sandbox.person(input.person).slash(input.channel, input.command, input.text),
  ),
  press: act(z.strictObject({ person, place, button: name }), (input) =>
    sandbox.person(input.person).press(input.place, input.button),
  ),
  select: act(z.strictObject({ person, place, name, choice }), (input) =>
    sandbox.person(input.person).select(input.place, input.name, input.choice),
  ),
  suggest: act(z.strictObject({ person, place, name, typed: z.string() }), (input) =>
    sandbox.person(input.person).suggest(input.place, input.name, input.typed),
  ),
  submit: act(z.strictObject({ person, values: z.record(z.string(), choice).optional() }), (input) =>
    sandbox.person(input.person).submit(input.values),
  ),
  "close-view": act(z.strictObject({ person }), (input) => sandbox.person(input.person).closeView()),
  "open-home": act(z.strictObject({ person }), (input) => sandbox.person(input.person).openHome()),
  join: act(z.strictObject({ person, channel }), (input) =>
    sandbox.person(input.person).joins(input.channel),
  ),
  leave: act(z.strictObject({ person, channel }), (input) =>
    sandbox.person(input.person).leaves(input.channel),
  ),
  say: act(z.strictObject({ person, channel, text: z.string() }), (input) =>
    sandbox.person(input.person).says(input.channel, input.text),
  ),
  "invite-bot": act(z.strictObject({ channel }), (input) => sandbox.admin.inviteBot(input.channel)),
  "remove-bot": act(z.strictObject({ channel }), (input) => sandbox.admin.removeBot(input.channel)),
  archive: act(z.strictObject({ channel }), (input) => sandbox.admin.archive(input.channel)),
});

const count = z.int().positive();

const faultControls = (sandbox: StandIn): Record<string, Control> => ({
  fault: act(faultOrderSchema, (order) => sandbox.faults.add(order)),
  "clear-faults": act(nothing, () => sandbox.faults.clear()),
  disconnect: act(z.strictObject({ reason, which: z.enum(["oldest", "all"]).optional() }), (input) =>
    sandbox.connections.disconnect(input.reason, input.which),
  ),
  cut: act(nothing, () => sandbox.connections.cut()),
  freeze: act(nothing, () => sandbox.connections.freeze()),
  duplicate: act(z.strictObject({ count }), (input) => sandbox.duplicate(input.count)),
  redeliver: act(z.strictObject({ count }), (input) => sandbox.redeliver(input.count)),
  "rate-limit-app": act(nothing, () => sandbox.rateLimitApp()),
  revoke: act(z.strictObject({ token: tokenKind, error: z.string().optional() }), (input) =>
    sandbox.revoke(input.token, input.error),
  ),
  restore: act(z.strictObject({ token: tokenKind }), (input) => sandbox.restore(input.token)),
});
