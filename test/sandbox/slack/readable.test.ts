import { describe, expect, it } from "vitest";
import { mentionsIn } from "../../../sandbox/slack/mrkdwn.ts";
import { ALICE, BRUNO, OPS } from "../../../sandbox/slack/world.ts";
import { startSandbox } from "./bolt.ts";
import { clientOf } from "./client.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const mrkdwn = (text: string) => ({ type: "mrkdwn", text }) as const;

const NOW = Date.UTC(2030, 0, 1, 12);

async function read(text: string, person: string, blocks: object[] = []): Promise<string> {
  const { sandbox } = await startSandbox({}, NOW);
  await clientOf(sandbox).apiCall("chat.postMessage", {
    channel: OPS.id,
    text,
    ...(blocks.length > 0 ? { blocks } : {}),
  });
  const reader = sandbox.person(person);
  return reader.sees(OPS.id).map(reader.reads).join("\n");
}

describe("a message as its reader reads it", () => {
  it("shows an instant in the reader's own language and time zone", async () => {
    const when = `<!date^${Date.UTC(2030, 0, 5, 23, 30) / 1000}^{date_long}, {time}|fallback>`;
    expect(await read(when, ALICE.id)).toBe("dimanche 6 janvier 2030, 00:30");
    expect(await read(when, BRUNO.id)).toMatch(/^Saturday, January 5, 2030, 6:30.PM$/);
  });

  it("says today and tomorrow, and how long until", async () => {
    const soon = NOW / 1000 + 2 * 3600;
    expect(await read(`<!date^${soon}^{ago}|x>`, ALICE.id)).toBe("dans 2 heures");
    const tomorrow = NOW / 1000 + 24 * 3600;
    expect(await read(`<!date^${tomorrow}^{date_short_pretty}|x>`, BRUNO.id)).toBe("tomorrow");
  });

  it("tells live markup from inert text", async () => {
    expect(await read(`<!channel> <@${BRUNO.id}> <#${OPS.id}> <https://e.fr|site>`, ALICE.id)).toBe(
      "@channel @Bruno Keller #ops site (https://e.fr)",
    );
    expect(await read("&lt;!channel&gt; &amp;lt;", ALICE.id)).toBe("<!channel> &lt;");
    expect(
      mentionsIn("<!channel> <@U1> <!subteam^S1> &lt;!here&gt; <!date^1^{date}|x> <https://e.fr>"),
    ).toEqual(["<!channel>", "<@U1>", "<!subteam^S1>"]);
  });

  it("reads every block that a card is made of", async () => {
    const blocks = [
      { type: "header", text: plain("Services") },
      {
        type: "section",
        text: mrkdwn("*api*"),
        fields: [mrkdwn("State\nactive")],
        accessory: { type: "button", action_id: "a", text: plain("Open") },
      },
      { type: "divider" },
      {
        type: "table",
        rows: [
          [
            { type: "raw_text", text: "Name" },
            { type: "raw_number", value: 1, text: "1" },
          ],
        ],
      },
      {
        type: "actions",
        elements: [
          { type: "button", action_id: "b", text: plain("Keep") },
          { type: "external_select", action_id: "c", placeholder: plain("Find…") },
        ],
      },
      { type: "context", elements: [mrkdwn("as of 14:02")] },
    ];
    expect(await read("Services", ALICE.id, blocks)).toBe(
      [
        "# Services",
        "*api*",
        "  State: active",
        "[Open]",
        "---",
        "Name | 1",
        "[Keep] <Find…>",
        "· as of 14:02",
      ].join("\n"),
    );
  });
});
