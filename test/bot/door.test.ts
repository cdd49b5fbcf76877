import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Invocation } from "../../src/chat.ts";
import { COMMANDS } from "../../src/commands/all.ts";
import { type Act, OPERATOR, VIEWER, wordsOf } from "../changes/chat.ts";
import { button, createStage, SITE, type Stage } from "../changes/stage.ts";

const id = String(SITE.id);
const CHANNEL = { platform: "slack", id: "C1" } as const;
const terminate = { command: "terminate", input: { service: id }, via: "slash" } as const;

const invocation = ({ command, input, via = "button", by = OPERATOR }: Act): Invocation => ({
  ...{ command, input, via, place: CHANNEL },
  actor: by,
  locale: "en",
});

async function opened(stage: Stage): Promise<string> {
  return (await stage.store.confirmations.waiting()).at(-1)?.id ?? "none";
}

describe("a forged press", () => {
  it("does not confirm a deletion past its form", async () => {
    const stage = createStage();
    const { act } = await stage.live();
    await act({ command: "delete", input: { service: id }, via: "slash" });
    const confirmation = await opened(stage);
    const forged: readonly Act[] = [
      { command: "confirm", input: { id: confirmation } },
      { command: "delete-request", input: { id: confirmation } },
      { command: "delete-request", input: { id: confirmation, understood: "yes" } },
      { command: "delete-request", input: { id: confirmation, name: SITE.name }, via: "form" },
      { command: "delete-request", input: { id: confirmation, name: "site.exampl", understood: "yes" } },
      { command: "delete-finish", input: { id: confirmation, token: "0123456789abcdef" } },
      { command: "token-form", input: { id: confirmation } },
    ];
    for (const one of forged) await act(one);
    expect(stage.provider.writes).toEqual([]);
  });

  it.each(["confirm", "cancel", "delete-form", "delete-request", "token-form", "delete-finish", "keep"])(
    "of %s by somebody who may only look is refused, and changes nothing",
    async (command) => {
      const stage = createStage();
      const { act } = await stage.live();
      await act(terminate);
      const input = { id: await opened(stage), service: id, name: SITE.name, understood: "yes" };
      const reply = await act({ command, input, by: VIEWER });
      expect(wordsOf(reply.card)).toContain("Only operators may do this");
      expect(stage.provider.writes).toEqual([]);
      expect((await stage.store.confirmations.get(input.id))?.state.kind).toBe("open");
    },
  );

  it("of Keep with a name that fits several asks which one", async () => {
    const twin = { ...SITE, id: (SITE.id + 1) as typeof SITE.id };
    const stage = createStage({ services: [SITE, twin] });
    const { act } = await stage.live();
    const reply = await act({ command: "keep", input: { service: SITE.name } });
    expect(reply.card.blocks.some(({ kind }) => kind === "select")).toBe(true);
    expect(stage.provider.writes).toEqual([]);
  });

  it.each(["constructor", "__proto__", "toString", "", "'; drop table --", '{"a":1}', "a|b~1"])(
    "with the id %j is told that the button is too old",
    async (forged) => {
      const { act } = await createStage().live();
      for (const command of ["confirm", "cancel", "delete-form", "delete-request", "token-form"]) {
        const reply = await act({ command, input: { id: forged } });
        expect(wordsOf(reply.card)).toContain("This button is too old");
      }
    },
  );
});

describe("a typed word", () => {
  it.each(["confirm", "cancel", "home", "token-form", "delete-finish", "unknown-press", "__proto__"])(
    "%s is no command, though a button's is called so",
    async (word) => {
      const { act, lastcall } = await createStage().live();
      const reply = await act({ ...lastcall.bot.parse(word), via: "slash" });
      expect(wordsOf(reply.card)).toContain("That command is not known");
      expect(reply.replaces).toBe(false);
    },
  );

  it("opens no home page from a button, with channels that somebody else is in", async () => {
    const { act } = await createStage().live();
    await act({ command: "follow", input: {}, via: "slash" });
    const reply = await act({ command: "home", input: { channels: "C1" }, by: VIEWER });
    expect(wordsOf(reply.card)).toContain("That command is not known");
  });
});

