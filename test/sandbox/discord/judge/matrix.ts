import type { JsonObject } from "../../../../sandbox/json.ts";

const CHANNEL = "/channels/1203456789012345678/messages";
const CALLBACK = "/interactions/1203456789012345678/aW50ZXJhY3Rpb24/callback";
const ORIGINAL = "/webhooks/1203456789012345678/aW50ZXJhY3Rpb24/messages/%40original";
const COMMANDS = "/applications/1203456789012345678/commands";

export interface Payload {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const long = (length: number): string => "x".repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const post = (name: string, body: unknown): Payload => ({ name, method: "POST", path: CHANNEL, body });
const callback = (name: string, body: unknown): Payload => ({ name, method: "POST", path: CALLBACK, body });
const reply = (name: string, data: unknown): Payload => callback(name, { type: 4, data });
const edit = (name: string, body: unknown): Payload => ({ name, method: "PATCH", path: ORIGINAL, body });
const commands = (name: string, ...body: unknown[]): Payload => ({
  name,
  method: "PUT",
  path: COMMANDS,
  body,
});

const button = (more: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 1,
  label: "Ok",
  custom_id: "a",
  ...more,
});
const row = (...components: unknown[]): JsonObject => ({ type: 1, components });
const option = (index: number): JsonObject => ({ label: `l${index}`, value: `v${index}` });
const select = (more: JsonObject = {}): JsonObject => ({
  type: 3,
  custom_id: "s",
  options: [option(1)],
  ...more,
});
const text = (content = "hello"): JsonObject => ({ type: 10, content });
const v2 = (...components: unknown[]): JsonObject => ({ flags: 32768, components });
const container = (...components: unknown[]): JsonObject => ({ type: 17, components });
const section = (more: JsonObject): JsonObject => ({
  type: 9,
  components: [text()],
  accessory: button(),
  ...more,
});
const embeds = (...list: unknown[]): JsonObject => ({ embeds: list });
const fields = (count: number): JsonObject => ({
  fields: times(count, (i) => ({ name: `n${i}`, value: "v" })),
});

const label = (component: unknown, more: JsonObject = {}): JsonObject => ({
  type: 18,
  label: "Name",
  component,
  ...more,
});
const input = (id = "name"): JsonObject => ({ type: 4, custom_id: id, style: 1 });
const modal = (more: JsonObject = {}): JsonObject => ({
  type: 9,
  data: { custom_id: "m", title: "Delete", components: [label(input())], ...more },
});
const choices = (...list: unknown[]): JsonObject => ({ type: 8, data: { choices: list } });

const command = (more: JsonObject = {}): JsonObject => ({
  name: "services",
  description: "Lists",
  type: 1,
  ...more,
});
const stringOption = (more: JsonObject = {}): JsonObject => ({
  type: 3,
  name: "q",
  description: "words",
  ...more,
});

/** Discord's document has these limits; the plain ones are own rules too. */
export const BY_THE_DOCUMENT: readonly Payload[] = [
  post("embeds 11", embeds(...times(11, () => ({ title: "t" })))),
  post("embed 26 fields", embeds(fields(26))),
  post("embed field value 1025", embeds({ fields: [{ name: "n", value: long(1025) }] })),
  post("embed title 257", embeds({ title: long(257) })),
  post("embed description 4097", embeds({ description: long(4097) })),
  post("embed footer 2049", embeds({ title: "t", footer: { text: long(2049) } })),
  post("6 buttons in a row", { components: [row(...times(6, (i) => button({ custom_id: `${i}` })))] }),
  post("custom_id 101", { components: [row(button({ custom_id: long(101) }))] }),
  post("label 81", { components: [row(button({ label: long(81) }))] }),
  post("button style 9", { components: [row(button({ style: 9 }))] }),
  post("select 26 options", { components: [row(select({ options: times(26, option) }))] }),
  post("select option label 101", {
    components: [row(select({ options: [{ label: long(101), value: "v" }] }))],
  }),
  post("section without accessory", v2({ type: 9, components: [text()] })),
  post("section with 4 texts", v2(section({ components: times(4, () => text()) }))),
  post("bare button at top level (V2)", v2(button())),
  post("unknown component type 99", v2({ type: 99 })),
  callback("unknown callback type 42", { type: 42 }),
  callback("autocomplete 26 choices", choices(...times(26, (i) => ({ name: `${i}`, value: `${i}` })))),
  callback("autocomplete name 101", choices({ name: long(101), value: "v" })),
  callback("modal title 46", modal({ title: long(46) })),
  callback("modal label 46", modal({ components: [label(input(), { label: long(46) })] })),
  callback("modal with a button row", modal({ components: [row(button())] })),
  callback(
    "modal radio with 1 option",
    modal({ components: [label({ type: 21, custom_id: "r", options: [option(1)] })] }),
  ),
  callback("modal without components", { type: 9, data: { custom_id: "m", title: "Delete" } }),
  callback("modal without custom_id", { type: 9, data: { title: "Delete", components: [label(input())] } }),
  post("flags as string", { content: "x", flags: "64" }),
  post("allowed_mentions unknown parse value", { content: "x", allowed_mentions: { parse: ["here"] } }),
  post("allowed_mentions 101 users", {
    content: "x",
    allowed_mentions: { users: times(101, (i) => `${1203456789012345678n + BigInt(i)}`) },
  }),
  commands("command description 101", command({ description: long(101) })),
  commands("26 options", command({ options: times(26, (i) => stringOption({ name: `q${i}` })) })),
  commands(
    "26 choices",
    command({ options: [stringOption({ choices: times(26, (i) => ({ name: `${i}`, value: `${i}` })) })] }),
  ),
  commands(
    "choice name 101",
    command({ options: [stringOption({ choices: [{ name: long(101), value: "v" }] })] }),
  ),
  commands("option type 99", command({ options: [stringOption({ type: 99 })] })),
  commands("contexts 7", command({ contexts: [7] })),
  {
    name: "channel id not a snowflake",
    method: "POST",
    path: "/channels/general/messages",
    body: { content: "x" },
  },
];

