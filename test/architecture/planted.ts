/** A file, and the import in it that a rule must find. */
export interface Planted {
  readonly file: string;
  readonly imports: string;
  /** As it must be reported. */
  readonly finds: string;
  /** How it is imported; a value of the module, when absent. */
  readonly how?: "type" | "dynamic";
}

/** At least one violation of each rule. What they import is planted too, without imports of its own. */
export const PLANTED: Readonly<Record<string, readonly Planted[]>> = {
  "domain-is-pure": [
    { file: "src/domain/one.ts", imports: "../ports.ts", finds: "src/ports.ts", how: "type" },
    { file: "src/domain/two.ts", imports: "intl-messageformat", finds: "node_modules/intl-messageformat/" },
    { file: "src/domain/three.ts", imports: "node:util", finds: "util" },
  ],
  "card-knows-the-domain-alone": [
    { file: "src/card/one.ts", imports: "../ports.ts", finds: "src/ports.ts", how: "type" },
    { file: "src/card/two.ts", imports: "../i18n/speak.ts", finds: "src/i18n/speak.ts" },
  ],
  "i18n-writes-cards": [
    { file: "src/i18n/one.ts", imports: "../views/list.ts", finds: "src/views/list.ts" },
    { file: "src/i18n/two.ts", imports: "dayjs", finds: "node_modules/dayjs/" },
  ],
  "views-turn-facts-into-cards": [
    { file: "src/views/one.ts", imports: "../catalogue.ts", finds: "src/catalogue.ts" },
    { file: "src/views/two.ts", imports: "dayjs", finds: "node_modules/dayjs/" },
  ],
  "views-know-no-verbs": [
    {
      file: "src/views/three.ts",
      imports: "../commands/keep.ts",
      finds: "src/commands/keep.ts",
      how: "type",
    },
  ],
  "contracts-are-light": [
    { file: "src/chat.ts", imports: "./catalogue.ts", finds: "src/catalogue.ts", how: "type" },
    { file: "src/errors.ts", imports: "zod", finds: "node_modules/zod/" },
  ],
  "one-door": [
    { file: "src/commands/one.ts", imports: "../bot.ts", finds: "src/bot.ts" },
    { file: "src/reminders/one.ts", imports: "../config.ts", finds: "src/config.ts", how: "type" },
  ],
  "core-touches-no-world": [
    { file: "src/bot.ts", imports: "node:fs/promises", finds: "fs/promises" },
    { file: "src/catalogue/one.ts", imports: "node:http", finds: "http" },
    { file: "src/policy.ts", imports: "node:child_process", finds: "child_process", how: "dynamic" },
  ],
  "core-has-few-libraries": [
    { file: "src/config.ts", imports: "@slack/types", finds: "node_modules/@slack/types/", how: "type" },
    { file: "src/clock.ts", imports: "pino", finds: "node_modules/pino/" },
  ],
  "core-sees-no-adapter": [
    { file: "src/lastcall.ts", imports: "../adapters/slack/a.ts", finds: "adapters/slack/a.ts", how: "type" },
    { file: "src/desk.ts", imports: "../sandbox/clock.ts", finds: "sandbox/clock.ts", how: "dynamic" },
  ],
  "sandbox-is-loaded-when-it-runs": [
    { file: "src/compose.ts", imports: "../sandbox/clock.ts", finds: "sandbox/clock.ts" },
  ],
  "nobody-imports-main": [
    { file: "adapters/lowdb/one.ts", imports: "../../src/main.ts", finds: "src/main.ts" },
    { file: "src/typed.ts", imports: "./register.ts", finds: "src/register.ts" },
  ],
  "adapters-see-contracts-alone": [
    { file: "adapters/slack/one.ts", imports: "../../src/views/list.ts", finds: "src/views/list.ts" },
    { file: "adapters/log/one.ts", imports: "../../src/config.ts", finds: "src/config.ts", how: "type" },
  ],
  "adapters-are-strangers": [
    { file: "adapters/discord/one.ts", imports: "../slack/a.ts", finds: "adapters/slack/a.ts" },
  ],
  "adapters-know-no-sandbox": [
    {
      file: "adapters/ovhcloud/one.ts",
      imports: "../../sandbox/clock.ts",
      finds: "sandbox/clock.ts",
      how: "dynamic",
    },
  ],
  "slack-stays-in-its-adapter": [
    { file: "adapters/ovhcloud/two.ts", imports: "@slack/web-api", finds: "node_modules/@slack/web-api/" },
    { file: "sandbox/slack/one.ts", imports: "@slack/bolt", finds: "node_modules/@slack/bolt/" },
  ],
  "discord-stays-in-its-adapter": [
    { file: "sandbox/discord/one.ts", imports: "discord.js", finds: "node_modules/discord.js/" },
    { file: "adapters/slack/two.ts", imports: "@discordjs/rest", finds: "node_modules/@discordjs/rest/" },
  ],
  "sandbox-sees-no-adapter": [
    {
      file: "sandbox/slack/two.ts",
      imports: "../../adapters/slack/a.ts",
      finds: "adapters/slack/a.ts",
      how: "type",
    },
  ],
  "sandbox-sees-time-alone": [
    { file: "sandbox/http.ts", imports: "../src/ports.ts", finds: "src/ports.ts", how: "type" },
    { file: "sandbox/ovhcloud/one.ts", imports: "../../src/domain/follow.ts", finds: "src/domain/follow.ts" },
  ],
  "stand-ins-are-strangers": [
    { file: "sandbox/ovhcloud/two.ts", imports: "../slack/json.ts", finds: "sandbox/slack/json.ts" },
  ],
  "stand-ins-know-no-player": [
    {
      file: "sandbox/slack/three.ts",
      imports: "../tour/player.ts",
      finds: "sandbox/tour/player.ts",
      how: "type",
    },
    {
      file: "sandbox/discord/two.ts",
      imports: "../playground/show.ts",
      finds: "sandbox/playground/show.ts",
    },
  ],
  "page-runs-in-a-browser": [
    {
      file: "sandbox/playground/page/one.ts",
      imports: "../life.ts",
      finds: "sandbox/playground/life.ts",
    },
    { file: "sandbox/playground/page/two.ts", imports: "zod", finds: "node_modules/zod/" },
    { file: "sandbox/playground/page/three.ts", imports: "node:fs", finds: "fs" },
  ],
  "nobody-imports-the-page": [
    {
      file: "sandbox/playground/server/one.ts",
      imports: "../page/four.ts",
      finds: "sandbox/playground/page/four.ts",
      how: "type",
    },
  ],
  "tests-are-not-shipped": [
    { file: "src/problem.ts", imports: "../test/fake.ts", finds: "test/fake.ts" },
    { file: "sandbox/world.ts", imports: "../bench/run.ts", finds: "bench/run.ts", how: "dynamic" },
  ],
  "tools-are-not-shipped": [
    { file: "adapters/lowdb/two.ts", imports: "fast-check", finds: "node_modules/fast-check/" },
    { file: "sandbox/tour/main.ts", imports: "yaml", finds: "node_modules/yaml/" },
  ],
  // Longer circles are reported once, from either end.
  "no-circles": [{ file: "src/changes/one.ts", imports: "./one.ts", finds: "src/changes/one.ts" }],
  "everything-is-found": [
    { file: "src/changes/three.ts", imports: "./nowhere.ts", finds: "./nowhere.ts" },
    { file: "adapters/log/two.ts", imports: "no-such-library", finds: "no-such-library", how: "type" },
  ],
};

