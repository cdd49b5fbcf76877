import { describe, expect, it } from "vitest";
import { DAY, HOUR, SECOND } from "../../../../src/domain/instant.ts";
import { ALICE, BRUNO, drawPane, drawText, message, NOW, text } from "./drawn.ts";

const at = (offset: number, style: string): string => `<t:${(NOW + offset) / SECOND}:${style}>`;

describe("a timestamp", () => {
  it.each([
    [ALICE, "F", "dimanche 22 novembre 2026 à 13:00"],
    [BRUNO, "F", "Sunday, November 22, 2026 at 7:00"],
    [ALICE, "D", "22 novembre 2026"],
    [BRUNO, "D", "November 22, 2026"],
    [ALICE, "t", "13:00"],
    [BRUNO, "t", "7:00"],
  ] as const)("is in the language and time zone of $name", (who, style, words) => {
    expect(drawText(at(0, style), { who })).toMatch(
      new RegExp(`<time datetime="2026-11-22T12:00:00.000Z"[^>]*>${words}`, "i"),
    );
  });

  it("tells how long it is from the sandbox's now", () => {
    const content = at(2 * DAY, "R");
    expect(drawText(content)).toContain(">dans 2 jours<");
    expect(drawText(content, { who: BRUNO })).toContain(">in 2 days<");
    expect(drawText(content, { now: NOW + 3 * DAY })).toContain(">il y a 1 jour<");
  });

  it("that JavaScript has no date for is shown as it was typed", () => {
    expect(drawText("<t:99999999999999999:F>")).toContain("&lt;t:99999999999999999:F>");
  });
});

describe("when a message was sent", () => {
  const sent = (now: number, who = ALICE): string => {
    const html = drawPane({ who, now, messages: [message(text("x"))] });
    return /<time[^>]*class="sent-at">([^<]*)</.exec(html)?.[1] ?? "";
  };

  it("is the time of day, in the reader's time zone", () => {
    expect(sent(NOW)).toBe("13:00");
    expect(sent(NOW, BRUNO)).toMatch(/^7:00\sAM$/u);
  });

  it("names the day before, and then the date", () => {
    expect(sent(NOW + DAY)).toBe("Hier à 13:00");
    expect(sent(NOW + 2 * DAY)).toBe("22/11/2026 13:00");
  });

  it("begins a day where the reader's day begins", () => {
    const late = message(
      { ...text("x"), timestamp: new Date(NOW + 11.5 * HOUR).toISOString() },
      "1215000000000000002",
    );
    const days = (who: typeof ALICE): number =>
      drawPane({ who, messages: [message(text("x")), late] }).split('class="day"').length - 1;
    expect(days(ALICE)).toBe(2);
    expect(days(BRUNO)).toBe(1);
  });
});