export const BY_BOTH: readonly Payload[] = [
  reply("content 2001 in a reply", { content: long(2001) }),
  edit("content 2001 in an edit", { content: long(2001) }),
  post("custom_id empty", { components: [row(button({ custom_id: "" }))] }),
  post("select with 0 options", { components: [row(select({ options: [] }))] }),
  post("one V2 text display of 4001", v2(text(long(4001)))),
  commands("command name 33", command({ name: long(33) })),
];

/** Discord's document is silent about these. */
export const BY_OWN_RULES: readonly Payload[] = [
  post("create_message content 2001", { content: long(2001) }),
  post("empty message", {}),
  post("embed field name empty", embeds({ fields: [{ name: "", value: "v" }] })),
  post("embeds total > 6000", embeds({ description: long(4000) }, { description: long(2001) })),
  post("6 legacy rows", { components: times(6, (i) => row(button({ custom_id: `${i}` }))) }),
  post("button without custom_id", { components: [row({ type: 2, style: 1, label: "Ok" })] }),
  post("link button with custom_id", { components: [row(button({ style: 5, url: "https://example.com" }))] }),
  post("button without label and emoji", { components: [row({ type: 2, style: 1, custom_id: "a" })] }),
  post("duplicate custom_id", { components: [row(button(), button())] }),
  post("select + button in one row", { components: [row(select(), button())] }),
  post("duplicate select values", { components: [row(select({ options: [option(1), option(1)] }))] }),
  post("max_values > options", { components: [row(select({ max_values: 2 }))] }),
  post("container without V2 flag", { components: [container(text())] }),
  post("V2 with content", { ...v2(text()), content: "x" }),
  post("V2 with embeds", { ...v2(text()), embeds: [{ title: "t" }] }),
  post("V2 41 nested components", v2(container(...times(40, () => text("x"))))),
  post("V2 texts sum > 4000", v2(text(long(2001)), container(text(long(2000))))),
  callback("defer with V2 flag", { type: 5, data: { flags: 32768 } }),
  callback("type 4 without data", { type: 4 }),
  callback("autocomplete value 101", choices({ name: "n", value: long(101) })),
  callback("modal 6 components", modal({ components: times(6, (i) => label(input(`${i}`))) })),
  reply("ephemeral: true", { content: "x", ephemeral: true }),
  post("allowed_mentions users + parse users", {
    content: "x",
    allowed_mentions: { parse: ["users"], users: ["1203456789012345678"] },
  }),
  commands("command name upper case", command({ name: "Services" })),
  commands("command name with space", command({ name: "my services" })),
  commands("command description empty", command({ description: "" })),
  commands("option name upper case", command({ options: [stringOption({ name: "Q" })] })),
  commands(
    "choices + autocomplete",
    command({ options: [stringOption({ autocomplete: true, choices: [{ name: "n", value: "v" }] })] }),
  ),
  commands(
    "required after optional",
    command({ options: [stringOption(), stringOption({ name: "r", required: true })] }),
  ),
  commands("duplicate option names", command({ options: [stringOption(), stringOption()] })),
  commands("unknown locale key", command({ name_localizations: { "fr-FR": "services" } })),
  commands("min_length > max_length", command({ options: [stringOption({ min_length: 5, max_length: 2 })] })),
  commands("duplicate command names", command(), command()),
  commands(
    "8001 characters in all",
    command({
      options: times(4, (i) =>
        stringOption({ name: `q${i}`, choices: times(21, () => ({ name: long(50), value: long(50) })) }),
      ),
    }),
  ),
];

export const GOOD: readonly Payload[] = [
  reply("ephemeral reply", { content: "x", flags: 64 }),
  callback("defer with 64", { type: 5, data: { flags: 64 } }),
  callback("deferUpdate", { type: 6 }),
  callback("modal with Label + TextInput", modal()),
  callback("autocomplete with 1 choice", choices({ name: "n", value: "v" })),
  reply("V2 container with text and button row", v2(container(text(), row(button())))),
  commands(
    "command with required autocomplete option, permissions, contexts, integration types, localised name",
    command({
      default_member_permissions: "32",
      contexts: [0],
      integration_types: [0],
      name_localizations: { fr: "échéances" },
      options: [stringOption({ required: true, autocomplete: true })],
    }),
  ),
  post("channel message with allowed_mentions parse []", { content: "x", allowed_mentions: { parse: [] } }),
  edit("edit with components []", { components: [] }),
];

export const ALL_BAD: readonly Payload[] = [...BY_THE_DOCUMENT, ...BY_BOTH, ...BY_OWN_RULES];
