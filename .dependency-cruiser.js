/**
 * Who may import whom. test/architecture/imports.test.ts runs these rules, proves that every file was read, and
 * plants a violation of each of them. Type-only imports count, unless a rule says otherwise.
 */

const CONTRACTS = "^src/(clock|deadline|ports|chat|errors)\\.ts$";
/** What starts: the bot, and `npm run register`. */
const MAIN = "^src/(main|register)(\\.ts$|/)";
/** What starts, and what it wires together. */
const ROOT = "^src/(main|register|compose)(\\.ts$|/)";
const STAND_INS = "^sandbox/(ovhcloud|slack|discord)/";
/** Where the sandbox is put together and played through: they see everything. */
const SANDBOX_ROOTS = "^sandbox/(world\\.ts$|world/|tour/|playground/)";
/** The front end of the playground: built by Vite, run by a browser. */
const PAGE = "^sandbox/playground/page/";

const npm = (...names) => `node_modules/(${names.join("|")})/`;

const forbidden = [
  {
    name: "domain-is-pure",
    comment:
      "Facts and rules are to be believed without a world around them: only zod, dayjs and hashing, and each other.",
    from: { path: "^src/domain/" },
    to: { pathNot: ["^src/domain/", npm("zod", "dayjs"), "^(node:)?crypto$"] },
  },
  {
    name: "card-knows-the-domain-alone",
    comment: "A card is neutral: it knows neither a platform nor what it is used for.",
    from: { path: "^src/card/" },
    to: { pathNot: ["^src/card/", "^src/domain/", npm("zod")] },
  },
  {
    name: "i18n-writes-cards",
    comment: "Messages put inlines of a card into words of two languages, and know no screen.",
    from: { path: "^src/i18n/" },
    to: { pathNot: ["^src/i18n/", "^src/card/", "^src/domain/", npm("intl-messageformat")] },
  },
  {
    name: "views-turn-facts-into-cards",
    comment:
      "A view is a plain function from facts to a card. It may know the shape of a fact, never call for one.",
    from: { path: "^src/views/" },
    to: { pathNot: ["^src/(views|i18n|card|domain)/"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "views-know-no-verbs",
    comment:
      "Not even the types of commands and changes: those call views, and a circle would tie them together.",
    from: { path: "^src/views/" },
    to: { path: "^src/(commands|changes)/" },
  },
  {
    name: "contracts-are-light",
    comment: "Adapters import the contracts: what those import, every adapter depends on.",
    from: { path: CONTRACTS },
    to: { pathNot: [CONTRACTS, "^src/(card|domain)/"] },
  },
  {
    name: "one-door",
    comment:
      "Commands, changes and reminders are behind the door: they do not know who opens it, nor who set it up.",
    from: { path: "^src/(commands|changes|reminders|catalogue|views|i18n)/|^src/catalogue\\.ts$" },
    to: { path: "^src/(bot|lastcall|config|policy)\\.ts$|^src/config/" },
  },
  {
    name: "core-touches-no-world",
    comment:
      "No file system, no network, no process in the core: what it asks of the world stands in ports.ts. The built-in modules that compute, and the one that lets others have a turn, are allowed.",
    from: { path: "^src/", pathNot: ROOT },
    to: { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|util|timers/promises)$" },
  },
  {
    name: "core-has-few-libraries",
    comment: "No chat SDK, no database, no logger in the core: they are an adapter's business.",
    from: { path: "^src/", pathNot: ROOT },
    to: { path: "node_modules/", pathNot: npm("zod", "dayjs", "intl-messageformat") },
  },
  {
    name: "core-sees-no-adapter",
    comment: "Imports run one way; main.ts, register.ts and compose.ts alone wire the world in.",
    from: { path: "^src/", pathNot: ROOT },
    to: { path: "^(adapters|sandbox)/" },
  },
  {
    name: "sandbox-is-loaded-when-it-runs",
    comment:
      "A real installation never loads the stand-ins: main imports them dynamically, when it has no credentials.",
    from: { path: "^(src|adapters)/" },
    to: { path: "^sandbox/", dynamic: false },
  },
  {
    name: "nobody-imports-main",
    comment: "It starts the program when it is imported.",
    from: { path: "^(src|adapters|sandbox)/", pathNot: MAIN },
    to: { path: MAIN },
  },
  {
    name: "adapters-see-contracts-alone",
    comment: "An adapter that knew a command or a view could not be replaced, and the core not be changed.",
    from: { path: "^adapters/" },
    to: { path: "^src/", pathNot: [CONTRACTS, "^src/(card|domain)/"] },
  },
  {
    name: "adapters-are-strangers",
    comment: "What two adapters share belongs into a contract, or is not shared.",
    from: { path: "^adapters/([^/]+)/" },
    to: { path: "^adapters/", pathNot: "^adapters/$1/" },
  },
  {
    name: "adapters-know-no-sandbox",
    comment:
      "They speak the real protocols, to whoever answers: a test against a stand-in proves nothing otherwise.",
    from: { path: "^adapters/" },
    to: { path: "^sandbox/" },
  },
  {
    name: "slack-stays-in-its-adapter",
    comment: "The stand-in must not share the SDK's mistakes; its types describe the wire, and are allowed.",
    from: { path: "^(src|adapters|sandbox)/", pathNot: "^adapters/slack/" },
    to: { path: "node_modules/@slack/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "discord-stays-in-its-adapter",
    comment: "The same for Discord. discord-api-types holds the wire's numbers and names.",
    from: { path: "^(src|adapters|sandbox)/", pathNot: "^adapters/discord/" },
    to: { path: npm("discord\\.js", "@discordjs/[^/]+"), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "sandbox-sees-no-adapter",
    comment: "A stand-in that shares code with the client it answers agrees with it by construction.",
    from: { path: "^sandbox/", pathNot: SANDBOX_ROOTS },
    to: { path: "^adapters/" },
  },
  {
    name: "sandbox-sees-time-alone",
    comment: "Of the core a stand-in knows the clock: everything else is the platform's, not ours.",
    from: { path: "^sandbox/", pathNot: SANDBOX_ROOTS },
    to: { path: "^src/", pathNot: ["^src/clock\\.ts$", "^src/domain/instant\\.ts$"] },
  },
  {
    name: "stand-ins-are-strangers",
    comment: "Three services that do not know of each other; what they share stands beside them.",
    from: { path: "^sandbox/(ovhcloud|slack|discord)/" },
    to: { path: STAND_INS, pathNot: "^sandbox/$1/" },
  },
  {
    name: "stand-ins-know-no-player",
    comment: "A service does not know who uses it, nor what shows it.",
    from: { path: STAND_INS },
    to: { path: "^sandbox/(world\\.ts$|tour/|playground/)" },
  },
  {
    name: "page-runs-in-a-browser",
    comment:
      "What the page imports is bundled for a browser: its own files, what the two sides agree on, and readers that compute. Types may come from anywhere.",
    from: { path: PAGE, pathNot: "\\.config\\.ts$" },
    to: {
      pathNot: [
        PAGE,
        "^sandbox/playground/(faults|personas|protocol|stories/story)\\.ts$",
        "^sandbox/(json|slack/mrkdwn|discord/words)\\.ts$",
        "^src/domain/instant\\.ts$",
        npm("preact", "@preact/signals", "discord-markdown-parser", "slack-message-parser"),
      ],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "nobody-imports-the-page",
    comment: "The server serves what Vite made of it, as files.",
    from: { path: "^(src|adapters|sandbox)/", pathNot: PAGE },
    to: { path: PAGE },
  },
  {
    name: "tests-are-not-shipped",
    comment: "What runs must run without what tests it.",
    from: { path: "^(src|adapters|sandbox)/" },
    to: { path: "^(test|bench)/" },
  },
  {
    name: "tools-are-not-shipped",
    comment:
      "A library that the program needs stands among its dependencies; one that it can do without may be asked for. The page is bundled when it is built.",
    from: { path: "^(src|adapters|sandbox)/", pathNot: PAGE },
    to: {
      dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
      dependencyTypesNot: ["type-only"],
      dynamic: false,
    },
  },
  {
    name: "no-circles",
    comment: "Modules that need each other are one module in two files. Types may, since nothing runs.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "everything-is-found",
    comment: "A path that leads nowhere would slip through every other rule.",
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: forbidden.map((rule) => ({ ...rule, severity: "error" })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["node", "import", "default", "types"],
    },
  },
};
