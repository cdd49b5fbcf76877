import { describe, expect, it } from "vitest";
import { ALICE, GENERAL, OPS, STRANGER } from "../../../sandbox/slack/world.ts";
import { card, privately, serviceSelect } from "./cards.ts";
import { createFakeBot } from "./fake-bot.ts";
import { seen, start, TRANSPORTS } from "./harness.ts";

const OPTIONS = Array.from({ length: 120 }, (_, at) => ({
  label: `service-${at}.example ${"x".repeat(90)}`,
  description: "Web hosting",
  value: String(at),
}));
const listing = () => privately("List", { card: card("List", [serviceSelect]) });

describe.each(TRANSPORTS)("selects over %s", (transport) => {
  it("offers what the bot suggests for what is typed, 100 at the most, labels shortened", async () => {
    const bot = createFakeBot({ services: listing }, OPTIONS);
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
    const message = await seen(sandbox, "List");

    const found = await sandbox.person(ALICE.id).suggest(message, "Open a service", "serv");
    expect(found).toMatchObject({ kind: "offered" });
    const offered = "options" in found ? found.options : [];
    expect(offered).toHaveLength(100);
    expect(JSON.stringify(offered[3])).toContain("…");
    expect(bot.questions[0]).toMatchObject({
      command: "service",
      param: "name",
      typed: "serv",
      actor: { id: ALICE.id, standing: "member" },
      place: { platform: "slack", id: OPS.id },
      locale: "fr",
    });
  });

  it("hands the chosen option to the bot under the select's parameter", async () => {
    const bot = createFakeBot({ services: listing }, OPTIONS.slice(0, 3));
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(OPS.id, "/ovh", "services");
    const message = await seen(sandbox, "List");
    await sandbox.person(ALICE.id).suggest(message, "Open a service", "");
    await sandbox.person(ALICE.id).select(message, "Open a service", "2");

    await seen(sandbox, "Answer to service");
    expect(bot.handled[1]).toMatchObject({ command: "service", input: { name: "2" }, via: "select" });
  });

  it("lets the bot know that the one who types is a stranger", async () => {
    const bot = createFakeBot({ services: () => ({ ...listing(), audience: "channel" }) }, OPTIONS);
    const { sandbox } = await start(transport, { bot });
    await sandbox.person(ALICE.id).slash(GENERAL.id, "/ovh", "services");
    const message = await seen(sandbox, "List", STRANGER.id, GENERAL.id);
    await sandbox.person(STRANGER.id).suggest(message, "Open a service", "a");
    expect(bot.questions[0]?.actor).toMatchObject({ id: STRANGER.id, standing: "foreign" });
  });
});