describe("an answer that could not be shown", () => {
  it("takes the question back, and says that nothing was changed", async () => {
    const stage = createStage();
    const { lastcall } = await stage.live();
    const asked = invocation(terminate);
    const reply = await lastcall.bot.handle(asked);
    const instead = await lastcall.bot.undelivered(asked, reply, "not-in-channel");
    expect(wordsOf(instead.card)).toContain("Nothing was changed");
    expect(await stage.store.confirmations.waiting()).toEqual([]);
  });

  it("does not say so once the e-mail of a deletion was asked for", async () => {
    const stage = createStage();
    const { lastcall, act } = await stage.live();
    await act({ command: "delete", input: { service: id }, via: "slash" });
    const { input } = button(stage.chat, "delete-form");
    const sent = invocation({
      command: "delete-request",
      input: { ...input, name: SITE.name, understood: "yes" },
      via: "form",
    });
    const reply = await lastcall.bot.handle(sent);
    expect(stage.provider.writes).toHaveLength(1);
    const instead = await lastcall.bot.undelivered(sent, reply, "not-in-channel");
    expect(wordsOf(instead.card)).not.toContain("Nothing was changed");
  });

  it("does not say so once a termination was taken back", async () => {
    const pending = { ...SITE, termination: { when: "at-expiry" as const, at: SITE.expiresAt ?? 0 } };
    const { lastcall } = await createStage({ services: [pending] }).live();
    const keep = invocation({ command: "keep", input: { service: id } });
    const instead = await lastcall.bot.undelivered(keep, await lastcall.bot.handle(keep), "not-in-channel");
    expect(wordsOf(instead.card)).not.toContain("Nothing was changed");
  });

  it("ends the follow that nobody was told of, and writes that down", async () => {
    const stage = createStage();
    const { lastcall } = await stage.live();
    const follow = invocation({ command: "follow", input: {}, via: "slash" });
    await lastcall.bot.undelivered(follow, await lastcall.bot.handle(follow), "not-in-channel");
    expect(await stage.store.follows.list()).toEqual([]);
    const { entries } = await stage.store.audit.page({}, 1, 2);
    expect(entries.map(({ event }) => event.kind)).toEqual(["unfollowed", "followed"]);
  });

  it("for an unknown track is no fault", async () => {
    const { lastcall } = await createStage().live();
    await lastcall.bot.delivered("never", { channel: CHANNEL, id: "m1" });
  });
});

describe("the door", () => {
  it("answers whatever comes, and changes nothing without a confirmation", async () => {
    const names = [...COMMANDS.map(({ name }) => name), "constructor", "__proto__"];
    const keys = [
      "service",
      "id",
      "q",
      "page",
      "name",
      "token",
      "mode",
      "period",
      "days",
      "filter",
      "person",
    ];
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(id, SITE.name, "x".repeat(3000), "manual", "-1", "🏴‍☠️"),
    );
    const stage = createStage();
    const { lastcall } = await stage.live();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...names), fc.string()),
        fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), word),
        fc.constantFrom("slash", "button", "select", "form", "home"),
        fc.constantFrom("en", "fr"),
        async (command, input, via, locale) => {
          const reply = await lastcall.bot.handle({ ...invocation({ command, input, via }), locale });
          expect(reply.card.title).not.toBe("");
          expect(reply.card.blocks.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
    expect(stage.provider.writes).toEqual([]);
    expect(stage.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("answers when a fault lies in the explanation itself", async () => {
    const stage = createStage({ services: [{ ...SITE, family: "telecom" }] });
    const broken = (): never => {
      throw new TypeError("a bug");
    };
    Object.defineProperty(stage.provider.links, "telecom", { get: broken });
    const { lastcall } = await stage.live();
    const reply = await lastcall.bot.handle(invocation(terminate));
    expect(wordsOf(reply.card)).toContain("Something went wrong here");
  });

  it("apologizes for a fault of its own", async () => {
    const stage = createStage();
    const { lastcall } = await stage.live();
    stage.provider.gate = () => Promise.reject(new TypeError("a bug"));
    const reply = await lastcall.bot.handle(invocation(terminate));
    expect(wordsOf(reply.card)).toContain("Something went wrong here");
  });
});