/** What comes close to a violation and is none. */
export const INNOCENT: readonly Planted[] = [
  { file: "src/domain/ok.ts", imports: "node:crypto", finds: "crypto" },
  { file: "src/domain/ok-too.ts", imports: "dayjs/plugin/utc.js", finds: "node_modules/dayjs/" },
  { file: "src/views/ok.ts", imports: "../ports.ts", finds: "src/ports.ts", how: "type" },
  { file: "src/commands/ok.ts", imports: "../ports.ts", finds: "src/ports.ts" },
  { file: "src/turns.ts", imports: "node:timers/promises", finds: "timers/promises" },
  { file: "src/main.ts", imports: "../sandbox/world.ts", finds: "sandbox/world.ts", how: "dynamic" },
  { file: "src/main/part.ts", imports: "node:fs/promises", finds: "fs/promises" },
  { file: "src/compose/part.ts", imports: "../../adapters/slack/a.ts", finds: "adapters/slack/a.ts" },
  { file: "adapters/slack/ok.ts", imports: "@slack/bolt", finds: "node_modules/@slack/bolt/" },
  { file: "adapters/slack/ok-too.ts", imports: "../../src/card/press.ts", finds: "src/card/press.ts" },
  { file: "adapters/lowdb/ok.ts", imports: "node:fs/promises", finds: "fs/promises" },
  { file: "src/register/part.ts", imports: "../../adapters/slack/a.ts", finds: "adapters/slack/a.ts" },
  { file: "sandbox/slack/ok.ts", imports: "@slack/types", finds: "node_modules/@slack/types/", how: "type" },
  { file: "sandbox/discord/ok.ts", imports: "ajv", finds: "node_modules/ajv/", how: "dynamic" },
  { file: "sandbox/discord/ok-too.ts", imports: "../../src/clock.ts", finds: "src/clock.ts" },
  { file: "sandbox/playground/page/ok.ts", imports: "preact", finds: "node_modules/preact/" },
  {
    file: "sandbox/playground/page/ok-too.ts",
    imports: "../life.ts",
    finds: "sandbox/playground/life.ts",
    how: "type",
  },
  { file: "sandbox/tour/ok.ts", imports: "../../adapters/slack/a.ts", finds: "adapters/slack/a.ts" },
  { file: "sandbox/tour/ok-too.ts", imports: "../../src/compose.ts", finds: "src/compose.ts" },
  { file: "src/reminders/ok.ts", imports: "./ok-too.ts", finds: "src/reminders/ok-too.ts" },
  { file: "src/reminders/ok-too.ts", imports: "./ok.ts", finds: "src/reminders/ok.ts", how: "type" },
];
