import { z } from "zod";
import { act, type Control, look } from "../controls.ts";
import { faultOrderSchema } from "../faults.ts";
import type { DiscordSandbox } from "./sandbox.ts";

const nothing = z.object({});
const person = { person: z.string() };
const optionValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const formValues = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
const command = {
  ...person,
  channel: z.string(),
  command: z.string(),
  subcommand: z.string().nullable().default(null),
};
const onOff = { on: z.boolean() };
const counted = { count: z.int().positive().default(1) };

/** The sandbox's methods for another process; see `serveControls` for the protocol. */
export const discordControls = (
  sandbox: Omit<DiscordSandbox, "controlUrl" | "bytes" | "close">,
): Readonly<Record<string, Control>> => ({
  ...people(sandbox),
  ...gateway(sandbox),
  world: look(nothing, () => ({ people: sandbox.world.people, guilds: sandbox.world.guilds.map(guildView) })),
  traffic: look(nothing, () => sandbox.traffic()),
  posts: look(nothing, () => sandbox.posts()),
  commands: look(z.object({ guild: z.string().optional() }), ({ guild }) => sandbox.commands(guild ?? null)),
  faults: look(nothing, () => sandbox.faults.pending()),
  fault: act(faultOrderSchema, (order) => sandbox.faults.add(order)),
  "clear-faults": act(nothing, () => sandbox.faults.clear()),
  "revoke-token": act(nothing, () => sandbox.revokeToken()),
  "leave-guild": act(z.object({ guild: z.string() }), ({ guild }) => sandbox.leaveGuild(guild)),
});

const guildView = ({ id, name, channels }: DiscordSandbox["world"]["guilds"][number]) => ({
  id,
  name,
  channels: channels.map((channel) => ({ id: channel.id, name: channel.name })),
});

const people = (sandbox: Pick<DiscordSandbox, "person">): Readonly<Record<string, Control>> => ({
  slash: act(z.object({ ...command, options: optionValues.default({}) }), (input) =>
    sandbox.person(input.person).slash(input.channel, input.command, input.subcommand, input.options),
  ),
  autocomplete: act(
    z.object({ ...command, option: z.string(), typed: z.string(), others: optionValues.default({}) }),
    (input) =>
      sandbox
        .person(input.person)
        .autocomplete(
          input.channel,
          input.command,
          input.subcommand,
          input.option,
          input.typed,
          input.others,
        ),
  ),
  press: act(z.object({ ...person, message: z.string(), button: z.string() }), (input) =>
    sandbox.person(input.person).press(input.message, input.button),
  ),
  select: act(
    z.object({ ...person, message: z.string(), select: z.string(), values: z.array(z.string()) }),
    (input) => sandbox.person(input.person).select(input.message, input.select, input.values),
  ),
  submit: act(z.object({ ...person, values: formValues }), (input) =>
    sandbox.person(input.person).submit(input.values),
  ),
  "close-modal": act(z.object(person), (input) => sandbox.person(input.person).closeModal()),
  menu: look(z.object({ ...person, channel: z.string() }), (input) =>
    sandbox.person(input.person).menu(input.channel),
  ),
  sees: look(z.object({ ...person, channel: z.string() }), (input) =>
    sandbox.person(input.person).sees(input.channel),
  ),
  modal: look(z.object(person), (input) => sandbox.person(input.person).modal()),
  errors: look(z.object(person), (input) => sandbox.person(input.person).errors()),
});

const gateway = ({ gateway: wire }: Pick<DiscordSandbox, "gateway">): Readonly<Record<string, Control>> => ({
  "gateway-drop": act(nothing, () => wire.drop()),
  "gateway-reconnect": act(nothing, () => wire.reconnect()),
  "gateway-invalidate": act(z.object({ resumable: z.boolean() }), ({ resumable }) =>
    wire.invalidate(resumable),
  ),
  "gateway-close": act(z.object({ code: z.int() }), ({ code }) => wire.close(code)),
  "gateway-refuse": act(z.object({ code: z.int(), ...counted }), ({ code, count }) =>
    wire.refuse(code, count),
  ),
  "gateway-zombie": act(z.object(onOff), ({ on }) => wire.zombie(on)),
  "gateway-away": act(z.object(onOff), ({ on }) => wire.away(on)),
  "gateway-duplicate": act(z.object(counted), ({ count }) => wire.duplicate(count)),
  "gateway-raw": act(z.object({ text: z.string() }), ({ text }) => wire.raw(text)),
  outage: act(z.object({ guild: z.string(), ...onOff }), ({ guild, on }) => wire.outage(guild, on)),
});
