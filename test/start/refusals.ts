type Environment = Readonly<Record<string, string>>;

/** A start that must fail: what is changed of a good environment, and the one line that says so. */
export interface Refusal {
  readonly what: string;
  /** An empty value takes a variable away. */
  readonly change: Environment;
  readonly line: RegExp;
}

const NO_OVH = {
  OVH_APPLICATION_KEY: "",
  OVH_APPLICATION_SECRET: "",
  OVH_CONSUMER_KEY: "",
};
const NO_SLACK = { SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "", SLACK_API_URL: "" };
const NO_DISCORD = { DISCORD_TOKEN: "", DISCORD_API_URL: "", DISCORD_GUILD_IDS: "" };

/** Found before anything is asked of anybody. */
export const MALFORMED: readonly Refusal[] = [
  {
    what: "half of OVHcloud's keys",
    change: { OVH_CONSUMER_KEY: "" },
    line: /^OVH_CONSUMER_KEY is missing; /,
  },
  {
    what: "no OVHcloud",
    change: NO_OVH,
    line: /^OVHcloud's credentials are missing: set OVH_APPLICATION_KEY, /,
  },
  {
    what: "both ways of signing in",
    change: { OVH_CLIENT_ID: "EU.sandboxclient001", OVH_CLIENT_SECRET: "sandboxclientsecret0000000000001" },
    line: /^both ways of signing in at OVHcloud are set: /,
  },
  { what: "no chat platform", change: { ...NO_SLACK, ...NO_DISCORD }, line: /^no chat platform is set: / },
  {
    what: "half of Slack",
    change: { SLACK_APP_TOKEN: "" },
    line: /^SLACK_APP_TOKEN \(Socket Mode\) is missing, /,
  },
  {
    what: "Slack's tokens mixed up",
    change: { SLACK_BOT_TOKEN: "xapp-1-A0000000000-0000000000000-secret" },
    line: /^SLACK_BOT_TOKEN is 39 characters long, begins with xapp-; it should be /,
  },
  {
    what: "a malformed Discord token",
    change: { DISCORD_TOKEN: "abc" },
    line: /^DISCORD_TOKEN is 3 characters/,
  },
  {
    what: "an address that is not on this machine",
    change: { SLACK_API_URL: "https://slack.example.com/api/" },
    line: /^SLACK_API_URL is "https:\/\/slack\.example\.com\/api\/"; /,
  },
  {
    what: "a bad operator",
    change: { LASTCALL_OPERATORS: "slack:@bob" },
    line: /^LASTCALL_OPERATORS is "slack:@bob"; /,
  },
];

/** Found by asking. */
export const REFUSED: readonly Refusal[] = [
  {
    what: "an application key that OVHcloud does not know",
    change: { OVH_APPLICATION_KEY: "notanapplication" },
    line: /^OVHcloud does not accept the credentials \(.+\): check OVH_APPLICATION_KEY$/,
  },
  {
    what: "a wrong application secret",
    change: { OVH_APPLICATION_SECRET: "wrongapplicationsecret0000000001" },
    line: /^OVHcloud does not accept the credentials \(.+\): check OVH_APPLICATION_SECRET$/,
  },
  {
    what: "a consumer key that has ended",
    change: { OVH_CONSUMER_KEY: "wrongconsumerkey0000000000000001" },
    line: /^OVHcloud does not accept the credentials \(.+\): check OVH_CONSUMER_KEY$/,
  },
  {
    what: "a service account that OVHcloud does not know",
    change: {
      ...NO_OVH,
      OVH_CLIENT_ID: "EU.nobody0000001",
      OVH_CLIENT_SECRET: "wrongclientsecret000000000000001",
    },
    line: /^OVHcloud does not accept the credentials \(.+\): check OVH_CLIENT_ID and OVH_CLIENT_SECRET/,
  },
  {
    what: "a bot token that Slack refuses",
    change: { ...NO_DISCORD, SLACK_BOT_TOKEN: "xoxb-revoked-0000000000000000" },
    line: /^Slack refuses the bot token \(SLACK_BOT_TOKEN\) \(invalid_auth\): /,
  },
  {
    what: "an app token that Slack refuses",
    change: { ...NO_DISCORD, SLACK_APP_TOKEN: "xapp-revoked-0000000000000000" },
    line: /^Slack refuses the app token \(SLACK_APP_TOKEN\) \(invalid_auth\): /,
  },
  {
    what: "a token that Discord refuses",
    change: { ...NO_SLACK, DISCORD_TOKEN: "MTIxMDAwMDAwMDAwMDAwMDAwMQ.wrong1.0000000000000000000000000000" },
    line: /^Discord refused the bot token \(401\): set DISCORD_TOKEN to /,
  },
  {
    what: "a bot in several Discord servers, of which none is named",
    change: { ...NO_SLACK, DISCORD_GUILD_IDS: "" },
    line: /^The bot is in 2 Discord servers: set DISCORD_GUILD_IDS /,
  },
];
